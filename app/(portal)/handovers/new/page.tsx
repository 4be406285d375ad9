import type { Metadata } from "next";
import { StartForm } from "@/components/deals/start-form";
import { StartList } from "@/components/deals/start-list";
import { StartHandover } from "@/components/handovers/brief/start-handover";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { dealNumber, STAGES } from "@/lib/deals/format";
import { createDealRefusal } from "@/lib/deals/policy";
import { getDeal, getNewDealValues, listDeliveryTeams, listStartableDeals } from "@/lib/deals/queries";
import { pageCtx } from "@/lib/http/page";
import { ZONES } from "@/lib/platform/zones";

export const metadata: Metadata = { title: "New handover" };

const CRUMBS = [{ href: "/handovers", label: "Handovers" }];

export default portalPage(async function NewHandoverPage({ searchParams }: { searchParams: Promise<{ deal?: string }> }) {
  const [ctx, { deal }] = await Promise.all([pageCtx(), searchParams]);
  const refusal = createDealRefusal(ctx.actor);
  if (deal) return <FromDeal deal={await getDeal(ctx, { id: deal })} />;
  if (refusal)
    return (
      <>
        <PageHeader title="New handover" crumbs={CRUMBS} />
        <Banner tone="info" icon="lock" title={refusal.reason}>Rule {refusal.rule}. Ask the contact owner, or your manager for the role.</Banner>
      </>
    );
  return (
    <div className="max-w-reading space-y-10">
      <PageHeader title="New handover" crumbs={CRUMBS} description="It starts from a deal, so that what is known already is filled in." />
      <Section title="From one of your deals"><StartList deals={await listStartableDeals(ctx)} /></Section>
      <details className="disclosure border-y border-line py-3">
        <summary className="flex min-h-8 items-center gap-2 rounded-sm text-md font-semibold hover:text-accent-ink pointer-coarse:min-h-11">
          <Icon name="chevron-right" className="chevron" />
          From nothing
        </summary>
        <p className="text-ink-2">For work that is in no deal yet: the client and the deal are created on the way.</p>
        <div className="pt-5"><StartForm values={await getNewDealValues(ctx)} teams={await listDeliveryTeams(ctx)} zones={ZONES} /></div>
      </details>
    </div>
  );
});

/** One deal: what will be filled in, and the button. */
function FromDeal({ deal }: { deal: Awaited<ReturnType<typeof getDeal>> }) {
  const open = deal.handovers.find(({ status }) => status !== "WITHDRAWN" && status !== "CLOSED");
  return (
    <div className="max-w-form space-y-8">
      <PageHeader title={`Hand over ${deal.name}`} crumbs={[...CRUMBS, { href: "/handovers/new", label: "New handover" }]} description="The draft begins with what the deal and the client already say. You can leave it and come back at any time." />
      <DescriptionList items={[
        { term: "Deal", detail: `${dealNumber(deal.number)}, ${deal.name}` },
        { term: "Client", detail: deal.client.name },
        { term: "Stage", detail: deal.signedOn ? `${STAGES[deal.stage].label}, signed on ${deal.signedOn.toISOString().slice(0, 10)}` : STAGES[deal.stage].label },
        { term: "Contact owner", detail: deal.contactOwner.name },
        { term: "Delivery teams", detail: deal.teams.map(({ name }) => name).join(", ") || "Chosen in the brief" },
      ]} />
      {open
        ? <Banner tone="info" title="This deal is being handed over already." actions={<ButtonLink href={`/handovers/${open.id}`}>Open it</ButtonLink>} />
        : <StartHandover dealId={deal.id} />}
    </div>
  );
}
