import { Select } from "@/components/form/select";
import { FilterBar } from "@/components/ui/filter-bar";
import { SearchField } from "@/components/ui/search-field";
import { COMPLEXITIES, DUES, FILTER_NAMES, inboxHref, type InboxFilters, isOpenView, ROUNDS } from "@/lib/inbox/format";
import type { FilterChoices } from "@/lib/inbox/queries/choices";

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }));

/** The filters of one view. They live in the address, so that Back, a bookmark and a saved view show the same rows. */
export function InboxFilterBar({ filters, choices }: { filters: InboxFilters; choices: FilterChoices }) {
  const { view, team, client, owner, complexity, due, round, q } = filters;
  const words: Record<(typeof FILTER_NAMES)[number], string | undefined> = {
    team: team && (choices.teams.find(({ id }) => id === team)?.name ?? "Another team"),
    client: client && (choices.clients.find(({ id }) => id === client)?.name ?? "Another client"),
    owner: owner && (choices.owners.find(({ id }) => id === owner)?.name ?? "Another contact owner"),
    complexity: complexity && COMPLEXITIES[complexity],
    due: due && isOpenView(view) ? DUES[due] : undefined,
    round: round && ROUNDS[round],
    q: q && `“${q}”`,
  };
  return (
    <FilterBar
      action="/inbox"
      keep={{ view: view === "to-review" ? undefined : view, filters: "1" }}
      active={FILTER_NAMES.flatMap((name) => {
        const label = words[name];
        return label ? [{ label, removeHref: inboxHref({ ...filters, [name]: undefined }, { bar: true }) }] : [];
      })}
      clearHref={inboxHref({ view })}
    >
      <SearchField label="Client, deal or number" name="q" defaultValue={q ?? ""} />
      <Select name="team" aria-label="Team" placeholder="All teams" options={named(choices.teams)} defaultValue={team ?? ""} className="!w-auto" />
      <Select name="client" aria-label="Client" placeholder="All clients" options={named(choices.clients)} defaultValue={client ?? ""} className="!w-auto max-w-56" />
      <Select name="owner" aria-label="Contact owner" placeholder="All contact owners" options={named(choices.owners)} defaultValue={owner ?? ""} className="!w-auto" />
      <Select name="complexity" aria-label="Complexity" placeholder="Any complexity" options={options(COMPLEXITIES)} defaultValue={complexity ?? ""} className="!w-auto" />
      {isOpenView(view) && <Select name="due" aria-label="Due" placeholder="Due any time" options={options(DUES)} defaultValue={due ?? ""} className="!w-auto" />}
      <Select name="round" aria-label="Round" placeholder="Any round" options={options(ROUNDS)} defaultValue={round ?? ""} className="!w-auto" />
    </FilterBar>
  );
}
