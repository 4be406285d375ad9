import type { Metadata } from "next";
import { ClientsTable } from "@/components/clients/clients-table";
import { portalPage } from "@/components/layout/portal-page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { clientRefusal } from "@/lib/clients/policy";
import { listClients } from "@/lib/clients/queries";
import { listClientsParams } from "@/lib/clients/schema";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Clients" };

export default portalPage(async function ClientsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const [ctx, params] = await Promise.all([pageCtx(), searchParams]);
  const { search, after } = listClientsParams.parse(params);
  const { rows, next } = await listClients(ctx, { search, after });
  const at = (more: Record<string, string>) => `/clients?${new URLSearchParams({ ...(search && { search }), ...more })}`;
  const mayCreate = clientRefusal(ctx.actor, "create") === null;
  const create = mayCreate && <ButtonLink href="/clients/new" variant={rows.length === 0 ? "secondary" : "primary"} icon="plus">New client</ButtonLink>;
  return (
    <>
      <PageHeader title="Clients" actions={create} />
      <FilterBar action="/clients" active={search ? [{ label: `“${search}”`, removeHref: "/clients" }] : []}>
        <SearchField label="Name, contact or website" name="search" defaultValue={search} className="sm:min-w-72" />
      </FilterBar>
      {rows.length > 0 ? <ClientsTable clients={rows} /> : search ? (
        <EmptyState icon="search" action={<ButtonLink href="/clients">Clear the search</ButtonLink>}>No client matches “{search}”.</EmptyState>
      ) : (
        <EmptyState icon="building" action={create}>{mayCreate ? "The first client starts here." : "You see the clients of the deals that are handed over to you."}</EmptyState>
      )}
      <Pagination previous={after ? at({}) : null} next={next && at({ after: next })} />
    </>
  );
});
