import { Select } from "@/components/form/select";
import { FilterBar } from "@/components/ui/filter-bar";
import { SearchField } from "@/components/ui/search-field";
import { ROLES } from "@/lib/auth/roles";
import type { PeopleFilter } from "@/lib/people/schema";

const ROLE_OPTIONS = [...Object.entries(ROLES).map(([value, { label }]) => ({ value, label })), { value: "ADMIN", label: "admin" }];
const ACTIVE_OPTIONS = [{ value: "yes", label: "Active" }, { value: "no", label: "Deactivated" }, { value: "all", label: "Everybody" }];

/** Which people to list; the address is the truth. */
export function PeopleFilters({ filter, teams }: { filter: PeopleFilter; teams: { id: string; name: string }[] }) {
  return (
    <FilterBar action="/admin/people" clearHref="/admin/people" active={activeFilters(filter, teams)}>
      <SearchField name="q" label="Name or mail address" defaultValue={filter.q} />
      <Select name="role" aria-label="Role" placeholder="Any role" options={ROLE_OPTIONS} defaultValue={filter.role ?? ""} className="!w-auto" />
      <Select name="team" aria-label="Team" placeholder="Any team" options={teams.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={filter.team ?? ""} className="!w-auto" />
      <Select name="active" aria-label="Active or not" options={ACTIVE_OPTIONS} defaultValue={filter.active} className="!w-auto" />
    </FilterBar>
  );
}

function activeFilters({ q, role, team, active }: PeopleFilter, teams: { id: string; name: string }[]) {
  const set: { name: string; value: string; label: string }[] = [
    ...(q ? [{ name: "q", value: q, label: `“${q}”` }] : []),
    ...(role ? [{ name: "role", value: role, label: ROLE_OPTIONS.find(({ value }) => value === role)?.label ?? role }] : []),
    ...(team ? [{ name: "team", value: team, label: teams.find(({ id }) => id === team)?.name ?? "Team" }] : []),
    ...(active !== "yes" ? [{ name: "active", value: active, label: active === "no" ? "Deactivated" : "Everybody" }] : []),
  ];
  return set.map(({ name, label }) => {
    const rest = new URLSearchParams(set.filter((other) => other.name !== name).map((other) => [other.name, other.value]));
    return { label, removeHref: `/admin/people?${rest}` };
  });
}
