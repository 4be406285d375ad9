import type { Metadata } from "next";
import { BriefToBe, DealDocuments } from "@/components/deals/brief-sections";
import { ContractSection } from "@/components/deals/contract-section";
import { DealFrame } from "@/components/deals/deal-frame";
import { DealHistory } from "@/components/deals/deal-history";
import { NextStep } from "@/components/deals/deals-table";
import { NextStepForm } from "@/components/deals/next-step";
import { HandoverSection } from "@/components/deals/handover-section";
import { PeopleSection } from "@/components/deals/people-section";
import { StageActions } from "@/components/deals/stage-actions";
import { portalPage } from "@/components/layout/portal-page";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/banner";
import { DescriptionList } from "@/components/ui/description-list";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { dateText } from "@/components/ui/time-text";
import { zoneOf } from "@/lib/auth/ctx";
import { CONTRACT_TYPES, dayOf } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import { type DealPower, dealRefusal } from "@/lib/deals/policy";
import { type DealDetail, getDeal, listSellers } from "@/lib/deals/queries";
import { listDealEvents } from "@/lib/deals/queries/timeline";
import { historyParams } from "@/lib/deals/schema";
import { getDealBrief } from "@/lib/handovers/queries/deal-brief";
import { pageCtx } from "@/lib/http/page";
import { minutesText } from "@/lib/involvement/format";
import { listHours } from "@/lib/involvement/queries/of-deal";
import { dayIn } from "@/lib/platform/time";

export const metadata: Metadata = { title: "Deal" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default portalPage(async function DealPage({ params, searchParams }: Props) {
  const [ctx, { id }, search] = await Promise.all([pageCtx(), params, searchParams]);
  const deal = await getDeal(ctx, { id });
  const { before } = historyParams.parse(search);
  const shown = deal.handovers.find(({ status }) => status !== "WITHDRAWN") ?? null;
  const [history, sellers, hours, brief] = await Promise.all([
    listDealEvents(ctx, { id, before }), listSellers(ctx), listHours(ctx, { dealId: id }), shown && getDealBrief(ctx, shown),
  ]);
  const refusalOf = (power: DealPower) => dealRefusal(ctx.actor, power, deal.facts);
  const may = (power: DealPower) => refusalOf(power) === null;
  const time = { now: ctx.now, zone: zoneOf(ctx) };
  const mayBegin = deal.mayStart && !deal.hasLiveHandover && (isOpen(deal.stage) || deal.stage === "WON");
  const observes = refusalOf("edit")?.rule === "P3.1" ? refusalOf("edit") : null;
  return (
    <DealFrame deal={deal} actor={ctx.actor} tab="">
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 space-y-10">
          {observes && <Notice tone="info">{observes.reason}</Notice>}
          {isOpen(deal.stage) && (
            <Section title="Next step">
              {may("edit") ? <NextStepForm key={deal.revision} id={id} revision={deal.revision} nextStep={deal.nextStep} nextStepOn={deal.nextStepOn ? dayOf(deal.nextStepOn) : ""} />
                : <p><NextStep deal={deal} today={dayIn(time.zone, ctx.now)} /></p>}
            </Section>
          )}
          <Section title="Facts" actions={may("move") && <StageActions deal={deal} />}><Facts deal={deal} hours={hours} /></Section>
          <ContractSection
            deal={deal} now={ctx.now}
            refusals={{ win: refusalOf("move"), sign: refusalOf("sign"), request: refusalOf("requestAtRisk"), approve: refusalOf("approveAtRisk") }}
          />
          <HandoverSection handovers={deal.handovers} hasHiddenOne={deal.hasLiveHandover} {...time} />
          <BriefToBe handoverId={shown?.id ?? null} brief={brief} beginHref={mayBegin ? `/handovers/new?deal=${id}` : null} />
          {brief && <DealDocuments documents={brief.documents} />}
        </div>
        <aside aria-label="People of this deal" className="lg:row-span-2"><PeopleSection deal={deal} sellers={sellers} mayReassign={may("reassign")} mayInvite={may("invite")} /></aside>
        <div className="min-w-0">
          <DealHistory
            events={history.events} newest={before === undefined ? null : `/deals/${id}#history`}
            older={history.older === null ? null : `/deals/${id}?before=${history.older}#history`} {...time}
          />
        </div>
      </div>
    </DealFrame>
  );
});

/** P5.5: what delivery spent on the deal so far, as far as the reader may know it. */
function spent(hours: Awaited<ReturnType<typeof listHours>>): string {
  const minutes = hours.reduce((sum, one) => sum + one.minutes, 0);
  return `${minutesText(minutes)}, by ${hours.length === 1 ? (hours[0]?.name ?? "") : `${hours.length} people`}`;
}

function Facts({ deal, hours }: { deal: DealDetail; hours: Awaited<ReturnType<typeof listHours>> }) {
  return (
    <DescriptionList
      items={[
        { term: "Value", detail: <Money minor={deal.valueMinor === 0 ? null : deal.valueMinor} currency={deal.currency} /> },
        { term: "Contract type", detail: deal.contractType ? CONTRACT_TYPES[deal.contractType] : "Not known yet" },
        { term: "Delivery teams", detail: deal.teams.length > 0 ? <span className="flex flex-wrap gap-1">{deal.teams.map(({ id, name }) => <Badge key={id}>{name}</Badge>)}</span> : "None chosen yet" },
        ...(hours.length > 0 ? [{ term: "Time before the contract", detail: <TextLink href={`/deals/${deal.id}/involvement`}>{spent(hours)}</TextLink> }] : []),
        ...(deal.expectedClose && deal.stage !== "WON" ? [{ term: "Expected close", detail: dateText(deal.expectedClose, "UTC") }] : []),
        ...(deal.source ? [{ term: "Source", detail: deal.source }] : []),
        ...(deal.lostReason ? [{ term: "Lost because", detail: deal.lostReason }] : []),
      ]}
    />
  );
}
