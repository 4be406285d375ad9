import type { Metadata } from "next";
import { Board } from "@/components/deals/board";
import { BoardForm } from "@/components/deals/board-form";
import { DealFilters, dealsHref } from "@/components/deals/deal-filters";
import { DealViews } from "@/components/deals/deal-views";
import { portalPage } from "@/components/layout/portal-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { zoneOf } from "@/lib/auth/ctx";
import { createDealRefusal } from "@/lib/deals/policy";
import { countDealsByStage, listDeliveryTeams, listSellers } from "@/lib/deals/queries";
import { listBoard } from "@/lib/deals/queries/board";
import { listDealsParams } from "@/lib/deals/schema";
import { pageCtx } from "@/lib/http/page";
import { dayIn } from "@/lib/platform/time";

export const metadata: Metadata = { title: "Board of deals" };

export default portalPage(async function BoardPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const [ctx, params] = await Promise.all([pageCtx(), searchParams]);
  const { after, ...filter } = listDealsParams.parse(params);
  const [columns, counts, sellers, teams] = await Promise.all([listBoard(ctx, { ...filter, after }), countDealsByStage(ctx), listSellers(ctx), listDeliveryTeams(ctx)]);
  const isWhole = !filter.search && !filter.owner && !filter.team;
  return (
    <>
      <PageHeader title="Deals" actions={createDealRefusal(ctx.actor) === null && <ButtonLink href="/deals/new" variant="primary" icon="plus">New deal</ButtonLink>} />
      <DealViews current="board" filter={filter} />
      <DealFilters base="/deals/board" filter={filter} sellers={sellers} teams={teams} counts={counts} />
      <BoardForm>
        <Board
          columns={columns.map(({ stage, cards, next }) => ({ stage, cards, more: next && dealsHref({ ...filter, stage }, next, "/deals/board"), count: isWhole ? counts[stage] ?? 0 : undefined }))}
          today={dayIn(zoneOf(ctx), ctx.now)} now={ctx.now}
        />
      </BoardForm>
    </>
  );
});
