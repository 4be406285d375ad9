import { ActionButton } from "@/components/people/action-button";
import { Banner } from "@/components/ui/banner";
import { RefusedAction } from "@/components/ui/refused-action";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { dateText } from "@/components/ui/time-text";
import { approveAtRiskStartAction, declineAtRiskStartAction, requestAtRiskStartAction, signDealAction, winDealAction } from "@/lib/deals/actions";
import { dayOf } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import { AT_RISK_DAYS, atRiskState } from "@/lib/deals/rules/at-risk";
import type { Refusal } from "@/lib/platform/errors";
import type { DealStage } from "@/lib/platform/generated/enums";
import { type Asked, DialogForm } from "./dialog-form";

type Deal = {
  id: string; revision: number; stage: DealStage; signedOn: Date | null; signedEvidence: string;
  atRiskUntil: Date | null; atRiskReason: string; atRiskApprovedAt: Date | null; atRiskApprovedBy: { name: string } | null;
};
type ContractSectionProps = {
  deal: Deal;
  now: Date;
  /** Why each is refused to the reader, or null. */
  refusals: { win: Refusal | null; sign: Refusal | null; request: Refusal | null; approve: Refusal | null };
};

/** P1.1: whether the contract is signed, and where it is; else a start at risk, and what can be done about it. */
export function ContractSection({ deal, now, refusals }: ContractSectionProps) {
  return <Section title="Contract" id="contract">{deal.signedOn ? <Signed deal={deal} day={deal.signedOn} /> : <Unsigned deal={deal} now={now} refusals={refusals} />}</Section>;
}

function Signed({ deal: { signedEvidence }, day }: { deal: Deal; day: Date }) {
  const isLink = /^https?:\/\/\S+$/.test(signedEvidence.trim());
  return (
    <p className="[overflow-wrap:anywhere]">
      Signed on {dateText(day, "UTC")}: {isLink ? <TextLink href={signedEvidence.trim()} external>{signedEvidence}</TextLink> : signedEvidence}
    </p>
  );
}

function Unsigned({ deal, now, refusals }: ContractSectionProps) {
  const state = atRiskState(deal, now);
  const fields = { id: deal.id, revision: String(deal.revision) };
  const canStillStart = isOpen(deal.stage) || deal.stage === "WON";
  const mayRecord = isOpen(deal.stage) ? refusals.win === null : deal.stage === "WON" && refusals.sign === null;
  return (
    <div className="space-y-4">
      <AtRisk deal={deal} now={now} />
      {canStillStart && (
        <div className="no-print flex flex-wrap items-center gap-2">
          {state === "requested" && <Decision fields={fields} refused={refusals.approve} />}
          {mayRecord && (
            <DialogForm
              id="sign" label={deal.stage === "WON" ? "Record the signature" : "Won: the contract is signed"} icon="circle-check"
              title="The contract is signed" description="One observable fact: the date, and where the signed contract is." confirm="Record"
              action={deal.stage === "WON" ? signDealAction : winDealAction} fields={fields} asked={signature(now)} done="Recorded"
            />
          )}
          {state !== "approved" && state !== "requested" && refusals.request === null && (
            <DialogForm
              id="at-risk" label="Ask to start at risk" icon="hourglass" title="Start at risk" confirm="Ask"
              description={`The client said yes and has not signed. A sales manager who neither owns nor wrote the deal approves it, for at most ${AT_RISK_DAYS} days.`}
              action={requestAtRiskStartAction} fields={fields} done="Asked"
              asked={[
                { name: "until", label: "Until", hint: "By then the contract is signed. To the end of this day, UTC.", type: "date" },
                { name: "reason", label: "Why start before it is signed", type: "area" },
              ]}
            />
          )}
        </div>
      )}
    </div>
  );
}

const signature = (now: Date): Asked[] => [
  { name: "signedOn", label: "Signed on", type: "date", defaultValue: dayOf(now), max: dayOf(new Date(now.getTime() + 14 * 60 * 60 * 1000)) },
  { name: "evidence", label: "Evidence", type: "text", hint: "The address of the signed contract, or where it is kept." },
];

function AtRisk({ deal, now }: { deal: Deal; now: Date }) {
  const until = deal.atRiskUntil ? dateText(deal.atRiskUntil, "UTC", now) : "";
  switch (atRiskState(deal, now)) {
    case "approved":
      return <Banner tone="warning" title={`Starts at risk until ${until}`}>Not signed yet: {deal.atRiskReason}. Approved by {deal.atRiskApprovedBy?.name ?? "a sales manager"}.</Banner>;
    case "requested":
      return <Banner tone="info" title={`A start at risk until ${until} waits for approval`}>{deal.atRiskReason}</Banner>;
    case "expired":
      return <Banner tone="danger" title={`The start at risk expired on ${until}`}>Record the signed contract, or ask for a new date.</Banner>;
    case "none":
      return <p className="text-ink-2">Not signed yet. A handover can be drafted; submitting it needs the signature, or an approved start at risk.</p>;
  }
}

function Decision({ fields, refused }: { fields: Record<string, string>; refused: Refusal | null }) {
  if (refused) return <RefusedAction reason={refused.reason} rule={refused.rule}>Approve the start at risk</RefusedAction>;
  return (
    <>
      <ActionButton action={approveAtRiskStartAction} fields={fields} variant="primary" icon="check" done="Approved">Approve the start at risk</ActionButton>
      <DialogForm
        id="decline" label="Decline" variant="ghost" title="Decline the start at risk" confirm="Decline" action={declineAtRiskStartAction} fields={fields}
        asked={[{ name: "reason", label: "Why", type: "area" }]} done="Declined"
      />
    </>
  );
}
