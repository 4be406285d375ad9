import { PresencePlace } from "@/components/live/presence-place";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Card } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { COMPLEXITY_LOOK, handoverNumber, keyName, remainingLook, reviewPath, STATUS_LOOK } from "@/lib/handovers/format";
import type { InboxRow } from "@/lib/handovers/queries/inbox";
import { inboxHref, type InboxFilters, type InboxView, isFiltered, isOpenView } from "@/lib/inbox/format";

type InboxListProps = { filters: InboxFilters; rows: InboxRow[]; openKey: string | null; now: Date; zone: string; isFirstPage: boolean };

const EMPTY: Record<InboxView, string> = {
  "to-review": "Nothing waits for you. A handover appears here when it needs your key.",
  waiting: "No brief that you returned waits for sales.",
  snoozed: "Nothing is snoozed.",
  accepted: "You have accepted none that is not closed yet.",
  done: "None of your handovers is closed or withdrawn.",
  team: "No key waits for anybody in your teams.",
};

const CAPTION: Record<InboxView, string> = {
  "to-review": "Keys that wait for you, by the time that is left",
  waiting: "Briefs that were returned and wait for sales",
  snoozed: "Keys that you snoozed, by when they come back",
  accepted: "Handovers that you accepted, and that are not closed yet",
  done: "Your handovers that are closed or withdrawn",
  team: "Keys that wait for the people of your teams, by the time that is left",
};

/** The rows of one view: plain links, drawn on the server. A row's key names what the desk acts on. */
export function InboxList({ filters, rows, openKey, now, zone, isFirstPage }: InboxListProps) {
  const { view } = filters;
  if (rows.length === 0) return <Nothing filters={filters} isFirstPage={isFirstPage} />;
  return (
    <Card flush>
      <DataTable
        caption={CAPTION[view]}
        captionHidden
        compact
        rows={rows}
        rowKey={(row) => [row.id, row.keyId, row.briefVersion].join(":")}
        rowHref={(row) => (isOpenView(view) ? reviewPath(row.id, row.keyId) : `/handovers/${row.id}`)}
        isCurrent={(row) => row.keyId === openKey}
        selection={{ name: "key", label: (row) => `Select ${row.client}, ${handoverNumber(row.number)}` }}
        columns={columnsOf(view, now, zone)}
      />
    </Card>
  );
}

function Nothing({ filters, isFirstPage }: { filters: InboxFilters; isFirstPage: boolean }) {
  const { view } = filters;
  if (isFiltered(filters)) return <EmptyState icon="search" action={<ButtonLink href={inboxHref({ view })}>Clear filters</ButtonLink>}>Nothing found with these filters.</EmptyState>;
  const action = view === "to-review"
    ? <ButtonLink href={inboxHref({ view: "accepted" })}>See what you accepted</ButtonLink>
    : <ButtonLink href="/inbox">See what waits for you</ButtonLink>;
  return <EmptyState icon="inbox" action={action}>{isFirstPage ? EMPTY[view] : "There is nothing after this."}</EmptyState>;
}

function columnsOf(view: InboxView, now: Date, zone: string): Column<InboxRow>[] {
  const named: Column<InboxRow> = { key: "client", header: "Client and deal", cell: (row) => <Name row={row} /> };
  const teams: Column<InboxRow> = { key: "teams", header: "Teams", cell: (row) => row.teams.join(", "), hideOnPhone: true };
  const value: Column<InboxRow> = { key: "value", header: "Value", numeric: true, cell: ({ value: worth }) => <Money minor={worth?.minor ?? null} currency={worth?.currency ?? ""} /> };
  const since: Column<InboxRow> = { key: "since", header: "Since", cell: (row) => <RelativeTime at={row.statusSince} now={now} zone={zone} focusable={false} tipAlign="end" /> };
  const key: Column<InboxRow> = view === "team"
    ? { key: "key", header: "Waits for", cell: (row) => `${row.holder}, as ${keyName(row.role, row.team)}` }
    : { key: "key", header: "Your key", cell: (row) => keyName(row.role, row.team) };
  const complexity: Column<InboxRow> = { key: "class", header: "Complexity", cell: (row) => <Class row={row} /> };
  const left: Column<InboxRow> = { key: "left", header: "Time left", cell: (row) => <Left row={row} now={now} zone={zone} /> };
  if (view === "snoozed") return [named, teams, key, complexity, left, { key: "back", header: "Comes back", cell: (row) => <Back row={row} now={now} zone={zone} /> }];
  if (view === "team") return [named, teams, key, complexity, left];
  if (view === "to-review")
    return [
      named, teams, key, complexity,
      { key: "complete", header: "Required, quality", numeric: true, hideOnPhone: true, cell: (row) => `${row.requiredPercent} %, ${row.qualityPercent} %` },
      value, left,
    ];
  if (view === "waiting") return [named, teams, { key: "for", header: "Waits for", cell: (row) => `${row.contactOwner}, to resubmit` }, complexity, value, since];
  return [named, teams, { key: "status", header: "Status", cell: (row) => <Standing row={row} /> }, { key: "pm", header: "PM", cell: (row) => row.pm ?? "" }, value, since];
}

const Name = ({ row }: { row: InboxRow }) => (
  <>
    {row.client}
    <span className="block font-normal text-ink-2">{row.deal} · <span className="whitespace-nowrap">{handoverNumber(row.number)}</span></span>
    <PresencePlace handoverId={row.id} />
  </>
);

function Class({ row: { complexity, rounds } }: { row: InboxRow }) {
  return (
    <span className="with-badge">
      {complexity && <Badge tone={COMPLEXITY_LOOK[complexity].tone}>{COMPLEXITY_LOOK[complexity].label}</Badge>}
      {rounds > 0 && <span className="whitespace-nowrap text-ink-2">round {rounds + 1}</span>}
    </span>
  );
}

function Left({ row: { remaining, dueAt }, now, zone }: { row: InboxRow; now: Date; zone: string }) {
  if (!remaining || !dueAt) return "";
  const { text, icon, tone } = remainingLook(remaining);
  return (
    <>
      <Status tone={tone} icon={icon}>{text}</Status>
      <span className="wide-only text-sm text-ink-2"><RelativeTime at={dueAt} now={now} zone={zone} focusable={false} tipAlign="end" /></span>
    </>
  );
}

/** B5: putting off is no pause, and the row says so. */
function Back({ row: { snoozedUntil, dueAt }, now, zone }: { row: InboxRow; now: Date; zone: string }) {
  if (!snoozedUntil) return "";
  const isLate = dueAt !== null && snoozedUntil > dueAt;
  return (
    <>
      <span className="whitespace-nowrap"><RelativeTime at={snoozedUntil} now={now} zone={zone} focusable={false} tipAlign="end" /></span>
      <span className="block text-sm text-ink-2">{isLate ? "after it is due: the clock keeps running" : "the clock keeps running"}</span>
    </>
  );
}

/** How it stands and, while others still decide, who. */
function Standing({ row: { status, keys } }: { row: InboxRow }) {
  const { tone, icon, label } = STATUS_LOOK[status];
  const open = status === "SUBMITTED" ? keys.filter(({ state }) => state === "OPEN") : [];
  return (
    <>
      <Status tone={tone} icon={icon}>{label}</Status>
      {open.length > 0 && <span className="block text-sm text-ink-2">waits for {open.map((key) => `${key.holder}, as ${keyName(key.role, key.team)}`).join("; ")}</span>}
    </>
  );
}
