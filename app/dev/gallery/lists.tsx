import { Person } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { BulkBar, DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import { Diff } from "@/components/ui/diff";
import { FilterBar } from "@/components/ui/filter-bar";
import { Money } from "@/components/ui/money";
import { Pagination } from "@/components/ui/pagination";
import { RelativeTime } from "@/components/ui/relative-time";
import { SearchField } from "@/components/ui/search-field";
import { Card } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { StepList } from "@/components/ui/step-list";
import { Tabs } from "@/components/ui/tabs";
import { Timeline } from "@/components/ui/timeline";
import { Select } from "@/components/form/select";
import type { Pane } from "./pair";

const NOW = new Date("2026-11-20T13:00:00Z");
const ZONE = "Europe/Prague";

const ROWS = [
  { id: "HO-123", client: "Lindholm Interiors", seller: "Tomas Dvorak", value: 8_450_000, since: "2026-11-20T11:20:00Z", status: <Status tone="info" icon="circle-dot">Submitted</Status> },
  { id: "HO-121", client: "Brauhaus Keller & Söhne GmbH, Niederlassung München", seller: "Alice Marek", value: 1_240_050, since: "2026-11-19T15:03:00Z", status: <Status tone="warning" icon="corner-up-left">Returned</Status> },
  { id: "HO-118", client: "Nordlicht Reisen", seller: "Tomas Dvorak", value: null, since: "2026-11-16T08:10:00Z", status: <Status tone="success" icon="circle-check">Accepted</Status> },
  { id: "HO-097", client: "Atelier Fournier", seller: "Ines Costa", value: 320_000, since: "2026-09-02T08:10:00Z", status: <Status tone="neutral" icon="archive">Closed</Status> },
];

export function Tables({ pane }: { pane: Pane }) {
  return (
    <>
      <div>
        <Tabs label={`Inbox, ${pane}`} tabs={[{ href: "#tables", label: "To review", count: 3, current: true }, { href: "#tables-2", label: "Questions", count: 1 }, { href: "#tables-3", label: "Waiting on sales" }, { href: "#tables-4", label: "Snoozed" }, { href: "#tables-5", label: "Done" }]} />
        <FilterBar action="/dev/gallery" active={[{ label: "Team: Shopify", removeHref: "#tables" }, { label: "Returned", removeHref: "#tables-2" }]} clearHref="#tables" aside={<Button icon="download" variant="ghost">Export</Button>}>
          <SearchField label="Search handovers" name="q" shortcut="/" />
          <Select aria-label="Team" name="team" placeholder="Any team" options={[{ value: "shopify", label: "Shopify" }, { value: "hubspot", label: "HubSpot" }]} className="!w-36" />
        </FilterBar>
        <form className="bulk-scope">
          <Card flush>
            <DataTable
              caption="Handovers"
              captionHidden
              rows={ROWS}
              rowKey={(row) => row.id}
              rowHref={(row) => `#${row.id}`}
              isCurrent={(row) => row.id === "HO-118"}
              selection={{ name: `${pane}-ids`, label: (row) => `Select ${row.client}` }}
              columns={[
                { key: "client", header: "Client", cell: (row) => row.client, sort: { href: "#tables", direction: null } },
                { key: "id", header: "Number", nowrap: true, cell: (row) => <span className="text-ink-2">{row.id}</span> },
                { key: "status", header: "State", cell: (row) => row.status },
                { key: "seller", header: "Seller", cell: (row) => <Person name={row.seller} size="sm" />, hideOnPhone: true, nowrap: true },
                { key: "value", header: "Value", numeric: true, cell: (row) => <Money minor={row.value} currency="EUR" /> },
                { key: "since", header: "Since", numeric: true, cell: (row) => <RelativeTime at={row.since} now={NOW} zone={ZONE} focusable={false} tipAlign="end" />, sort: { href: "#tables-2", direction: "descending" } },
              ]}
            />
          </Card>
          <BulkBar>
            <Button size="sm" icon="user-plus">Assign</Button>
            <Button size="sm" icon="clock">Snooze</Button>
          </BulkBar>
        </form>
        <Pagination previous="#tables" next="#tables-2" summary="4 of 312 handovers" />
      </div>
      <Card flush>
        <DataTable
          caption="Clocks, last month"
          plain
          rows={[{ name: "Won to submitted", median: 6.5, late: 2, due: "1 day" }, { name: "Submitted to decision", median: 9, late: 0, due: "2 days" }]}
          rowKey={(row) => row.name}
          columns={[
            { key: "name", header: "Clock", cell: (row) => row.name },
            { key: "due", header: "Due in", numeric: true, cell: (row) => row.due },
            { key: "median", header: "Median hours", numeric: true, cell: (row) => row.median.toFixed(1) },
            { key: "late", header: "Late", numeric: true, cell: (row) => row.late },
          ]}
          foot={["All", "", "7.8", "2"]}
        />
      </Card>
    </>
  );
}

export function Details() {
  return (
    <>
      <DescriptionList
        items={[
          { term: "Accountable", detail: <Person name="Tomas Dvorak" detail="Contact owner, 14:00 in Prague" /> },
          { term: "Project manager", detail: <Person name="Jana Horak" detail="10 of 12 hours this week" href="#details" /> },
          { term: "Contract value", detail: <Money minor={8_450_000} currency="EUR" /> },
          { term: "Submitted", detail: <RelativeTime at="2026-11-20T12:55:00Z" now={NOW} zone={ZONE} /> },
          { term: "Decision due", detail: <RelativeTime at="2026-11-23T15:00:00Z" now={NOW} zone={ZONE} /> },
        ]}
      />
      <DescriptionList look="stacked" items={[{ term: "Goals, in the client's words", detail: "One shop instead of four, and nobody in the warehouse should notice." }, { term: "Out of scope", detail: "The photo studio and its archive." }]} />
      <Timeline
        label="History"
        entries={[
          { key: "3", icon: "corner-up-left", tone: "warning", title: <><strong className="font-medium">Jana Horak</strong> returned the handover</>, time: <RelativeTime at="2026-11-20T11:20:00Z" now={NOW} zone={ZONE} />, detail: "The reason for the date is missing." },
          { key: "2", icon: "send", tone: "info", title: <><strong className="font-medium">Tomas Dvorak</strong> submitted version 1</>, time: <RelativeTime at="2026-11-19T15:03:00Z" now={NOW} zone={ZONE} /> },
          { key: "1", icon: "plus", title: <><strong className="font-medium">Tomas Dvorak</strong> began the handover</>, time: <RelativeTime at="2026-11-17T09:00:00Z" now={NOW} zone={ZONE} /> },
        ]}
      />
      <StepList
        label="Sections of the brief"
        steps={[
          { href: "#details", title: "Client and people", hint: "Who decides, who works with us, who pays.", status: { tone: "success", icon: "circle-check", label: "Complete" } },
          { href: "#details-2", title: "Purpose and success", hint: "What must be true in a year.", status: { tone: "info", icon: "circle-dot", label: "2 of 5 required" } },
          { href: "#details-3", title: "Scope", status: { tone: "neutral", icon: "circle-dashed", label: "Not started" } },
          { title: "Check and submit", status: { tone: "neutral", icon: "lock", label: "When all required are answered" } },
        ]}
      />
      <Diff
        changes={[
          { key: "a", label: "Target date", before: "1 March 2027, hard", after: "15 March 2027, hard: the spring fair opens", href: "#details" },
          { key: "b", label: "Out of scope", before: null, after: "The photo studio" },
          { key: "p", label: "What was promised", rowId: "1", row: { list: "Promises", title: "The shop is ready for the spring fair", kind: "changed" }, before: "The shop is ready", after: "The shop is ready for the spring fair" },
          { key: "q", label: "Clause of the contract", rowId: "1", row: { list: "Promises", title: "The shop is ready for the spring fair", kind: "changed" }, before: null, after: "Annex B, 4.2" },
          { key: "c", label: "Migration", before: "All 40 000 products", after: null },
        ]}
      />
    </>
  );
}
