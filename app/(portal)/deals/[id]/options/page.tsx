import type { Metadata } from "next";
import { DealFrame } from "@/components/deals/deal-frame";
import { portalPage } from "@/components/layout/portal-page";
import { Gates } from "@/components/options/gates";
import { ArchivedOptions, OptionsList } from "@/components/options/options-list";
import { PresentingSections } from "@/components/presentations/presenting-sections";
import { Notice } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RefusedAction } from "@/components/ui/refused-action";
import { Section } from "@/components/ui/section";
import { zoneOf } from "@/lib/auth/ctx";
import { STAGES } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import { dealRefusal } from "@/lib/deals/policy";
import { getDeal } from "@/lib/deals/queries";
import { pageCtx } from "@/lib/http/page";
import { OPTIONS_AT_MOST } from "@/lib/options/fields";
import { getOptions } from "@/lib/options/queries/page";
import { addDays, dayIn } from "@/lib/platform/time";
import { getPresenting, listChoosers } from "@/lib/presentations/queries/page";
import { HOLDS_DAYS } from "@/lib/presentations/rules/choosing";

export const metadata: Metadata = { title: "Options" };

/** The ways to do the job, and what still stands before they are presented (P7.1, P7.2, P6.6). */
export default portalPage(async function OptionsPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([pageCtx(), params]);
  const deal = await getDeal(ctx, { id });
  const { options, archived, gates } = await getOptions(ctx, { dealId: id });
  const [presenting, contacts] = await Promise.all([getPresenting(ctx, { id }), listChoosers(ctx, { clientId: deal.client.id })]);
  const sells = dealRefusal(ctx.actor, "writeOptions", deal.facts) === null;
  const mayWrite = sells && isOpen(deal.stage);
  const isFull = options.length >= OPTIONS_AT_MOST;
  const ready = gates.every(({ lacks }) => lacks.length === 0);
  const add = mayWrite && (isFull ? <RefusedAction reason={`A deal has at most ${OPTIONS_AT_MOST} options. Put one away first.`} rule="P7.1">Add an option</RefusedAction> : <ButtonLink href={`/deals/${id}/options/new`} icon="plus">Add an option</ButtonLink>);
  return (
    <DealFrame deal={deal} actor={ctx.actor} tab="/options">
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-10">
          {!isOpen(deal.stage) && options.length > 0 && <Notice tone="info">The deal is {STAGES[deal.stage].label.toLowerCase()}: its options stay as they are.</Notice>}
          <Section title="Options" actions={options.length > 0 && add}>
            {options.length > 0 ? <OptionsList dealId={id} options={options} mayWrite={mayWrite} /> : (
              <EmptyState icon="branch" action={mayWrite ? <ButtonLink href={`/deals/${id}/options/new`} variant="primary" icon="plus">Add an option</ButtonLink> : undefined}>
                An option is one way to do the job. Where the client needs guidance, write at least two, such as to repair the site or to rebuild it, and present them side by side.
              </EmptyState>
            )}
            {archived.length > 0 && <ArchivedOptions archived={archived} mayWrite={mayWrite} />}
          </Section>
          {(options.length > 0 || presenting.versions.length > 0) && (
            <PresentingSections
              id={id} presenting={presenting} mayPresent={dealRefusal(ctx.actor, "present", deal.facts) === null} isOpen={isOpen(deal.stage)} isReady={ready} contacts={contacts}
              latestLink={addDays(dayIn("UTC", ctx.now), HOLDS_DAYS)} now={ctx.now} zone={zoneOf(ctx)}
            />
          )}
        </div>
        {sells && options.length > 0 && isOpen(deal.stage) && (
          <aside aria-label="Before presenting" className="min-w-0 space-y-10">
            <Section title="Before presenting" description={ready ? "Everything is there: these options can be presented." : "What still has to be there before the client sees them."}>
              <Gates dealId={id} gates={gates} />
            </Section>
          </aside>
        )}
      </div>
    </DealFrame>
  );
});
