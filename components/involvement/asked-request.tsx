import { AskedOptions } from "@/components/options/asked-options";
import { ActionButton } from "@/components/people/action-button";
import { Notice } from "@/components/ui/banner";
import { Quotation } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { Meter } from "@/components/ui/meter";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { dateText } from "@/components/ui/time-text";
import { dealNumber } from "@/lib/deals/format";
import { acceptInvolvementAction, agreeInvolvementAction, declineInvolvementAction, nameDeveloperAction, recordHoursAction } from "@/lib/involvement/actions";
import { ASKING, DECLINE_REASONS, INVOLVEMENT_STATES, minutesText } from "@/lib/involvement/format";
import type { AskedRequest } from "@/lib/involvement/queries/asked";
import { meetingCost } from "@/lib/involvement/rules/meeting-cost";
import type { OptionsToEstimate } from "@/lib/options/queries/asked";
import { addDays, dayIn } from "@/lib/platform/time";
import { AnswerForm } from "./answer-form";
import { Decline } from "./decline";
import { FoldForm } from "./fold-form";
import { RecordTime } from "./record-time";

type AskedRequestProps = { request: AskedRequest; entryId: string; now: Date; zone: string };
type DetailProps = AskedRequestProps & { /** What is to be estimated, if anything is. */ options: OptionsToEstimate | null };

/** One request to the reader: what is asked, the seller's own answer, and what can be done about it, each by one key. */
export function AskedRequestDetail({ request, options, entryId, now, zone }: DetailProps) {
  const { kind, state, deal, client, dealHref, asked, suggestion, requestedBy, answer, capMinutes, spentMinutes } = request;
  const { label, icon, tone } = INVOLVEMENT_STATES[state];
  const name = <>{client} · {deal.name} {dealNumber(deal.number)}</>;
  return (
    <article className="space-y-6">
      <header className="space-y-1">
        <div className="flex flex-wrap items-center justify-between gap-2"><h2 className="text-lg font-semibold">{ASKING[kind].label}, asked by {requestedBy.name}</h2><Status tone={tone} icon={icon} look="pill">{label}</Status></div>
        <p className="text-ink-2">{dealHref ? <TextLink href={dealHref}>{name}</TextLink> : name}</p>
      </header>
      <p className="max-w-reading text-md whitespace-pre-line [overflow-wrap:anywhere]">{asked}</p>
      <Section title={answer === "" ? "The seller would answer" : "The seller's own answer"} level={3}><Quotation>{suggestion}</Quotation></Section>
      {answer !== "" && <Section title="Your answer" level={3}>{request.agreed ? <p>You agreed with the seller&apos;s own answer.</p> : <p className="max-w-reading whitespace-pre-line [overflow-wrap:anywhere]">{answer}</p>}</Section>}
      <Facts request={request} />
      {options && <AskedOptions asked={options} involvementId={request.id} latest={addDays(dayIn(request.person.zone || zone, now), options.most)} />}
      <Actions request={request} entryId={entryId} now={now} zone={zone} />
      {state !== "REQUESTED" && <Meter label="Time spent" value={Math.min(spentMinutes, capMinutes)} max={capMinutes} text={`${minutesText(spentMinutes)} of ${minutesText(capMinutes)}`} tone={spentMinutes >= capMinutes ? "warning" : "accent"} />}
    </article>
  );
}

function Facts({ request: { kind, neededBy, capMinutes, annex, whyCall, withClient, why, declineReason, note } }: { request: AskedRequest }) {
  return (
    <DescriptionList
      items={[
        { term: "By", detail: dateText(neededBy, "UTC") },
        { term: "At most", detail: kind === "CALL" ? `${minutesText(capMinutes)}${withClient ? ", with the client" : ""}: ${meetingCost(capMinutes)} person-minutes for two of us` : minutesText(capMinutes) },
        ...(annex ? [{ term: "Technical annex", detail: annex }] : []),
        ...(whyCall ? [{ term: "Why a call", detail: whyCall }] : []),
        { term: "Why you may be asked", detail: why },
        ...(declineReason ? [{ term: "You declined", detail: `${DECLINE_REASONS[declineReason]}${note ? `: ${note}` : ""}` }] : note ? [{ term: "Withdrawn", detail: note }] : []),
      ]}
    />
  );
}

function Actions({ request, entryId, now, zone }: AskedRequestProps) {
  const { id, kind, state, group, suggestion, spentMinutes, capMinutes, developers, person } = request;
  const isOpen = (state === "REQUESTED" || state === "ACCEPTED") && group !== "done";
  if (!isOpen && state !== "ANSWERED") return group === "done" && state === "REQUESTED" ? <Notice tone="neutral">The deal is no longer open: nothing is needed any more.</Notice> : null;
  const takesOn = state === "REQUESTED" && <ActionButton action={acceptInvolvementAction} fields={{ id }} icon="check" variant={kind === "CALL" ? "primary" : "secondary"} shortcut="a" done="Accepted">{kind === "CALL" ? "Take the call" : "Accept, answer later"}</ActionButton>;
  return (
    <div className="no-print flex flex-wrap items-start gap-2">
      {isOpen && <>
        {kind === "CALL" && takesOn}
        <ActionButton action={agreeInvolvementAction} fields={{ id }} icon="check-check" variant={kind === "CALL" && state === "REQUESTED" ? "secondary" : "primary"} shortcut="y">Yes, that&apos;s right</ActionButton>
        <AnswerForm id={id} suggestion={suggestion} />
        {kind !== "CALL" && takesOn}
        <Decline id={id} action={declineInvolvementAction} />
      </>}
      {(state === "ACCEPTED" || state === "ANSWERED") && (spentMinutes < capMinutes
        ? <RecordTime id={id} entryId={entryId} action={recordHoursAction} now={now} zone={person.zone || zone} spentMinutes={spentMinutes} capMinutes={capMinutes} />
        : <Notice tone="warning">The time that was agreed is used up. For more, the seller asks anew.</Notice>)}
      {developers.length > 0 && (
        <FoldForm
          id="developer" label="Name a developer" icon="user-plus" confirm="Name" done="Named" action={nameDeveloperAction} fields={{ id }}
          description="The seller may ask this developer about the deal from then on."
          asked={[{ name: "developerId", label: "Developer of your team", type: "choice", options: developers.map((one) => ({ value: one.id, label: one.name })) }]}
        />
      )}
    </div>
  );
}
