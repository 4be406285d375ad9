import type { Metadata } from "next";
import { HandoverFilters } from "@/components/handovers/brief/handover-filters";
import { HandoverTable } from "@/components/handovers/brief/handover-table";
import { portalPage } from "@/components/layout/portal-page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { zoneOf } from "@/lib/auth/ctx";
import { createDealRefusal } from "@/lib/deals/policy";
import { listFilters, listHandovers, type ListParams } from "@/lib/handovers/queries/list";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Handovers" };

export default portalPage(async function HandoversPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [ctx, { status, team, owner, pm, after }] = await Promise.all([pageCtx(), searchParams]);
  const { rows, next } = await listHandovers(ctx, { status, team, owner, pm, after });
  const filters = await listFilters(ctx);
  const kept = Object.fromEntries(Object.entries({ status, team, owner, pm }).filter((one): one is [string, string] => typeof one[1] === "string" && one[1] !== ""));
  const at = (more: Record<string, string>) => `/handovers?${new URLSearchParams({ ...kept, ...more })}`;
  const isFiltered = Object.keys(kept).length > 0;
  const create = createDealRefusal(ctx.actor) === null && <ButtonLink href="/handovers/new" variant="primary" icon="plus">New handover</ButtonLink>;
  return (
    <>
      <PageHeader title="Handovers" actions={create} />
      <HandoverFilters kept={kept} filters={filters} />
      {rows.length > 0 ? <HandoverTable rows={rows} now={ctx.now} zone={zoneOf(ctx)} /> : isFiltered || after ? (
        <EmptyState icon="search" action={<ButtonLink href="/handovers">Clear filters</ButtonLink>}>No handover matches these filters.</EmptyState>
      ) : (
        <EmptyState icon="handshake" action={create}>{create ? "The first handover starts from a deal." : "A handover appears here once it concerns you."}</EmptyState>
      )}
      <Pagination previous={after ? at({}) : null} next={next && at({ after: next })} />
    </>
  );
});
