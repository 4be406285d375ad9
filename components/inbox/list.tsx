import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Card } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { COMPLEXITY_LOOK, handoverNumber, type InboxView, keyName, remainingLook, reviewPath, STATUS_LOOK } from "@/lib/handovers/format";
import type { InboxRow } from "@/lib/handovers/queries/inbox";

type InboxListProps = { view: InboxView; rows: InboxRow[]; now: Date; zone: string; isFirstPage: boolean };

const EMPTY: Record<InboxView, string> = {
  "to-review": "Nothing waits for you. A handover appears here when it needs your key.",
  waiting: "You are waiting for nobody.",
  accepted: "None of your handovers is accepted or in delivery.",
  done: "None of your handovers is closed or withdrawn.",
};

const CAPTION: Record<InboxView, string> = {
  "to-review": "Keys that wait for you, by the time that is left",
  waiting: "Handovers that wait for somebody else",
  accepted: "Your handovers that are accepted or in delivery",
  done: "Your handovers that are closed or withdrawn",
};

/** The rows of one view: plain links, drawn on the server. A row's key names what the keyboard decides on. */
export function InboxList({ view, rows, now, zone, isFirstPage }: InboxListProps) {
  if (rows.length === 0) {
    const words = isFirstPage ? EMPTY[view] : "There is nothing after this.";
    const action = view === "to-review"
      ? <ButtonLink href="/inbox?view=accepted">See what you accepted</ButtonLink>
      : <ButtonLink href="/inbox">See what waits for you</ButtonLink>;
    return <EmptyState icon="inbox" action={action}>{words}</EmptyState>;
  }
  return (
    <Card flush>
      <DataTable
        caption={CAPTION[view]}
        captionHidden
        rows={rows}
        rowKey={(row) => [row.id, row.keyId, row.briefVersion].join(":")}
        rowHref={(row) => (view === "to-review" ? reviewPath(row.id, row.keyId) : `/handovers/${row.id}`)}
        columns={columnsOf(view, now, zone)}
      />
    </Card>
  );
}

function columnsOf(view: InboxView, now: Date, zone: string): Column<InboxRow>[] {
  const shared: Column<InboxRow>[] = [
    { key: "client", header: "Client and deal", cell: (row) => <Name row={row} /> },
    { key: "teams", header: "Teams", cell: (row) => row.teams.join(", "), hideOnPhone: true },
  ];
  const value: Column<InboxRow> = { key: "value", header: "Value", numeric: true, cell: ({ value: worth }) => <Money minor={worth?.minor ?? null} currency={worth?.currency ?? ""} /> };
  const since: Column<InboxRow> = { key: "since", header: "Since", cell: (row) => <RelativeTime at={row.statusSince} now={now} zone={zone} focusable={false} tipAlign="end" /> };
  if (view === "to-review")
    return [
      ...shared,
      { key: "key", header: "Your key", cell: (row) => keyName(row.role, row.team) },
      { key: "class", header: "Complexity", cell: (row) => <Class row={row} /> },
      { key: "complete", header: "Required, quality", numeric: true, hideOnPhone: true, cell: (row) => `${row.requiredPercent} %, ${row.qualityPercent} %` },
      value,
      { key: "left", header: "Time left", cell: (row) => <Left row={row} now={now} zone={zone} /> },
    ];
  if (view === "waiting") return [...shared, { key: "for", header: "Waiting for", cell: (row) => waitingFor(row) }, value, since];
  return [
    ...shared,
    { key: "status", header: "Status", cell: (row) => <Status tone={STATUS_LOOK[row.status].tone} icon={STATUS_LOOK[row.status].icon}>{STATUS_LOOK[row.status].label}</Status> },
    { key: "pm", header: "PM", cell: (row) => row.pm ?? "" },
    value,
    since,
  ];
}

const Name = ({ row }: { row: InboxRow }) => (
  <>
    {row.client}
    <span className="block font-normal text-ink-2">{`${row.deal} · ${handoverNumber(row.number)}`}</span>
  </>
);

function Class({ row: { complexity, rounds } }: { row: InboxRow }) {
  return (
    <span>
      {complexity && <Badge tone={COMPLEXITY_LOOK[complexity].tone}>{COMPLEXITY_LOOK[complexity].label}</Badge>}
      {rounds > 0 && <span className="ms-2 whitespace-nowrap text-ink-2">round {rounds + 1}</span>}
    </span>
  );
}

function Left({ row: { remaining, dueAt }, now, zone }: { row: InboxRow; now: Date; zone: string }) {
  if (!remaining || !dueAt) return "";
  const { text, icon, tone } = remainingLook(remaining);
  return (
    <>
      <Status tone={tone} icon={icon}>{text}</Status>
      <span className="block text-sm text-ink-2 max-sm:hidden"><RelativeTime at={dueAt} now={now} zone={zone} focusable={false} tipAlign="end" /></span>
    </>
  );
}

/** Who has to act now, and as what. */
function waitingFor({ status, contactOwner, keys }: InboxRow): string {
  if (status === "RETURNED") return `${contactOwner}, to resubmit`;
  return keys.filter((key) => key.state === "OPEN").map((key) => `${key.holder}, as ${keyName(key.role, key.team)}`).join("; ");
}
