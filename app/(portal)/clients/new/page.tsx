import type { Metadata } from "next";
import { NewClientForm } from "@/components/clients/new-client-form";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { clientRefusal } from "@/lib/clients/policy";
import { pageCtx } from "@/lib/http/page";
import { ZONES } from "@/lib/platform/zones";

export const metadata: Metadata = { title: "New client" };

export default portalPage(async function NewClientPage() {
  const { actor } = await pageCtx();
  const refused = clientRefusal(actor, "create");
  return (
    <>
      <PageHeader title="New client" crumbs={[{ href: "/clients", label: "Clients" }]} />
      {refused ? <Banner tone="info" icon="lock" title={refused.reason}>Ask the contact owner, or an admin for the role.</Banner> : <NewClientForm zones={ZONES} />}
    </>
  );
});
