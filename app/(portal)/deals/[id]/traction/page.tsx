import type { Metadata } from "next";
import { DealFrame } from "@/components/deals/deal-frame";
import { portalPage } from "@/components/layout/portal-page";
import { EvidenceList } from "@/components/traction/evidence-list";
import { GrantsSection } from "@/components/traction/grants-section";
import { Allowed, MissingEvidence, Score } from "@/components/traction/score";
import { EvidenceForm, GrantForm } from "@/components/traction/traction-form";
import { Notice } from "@/components/ui/banner";
import { RefusedAction } from "@/components/ui/refused-action";
import { Section } from "@/components/ui/section";
import { zoneOf } from "@/lib/auth/ctx";
import { dayOf } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import { dealRefusal } from "@/lib/deals/policy";
import { getDeal } from "@/lib/deals/queries";
import { pageCtx } from "@/lib/http/page";
import { dayIn } from "@/lib/platform/time";
import { involvementLabel } from "@/lib/traction/format";
import { getTraction } from "@/lib/traction/queries/page";
import { evidenceRefusal, GRANT_DAYS, grantRefusal } from "@/lib/traction/rules/evidence";
import { INVOLVEMENTS } from "@/lib/traction/rules/traction";

export const metadata: Metadata = { title: "Traction" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | undefined>> };
const HOUR = 60 * 60 * 1000;

export default portalPage(async function TractionPage({ params, searchParams }: Props) {
  const [ctx, { id }, { kind, withdraw, revoke }] = await Promise.all([pageCtx(), params, searchParams]);
  const deal = await getDeal(ctx, { id });
  const traction = await getTraction(ctx, { id });
  const mayRecord = dealRefusal(ctx.actor, "recordEvidence", deal.facts) === null && evidenceRefusal(deal.stage) === null;
  const refusedGrant = dealRefusal(ctx.actor, "grantInvolvement", deal.facts) ?? grantRefusal(deal.stage);
  const mayRevoke = dealRefusal(ctx.actor, "revokeGrant", deal.facts) === null;
  const time = { now: ctx.now, zone: zoneOf(ctx) };
  const closed = evidenceRefusal(deal.stage);
  return (
    <DealFrame deal={deal} actor={ctx.actor} tab="/traction">
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 space-y-10">
          {closed && <Notice tone="info">{closed.reason}</Notice>}
          {deal.stage === "PARKED" && <Notice tone="warning">The deal is parked. New evidence revives it, to the stage that it had (P5.6).</Notice>}
          <Score traction={traction} isOpen={isOpen(deal.stage)} />
        </div>
        <aside aria-label="What traction allows" className="min-w-0 space-y-10 lg:row-span-2">
          {!closed && <Allowed traction={traction} now={ctx.now} />}
          {!closed && <MissingEvidence id={id} missing={traction.missing} mayAdd={mayRecord} />}
          <GrantsSection id={id} grants={traction.grants} max={traction.max} mayRevoke={mayRevoke} revoking={revoke} {...time} />
          {isOpen(deal.stage) && (
            <Section title="Grant against the rule" id="grant">
              {refusedGrant ? <RefusedAction reason={refusedGrant.reason} rule={refusedGrant.rule}>Grant involvement</RefusedAction> : (
                <GrantForm id={id} kinds={INVOLVEMENTS.map((value) => ({ value, label: involvementLabel(value) }))} latest={dayOf(new Date(ctx.now.getTime() + (GRANT_DAYS - 1) * 24 * HOUR))} />
              )}
            </Section>
          )}
        </aside>
        <div className="min-w-0 space-y-10">
          <EvidenceList id={id} evidence={traction.evidence} mayWithdraw={mayRecord} withdrawing={withdraw} {...time} />
          {mayRecord && (
            <Section title="Record evidence" id="add">
              <EvidenceForm key={kind} id={id} kinds={traction.kinds} kind={kind} today={dayIn(time.zone, ctx.now)} latest={dayOf(new Date(ctx.now.getTime() + 14 * HOUR))} />
            </Section>
          )}
        </div>
      </div>
    </DealFrame>
  );
});
