import type { Metadata } from "next";
import { DealFrame } from "@/components/deals/deal-frame";
import { Allowed } from "@/components/involvement/allowed";
import { DealRequests } from "@/components/involvement/deal-requests";
import { DealTrials } from "@/components/involvement/deal-trials";
import { HoursTable } from "@/components/involvement/hours-table";
import { portalPage } from "@/components/layout/portal-page";
import { PolicyNote } from "@/components/policies/policy-note";
import { Notice } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { personOf } from "@/lib/auth/ctx";
import { isOpen } from "@/lib/deals/lifecycle";
import { dealRefusal } from "@/lib/deals/policy";
import { getDeal } from "@/lib/deals/queries";
import { pageCtx } from "@/lib/http/page";
import { getAsking, listHours, listRequests } from "@/lib/involvement/queries/of-deal";
import { listTrials } from "@/lib/trials/queries/of-deal";

export const metadata: Metadata = { title: "Involvement" };

/** Who of delivery was asked before the contract, for what, and what it took. */
export default portalPage(async function InvolvementPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([pageCtx(), params]);
  const deal = await getDeal(ctx, { id });
  const mayAsk = dealRefusal(ctx.actor, "involve", deal.facts) === null;
  const showsRules = isOpen(deal.stage) && (mayAsk || dealRefusal(ctx.actor, "edit", deal.facts) === null);
  const [requests, trials, hours, asking] = await Promise.all([
    listRequests(ctx, { dealId: id }), listTrials(ctx, { dealId: id }), listHours(ctx, { dealId: id }), showsRules ? getAsking(ctx, { dealId: id }) : null,
  ]);
  const isAsked = requests.some(({ person }) => person.id === personOf(ctx.actor)) || trials.some(({ lead }) => lead.id === personOf(ctx.actor));
  return (
    <DealFrame deal={deal} actor={ctx.actor} tab="/involvement">
      <div className="max-w-wide space-y-10">
        {isAsked && <Notice tone="info">Something is asked of you here. <a href="/asked" className="text-accent-ink underline">Open what is asked of you</a></Notice>}
        {asking && (
          <Section title="Ask delivery" description={`Their time is for serious prospects: traction is ${asking.score} of ${asking.max}. In writing comes first, and contracts are not theirs to review.`}>
            <Allowed dealId={id} refusals={asking.refusals} mayAsk={mayAsk} />
            <PolicyNote kind="TRACTION_RUBRIC" version={asking.versions.traction} />
            <PolicyNote kind="COMPLEXITY_RUBRIC" version={asking.versions.complexity} />
          </Section>
        )}
        <Section title="Requests">
          {requests.length > 0 ? <DealRequests requests={requests} mayWithdraw={mayAsk} now={ctx.now} />
            : <EmptyState icon="message-square" action={asking?.refusals.WRITTEN === null && mayAsk ? <ButtonLink href={`/deals/${id}/involvement/new`}>Ask in writing</ButtonLink> : undefined}>Nobody of delivery has been asked about this deal.</EmptyState>}
        </Section>
        {trials.length > 0 && <Section title="Trial tasks"><DealTrials trials={trials} mayCancel={mayAsk} now={ctx.now} /></Section>}
        {hours.length > 0 && <Section title="Time spent" description="By delivery, before the contract."><HoursTable hours={hours} /></Section>}
      </div>
    </DealFrame>
  );
});
