import type { Metadata } from "next";
import { NewDealForm } from "@/components/deals/deal-form";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { personOf } from "@/lib/auth/ctx";
import { listClientChoices } from "@/lib/clients/queries";
import { createDealRefusal } from "@/lib/deals/policy";
import { getNewDealValues, listDeliveryTeams, listSellers } from "@/lib/deals/queries";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "New deal" };

export default portalPage(async function NewDealPage({ searchParams }: { searchParams: Promise<{ client?: string }> }) {
  const [ctx, { client }] = await Promise.all([pageCtx(), searchParams]);
  const refused = createDealRefusal(ctx.actor);
  const [values, clients, sellers, teams] = await Promise.all([getNewDealValues(ctx), listClientChoices(ctx), listSellers(ctx), listDeliveryTeams(ctx)]);
  const me = personOf(ctx.actor) ?? "";
  return (
    <>
      <PageHeader title="New deal" crumbs={[{ href: "/deals", label: "Deals" }]} />
      {refused
        ? <Banner tone="info" icon="lock" title={refused.reason}>Ask the contact owner, or an admin for the role.</Banner>
        : <NewDealForm values={values} clients={clients} client={client} sellers={sellers} teams={teams} me={sellers.some(({ id }) => id === me) ? me : ""} />}
    </>
  );
});
