import type { Metadata } from "next";
import { ContactForm } from "@/components/clients/contact-form";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { clientRefusal } from "@/lib/clients/policy";
import { getContact } from "@/lib/clients/queries";
import { pageCtx } from "@/lib/http/page";
import { ZONES } from "@/lib/platform/zones";

export const metadata: Metadata = { title: "Edit contact" };

export default portalPage(async function EditContactPage({ params }: { params: Promise<{ id: string; contact: string }> }) {
  const [ctx, { contact: id }] = await Promise.all([pageCtx(), params]);
  const contact = await getContact(ctx, { id });
  const refused = clientRefusal(ctx.actor, "edit")?.reason ?? (contact.erasedAt ? "This person was erased." : null);
  const { client } = contact;
  return (
    <>
      <PageHeader title="Edit contact" crumbs={[{ href: "/clients", label: "Clients" }, { href: `/clients/${client.id}`, label: client.name }]} />
      {refused ? <Banner tone="warning">{refused}</Banner> : <ContactForm clientId={client.id} contact={contact} zones={ZONES} />}
    </>
  );
});
