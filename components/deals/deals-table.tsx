import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Card } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { ageText, dayOf, dayText, dealNumber, STAGES } from "@/lib/deals/format";
import { handoverNumber, STATUS_LOOK } from "@/lib/handovers/format";
import { dayIn } from "@/lib/platform/time";
import type { DealStage, HandoverStatus } from "@/lib/platform/generated/enums";

export type DealRow = {
  id: string; number: number; name: string; stage: DealStage; valueMinor: number; currency: string; signedOn: Date | null;
  client: { id: string; name: string } | null;
  contactOwner: { id: string; name: string };
  handover: { id: string; number: number; status: HandoverStatus; statusSince: Date } | null;
  /** Since when it is in its stage. */
  since?: Date;
  nextStep?: string;
  nextStepOn?: Date | null;
};

type DealsTableProps = { caption: string; deals: readonly DealRow[]; now: Date; zone: string };

/** Deals, one per row: what, with whom, how it stands, whose, how much, and whether it was handed over. */
export function DealsTable({ caption, deals, now, zone }: DealsTableProps) {
  const columns: Column<DealRow>[] = [
    { key: "name", header: "Deal", cell: ({ name, number }) => <>{name} <span className="font-normal whitespace-nowrap text-ink-3">{dealNumber(number)}</span></> },
    ...(deals.some(({ client }) => client !== null) ? [{ key: "client", header: "Client", cell: ({ client }: DealRow) => client?.name }] : []),
    { key: "stage", header: "Stage", cell: (deal) => <StageAge deal={deal} now={now} /> },
    ...(deals.some(({ nextStep }) => nextStep) ? [{ key: "next", header: "Next step", cell: (deal: DealRow) => <NextStep deal={deal} today={dayIn(zone, now)} /> }] : []),
    { key: "owner", header: "Contact owner", cell: ({ contactOwner }) => contactOwner.name },
    { key: "value", header: "Value", cell: ({ valueMinor, currency }) => <Money minor={valueMinor === 0 ? null : valueMinor} currency={currency} />, numeric: true },
    { key: "handover", header: "Handover", cell: ({ handover }) => handover ? <HandoverState handover={handover} now={now} zone={zone} /> : <span className="text-ink-3">None yet</span> },
  ];
  return <Card flush><DataTable caption={caption} captionHidden columns={columns} rows={deals} rowKey={({ id }) => id} rowHref={({ id }) => `/deals/${id}`} /></Card>;
}

/** A stage as icon and word; a deal that was won by word says so. */
export function StageStatus({ deal, look }: { deal: Pick<DealRow, "stage" | "signedOn">; look?: "plain" | "pill" }) {
  const { label, icon, tone } = STAGES[deal.stage];
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Status tone={tone} icon={icon} look={look}>{label}</Status>
      {deal.stage === "WON" && deal.signedOn === null && <Badge tone="warning" icon="alert-triangle">not signed</Badge>}
    </span>
  );
}

const StageAge = ({ deal, now }: { deal: DealRow; now: Date }) => (
  <span className="inline-flex flex-wrap items-center gap-x-2"><StageStatus deal={deal} />{deal.since && <span className="text-sm whitespace-nowrap text-ink-2">{ageText(deal.since, now)}</span>}</span>
);

/** What happens next, and when; a day that has passed says so. */
export function NextStep({ deal: { nextStep, nextStepOn }, today }: { deal: Pick<DealRow, "nextStep" | "nextStepOn">; today: string }) {
  if (!nextStep) return <span className="text-ink-3">None set</span>;
  const due = nextStepOn ? dayOf(nextStepOn) : null;
  const isLate = due !== null && due < today;
  return <span className={cx("line-clamp-2 [overflow-wrap:anywhere]", isLate && "text-danger-ink")}>{due && <span className="whitespace-nowrap">{dayText(due)}{isLate && ", overdue"}: </span>}{nextStep}</span>;
}

function HandoverState({ handover: { number, status, statusSince }, now, zone }: { handover: NonNullable<DealRow["handover"]>; now: Date; zone: string }) {
  const { label, icon, tone } = STATUS_LOOK[status];
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Status tone={tone} icon={icon}>{label}</Status>
      <span className="text-sm text-ink-2">{handoverNumber(number)} · <RelativeTime at={statusSince} now={now} zone={zone} focusable={false} tipAlign="end" /></span>
    </span>
  );
}
