import { Select } from "@/components/form/select";
import { FilterBar } from "@/components/ui/filter-bar";
import { Tabs } from "@/components/ui/tabs";
import { STATUS_LOOK } from "@/lib/handovers/format";
import type { HandoverStatus } from "@/lib/platform/generated/enums";
import { SEARCH_KINDS, type SearchKindShown } from "@/lib/search/schema";

const LABEL: Record<SearchKindShown, string> = { all: "All", handovers: "Handovers", deals: "Deals", clients: "Clients" };

/** The address of a search. */
export const searchPath = (params: Record<string, string | undefined>): string =>
  `/search?${new URLSearchParams(Object.entries(params).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== "" && one[1] !== "all"))}`;

/** Which kind is shown and, of handovers, in which status. */
export function SearchFilters({ q, kind, status }: { q: string; kind: SearchKindShown; status: HandoverStatus | undefined }) {
  return (
    <>
      <Tabs label="Kinds" tabs={SEARCH_KINDS.map((one) => ({ href: searchPath({ q, kind: one }), label: LABEL[one], current: one === kind }))} />
      {kind === "handovers" && (
        <FilterBar
          action="/search" keep={{ q, kind }}
          active={status ? [{ label: STATUS_LOOK[status].label, removeHref: searchPath({ q, kind }) }] : []}
        >
          <Select
            name="status" aria-label="Status" placeholder="Any status" defaultValue={status ?? ""} className="!w-auto"
            options={Object.entries(STATUS_LOOK).map(([value, { label }]) => ({ value, label }))}
          />
        </FilterBar>
      )}
    </>
  );
}
