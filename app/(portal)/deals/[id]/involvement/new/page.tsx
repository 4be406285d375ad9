import type { Metadata } from "next";
import { RequestForm } from "@/components/involvement/request-form";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { zoneOf } from "@/lib/auth/ctx";
import { dealRefusal } from "@/lib/deals/policy";
import { getDeal } from "@/lib/deals/queries";
import { pageCtx } from "@/lib/http/page";
import { ASKING } from "@/lib/involvement/format";
import { getAsking } from "@/lib/involvement/queries/of-deal";
import { meetingCostText } from "@/lib/involvement/rules/meeting-cost";
import { CAPS, REQUEST_WORDS } from "@/lib/involvement/rules/request";
import { addDays, dayIn } from "@/lib/platform/time";

export const metadata: Metadata = { title: "Ask delivery" };

const KINDS = ["WRITTEN", "CALL", "ESTIMATE"] as const;

/** The seller's request (P6.4). What cannot be asked for now stays in sight, with the reason. */
export default portalPage(async function NewRequestPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [ctx, { id }, search] = await Promise.all([pageCtx(), params, searchParams]);
  const deal = await getDeal(ctx, { id });
  const asking = await getAsking(ctx, { dealId: id });
  const allowed = KINDS.filter((kind) => asking.refusals[kind] === null);
  const [first] = allowed;
  const kind = KINDS.find((one) => one === search.kind && allowed.includes(one)) ?? first;
  const refused = dealRefusal(ctx.actor, "involve", deal.facts) ?? (kind ? null : asking.refusals.WRITTEN);
  return (
    <>
      <PageHeader title="Ask delivery" crumbs={[{ href: "/deals", label: "Deals" }, { href: `/deals/${id}`, label: deal.name }, { href: `/deals/${id}/involvement`, label: "Involvement" }]} />
      {refused || !kind ? <Banner tone="warning">{refused?.reason}</Banner> : (
        <RequestForm
          dealId={id} kind={kind} cost={meetingCostText(asking.callMinutes)} words={REQUEST_WORDS}
          kinds={KINDS.map((value) => {
            const refusal = asking.refusals[value];
            return { value, label: ASKING[value].label, disabled: refusal !== null, hint: refusal?.reason ?? HINTS[value] };
          })}
          people={asking.choices.map(({ id: value, name, as, preference, refusal }) => ({ value, label: refusal ? `${name}, ${as}: ${refusal}` : [`${name}, ${as}`, preference].filter(Boolean).join(" · "), disabled: refusal !== null }))}
          usual={{ minutes: kind === "CALL" ? asking.callMinutes : Math.min(CAPS[kind].usual, kind === "WRITTEN" ? asking.caps.writtenMinutes : asking.caps.estimateMinutes), neededBy: addDays(dayIn(zoneOf(ctx), ctx.now), 5) }}
        />
      )}
    </>
  );
});

const HINTS = {
  WRITTEN: "Answered when it suits them. The usual way.",
  CALL: "Costs two people's time, and needs a reason.",
  ESTIMATE: "Low, likely and high, for an option.",
} as const;
