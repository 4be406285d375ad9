import type { Metadata } from "next";
import { ClientForm } from "@/components/clients/client-form";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { clientRefusal } from "@/lib/clients/policy";
import { getClient } from "@/lib/clients/queries";
import { pageCtx } from "@/lib/http/page";
import { ZONES } from "@/lib/platform/zones";

export const metadata: Metadata = { title: "Edit client" };

export default portalPage(async function EditClientPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([pageCtx(), params]);
  const client = await getClient(ctx, { id });
  const refused = clientRefusal(ctx.actor, "edit");
  return (
    <>
      <PageHeader title="Edit client" crumbs={[{ href: "/clients", label: "Clients" }, { href: `/clients/${id}`, label: client.name }]} />
      {refused ? <Banner tone="warning">{refused.reason}</Banner> : <ClientForm client={client} zones={ZONES} />}
    </>
  );
});
