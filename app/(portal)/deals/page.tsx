import type { Metadata } from "next";
import { DealFilters, dealsHref } from "@/components/deals/deal-filters";
import { DealViews } from "@/components/deals/deal-views";
import { DealsTable } from "@/components/deals/deals-table";
import { portalPage } from "@/components/layout/portal-page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { zoneOf } from "@/lib/auth/ctx";
import { createDealRefusal } from "@/lib/deals/policy";
import { countDealsByStage, listDeals, listDeliveryTeams, listSellers } from "@/lib/deals/queries";
import { listDealsParams } from "@/lib/deals/schema";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Deals" };

export default portalPage(async function DealsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const [ctx, params] = await Promise.all([pageCtx(), searchParams]);
  const { after, ...filter } = listDealsParams.parse(params);
  const [{ rows, next }, counts, sellers, teams] = await Promise.all([
    listDeals(ctx, { ...filter, after }), countDealsByStage(ctx), listSellers(ctx), listDeliveryTeams(ctx),
  ]);
  const mayCreate = createDealRefusal(ctx.actor) === null;
  const isFiltered = Object.values(filter).some(Boolean);
  const create = mayCreate && <ButtonLink href="/deals/new" variant="primary" icon="plus">New deal</ButtonLink>;
  return (
    <>
      <PageHeader title="Deals" actions={rows.length > 0 || isFiltered ? create : undefined} />
      <DealViews current="list" filter={filter} />
      <DealFilters filter={filter} sellers={sellers} teams={teams} counts={counts} />
      {rows.length > 0 ? <DealsTable caption="Deals" deals={rows} now={ctx.now} zone={zoneOf(ctx)} /> : isFiltered ? (
        <EmptyState icon="search" action={<ButtonLink href="/deals">Clear filters</ButtonLink>}>No deal matches these filters.</EmptyState>
      ) : (
        <EmptyState icon="briefcase" action={create}>{mayCreate ? "Your first deal starts here." : "You see a deal once its handover reaches you or your team."}</EmptyState>
      )}
      <Pagination previous={after ? dealsHref(filter) : null} next={next && dealsHref(filter, next)} />
    </>
  );
});
