import { Button, ButtonLink } from "@/components/ui/button";
import { Menu, MenuButton, MenuLine, MenuLink, MenuText } from "@/components/ui/menu";
import { inboxHref, type InboxFilters, isFiltered } from "@/lib/inbox/format";
import type { SavedView } from "@/lib/inbox/queries/around";

type ToolsProps = { filters: InboxFilters; saved: readonly SavedView[]; showsFilters: boolean; singleKeys: boolean };

/** Beside the title: saved views, filters, the file, the keys. */
export function InboxTools({ filters, saved, showsFilters, singleKeys }: ToolsProps) {
  const here = inboxHref(filters);
  return (
    <div className="flex flex-wrap gap-2">
      {singleKeys && <Button variant="ghost" icon="keyboard" data-act="help" data-command="" className="pointer-coarse:hidden">Keys</Button>}
      <Menu label="Views" icon="bookmark" align="end">
        {saved.map((view) => {
          const href = inboxHref(view.filters);
          return <MenuLink key={view.id} href={href} icon={view.team ? "users" : "bookmark"} aria-current={href === here ? "page" : undefined}>{view.name}</MenuLink>;
        })}
        {saved.length === 0 ? <MenuText>No view is saved yet.</MenuText> : <MenuLine />}
        <MenuButton icon="save" data-act="views">Save or manage views</MenuButton>
      </Menu>
      {!showsFilters && <ButtonLink href={inboxHref(filters, { bar: true })} icon="filter" data-command="">{isFiltered(filters) ? "Change filters" : "Filter"}</ButtonLink>}
      <ButtonLink href={`/inbox/csv${here.slice("/inbox".length)}`} icon="download" aria-label="Export this view as CSV" data-command="">Export</ButtonLink>
    </div>
  );
}
