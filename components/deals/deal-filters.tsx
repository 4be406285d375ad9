import { Select } from "@/components/form/select";
import { FilterBar } from "@/components/ui/filter-bar";
import { SearchField } from "@/components/ui/search-field";
import { STAGES } from "@/lib/deals/format";
import type { DealStage } from "@/lib/platform/generated/enums";

type Filter = { search: string; stage?: DealStage; owner?: string; team?: string };
type Named = { id: string; name: string };
type DealFiltersProps = { filter: Filter; sellers: readonly Named[]; teams: readonly Named[]; counts: Partial<Record<DealStage, number>>; /** The page that is filtered. */ base?: "/deals" | "/deals/board" };

/** The filters of the deals' list and board; they are the address. */
export function DealFilters({ filter, sellers, teams, counts, base = "/deals" }: DealFiltersProps) {
  const nameOf = (list: readonly Named[], id: string) => list.find((one) => one.id === id)?.name ?? "Unknown";
  const without = (name: keyof Filter) => dealsHref({ ...filter, [name]: undefined }, undefined, base);
  const active = [
    ...(filter.search ? [{ label: `“${filter.search}”`, removeHref: without("search") }] : []),
    ...(filter.stage ? [{ label: STAGES[filter.stage].label, removeHref: without("stage") }] : []),
    ...(filter.owner ? [{ label: nameOf(sellers, filter.owner), removeHref: without("owner") }] : []),
    ...(filter.team ? [{ label: nameOf(teams, filter.team), removeHref: without("team") }] : []),
  ];
  const options = (list: readonly Named[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FilterBar action={base} active={active} clearHref={base}>
      <SearchField label="Deal, client or number" name="search" defaultValue={filter.search} />
      <Select
        name="stage" aria-label="Stage" placeholder="Any stage" defaultValue={filter.stage ?? ""} className="!w-auto"
        options={(Object.keys(STAGES) as DealStage[]).map((stage) => ({ value: stage, label: `${STAGES[stage].label} (${counts[stage] ?? 0})` }))}
      />
      <Select name="owner" aria-label="Owner" placeholder="Anybody's" defaultValue={filter.owner ?? ""} options={options(sellers)} className="!w-auto" />
      <Select name="team" aria-label="Delivery team" placeholder="Any team" defaultValue={filter.team ?? ""} options={options(teams)} className="!w-auto" />
    </FilterBar>
  );
}

/** The list with these filters, and where it goes on. */
export function dealsHref(filter: { [K in keyof Filter]?: Filter[K] | undefined }, after?: string, base = "/deals"): string {
  const query = new URLSearchParams(Object.entries({ ...filter, after }).filter((entry): entry is [string, string] => Boolean(entry[1])));
  return query.size > 0 ? `${base}?${query}` : base;
}
