import type { Metadata } from "next";
import { Standing } from "@/components/clients/clients-table";
import { ContactList } from "@/components/clients/contact-list";
import { DealsTable } from "@/components/deals/deals-table";
import { portalPage } from "@/components/layout/portal-page";
import { ButtonLink } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { zoneOf } from "@/lib/auth/ctx";
import { websiteHref } from "@/lib/clients/format";
import { clientRefusal } from "@/lib/clients/policy";
import { getClient } from "@/lib/clients/queries";
import { createDealRefusal } from "@/lib/deals/policy";
import { pageCtx } from "@/lib/http/page";

type Params = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "Client" };

export default portalPage(async function ClientPage({ params }: Params) {
  const [ctx, { id }] = await Promise.all([pageCtx(), params]);
  const client = await getClient(ctx, { id });
  const may = (power: "edit" | "erase") => clientRefusal(ctx.actor, power) === null;
  const mayCreateDeal = createDealRefusal(ctx.actor) === null;
  const href = websiteHref(client.website);
  const facts = [
    { term: "Legal name", detail: client.legalName },
    { term: "Website", detail: href ? <TextLink href={href} external>{client.website}</TextLink> : client.website },
    { term: "Industry", detail: client.industry },
    { term: "Country", detail: client.country },
    { term: "Time zone", detail: client.zone },
  ].filter(({ detail }) => detail !== "");
  return (
    <>
      <PageHeader
        title={client.name}
        crumbs={[{ href: "/clients", label: "Clients" }]}
        aside={<Standing isCustomer={client.isCustomer} look="pill" />}
        actions={<>
          {may("edit") && <ButtonLink href={`/clients/${id}/edit`} icon="pencil">Edit</ButtonLink>}
          {mayCreateDeal && <ButtonLink href={`/deals/new?client=${id}`} variant="primary" icon="plus">New deal</ButtonLink>}
        </>}
      />
      <div className="space-y-10">
        {facts.length > 0 && <DescriptionList items={facts} />}
        <Section
          title="Contacts"
          actions={may("edit") && client.contacts.length > 0 && <ButtonLink href={`/clients/${id}/contacts/new`} size="sm" icon="user-plus">Add a contact</ButtonLink>}
        >
          <ContactList clientId={id} contacts={client.contacts} canEdit={may("edit")} canErase={may("erase")} />
        </Section>
        <Section title="Deals and handovers">
          {client.deals.length > 0
            ? <DealsTable caption={`Deals with ${client.name}`} deals={client.deals.map(({ handovers, ...deal }) => ({ ...deal, client: null, handover: handovers[0] ?? null }))} now={ctx.now} zone={zoneOf(ctx)} />
            : <EmptyState icon="briefcase">There is no deal with this client that you can see.</EmptyState>}
        </Section>
      </div>
    </>
  );
});
