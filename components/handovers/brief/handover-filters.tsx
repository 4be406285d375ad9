import { Select } from "@/components/form/select";
import { FilterBar } from "@/components/ui/filter-bar";
import { STATUS_LOOK } from "@/lib/handovers/format";
import type { ListFilters } from "@/lib/handovers/queries/list";

/** `IN_DELIVERY` stands in addresses as `in-delivery`. */
const inAddress = (status: string) => status.toLowerCase().replaceAll("_", "-");

/** By status, team and owner; the address is the truth. */
export function HandoverFilters({ kept, filters: { teams, owners } }: { kept: Record<string, string>; filters: ListFilters }) {
  const status = inAddress(kept.status ?? "");
  const without = (name: string) => `/handovers?${new URLSearchParams(Object.entries(kept).filter(([key]) => key !== name))}`;
  const statuses = Object.entries(STATUS_LOOK).map(([value, { label }]) => ({ value: inAddress(value), label }));
  const options = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  const labels = {
    status: statuses.find(({ value }) => value === status)?.label,
    team: teams.find(({ id }) => id === kept.team)?.name,
    owner: owners.find(({ id }) => id === kept.owner)?.name,
    pm: kept.pm && "One PM",
  };
  return (
    <FilterBar
      action="/handovers" clearHref="/handovers" keep={{ pm: kept.pm }}
      active={Object.entries(labels).flatMap(([name, label]) => (label ? [{ label, removeHref: without(name) }] : []))}
    >
      <Select name="status" aria-label="Status" placeholder="Any status" defaultValue={status} options={statuses} className="!w-auto" />
      <Select name="team" aria-label="Delivery team" placeholder="Any team" defaultValue={kept.team ?? ""} options={options(teams)} className="!w-auto" />
      {owners.length > 1 && <Select name="owner" aria-label="Contact owner" placeholder="Any contact owner" defaultValue={kept.owner ?? ""} options={options(owners)} className="!w-auto" />}
    </FilterBar>
  );
}
