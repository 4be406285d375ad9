import type { Metadata } from "next";
import { EditDealForm } from "@/components/deals/deal-form";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { amountText, dayOf } from "@/lib/deals/format";
import { dealRefusal } from "@/lib/deals/policy";
import { getDeal, listDeliveryTeams, listSellers } from "@/lib/deals/queries";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Edit deal" };

export default portalPage(async function EditDealPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([pageCtx(), params]);
  const deal = await getDeal(ctx, { id });
  const [sellers, teams] = await Promise.all([listSellers(ctx), listDeliveryTeams(ctx)]);
  const refused = dealRefusal(ctx.actor, "edit", deal.facts);
  const { name, currency, source, contractType } = deal;
  const values = {
    name, currency, source, contractType,
    amount: deal.valueMinor === 0 ? "" : amountText(deal.valueMinor, currency),
    expectedClose: deal.expectedClose ? dayOf(deal.expectedClose) : "",
    teamIds: deal.teams.map((team) => team.id),
  };
  const known = sellers.some((seller) => seller.id === deal.owner.id) ? sellers : [deal.owner, ...sellers];
  return (
    <>
      <PageHeader title="Edit deal" crumbs={[{ href: "/deals", label: "Deals" }, { href: `/deals/${id}`, label: deal.name }]} />
      {refused ? <Banner tone="warning">{refused.reason}</Banner> : (
        <EditDealForm
          id={id} revision={deal.revision} ownerId={deal.owner.id} mayPassOn={dealRefusal(ctx.actor, "invite", deal.facts) === null}
          values={values} teams={teams} sellers={known}
        />
      )}
    </>
  );
});
