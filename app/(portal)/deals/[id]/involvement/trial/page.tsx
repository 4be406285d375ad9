import type { Metadata } from "next";
import { TrialForm } from "@/components/involvement/trial-form";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { dealRefusal } from "@/lib/deals/policy";
import { getDeal } from "@/lib/deals/queries";
import { pageCtx } from "@/lib/http/page";
import { getAsking } from "@/lib/involvement/queries/of-deal";
import { calendarOf } from "@/lib/platform/business-time";
import { zoneOf } from "@/lib/auth/ctx";
import { TRIAL_CAP, TRIAL_WORDS, usualDue } from "@/lib/trials/rules/trial";

export const metadata: Metadata = { title: "Ask for a trial task" };

/** The seller's request for a trial task (P6.5). */
export default portalPage(async function NewTrialPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([pageCtx(), params]);
  const deal = await getDeal(ctx, { id });
  const asking = await getAsking(ctx, { dealId: id });
  const refused = dealRefusal(ctx.actor, "involve", deal.facts) ?? asking.refusals.TRIAL;
  const option = ({ id: value, name, as }: { id: string; name: string; as: string }) => ({ value, label: `${name}, ${as}` });
  return (
    <>
      <PageHeader title="Ask for a trial task" crumbs={[{ href: "/deals", label: "Deals" }, { href: `/deals/${id}`, label: deal.name }, { href: `/deals/${id}/involvement`, label: "Involvement" }]} />
      {refused ? <Banner tone="warning">{refused.reason}</Banner> : (
        <TrialForm
          dealId={id} currency={deal.currency} words={TRIAL_WORDS}
          developers={asking.choices.filter(({ develops }) => develops.length > 0).map(option)} leads={asking.choices.filter(({ leads }) => leads.length > 0).map(option)}
          usual={{ hours: Math.min(TRIAL_CAP.usual / 60, asking.caps.trialHours), dueOn: usualDue(calendarOf({ zone: zoneOf(ctx) }), ctx.now, asking.caps) }}
        />
      )}
    </>
  );
});
