import type { Metadata } from "next";
import { MoveForm } from "@/components/deals/move-form";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { DEAL_MOVES, moveRefusal } from "@/lib/deals/lifecycle";
import { dealRefusal } from "@/lib/deals/policy";
import { getDeal } from "@/lib/deals/queries";
import { nothingHere, pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Move a deal" };

const ASKED = {
  park: { title: "Park", description: "Nothing happens with it until somebody revives it, or new evidence does." },
  lose: { title: "Lost", description: "Say what tipped the balance: it helps with the next one." },
  revive: { title: "Revive", description: "It is qualified again from then on." },
} as const;

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ to?: string }> };

/** A move that says why, on a page of its own: reached from the board, and without JavaScript. */
export default portalPage(async function MoveDealPage({ params, searchParams }: Props) {
  const [ctx, { id }, { to }] = await Promise.all([pageCtx(), params, searchParams]);
  if (to !== "park" && to !== "lose" && to !== "revive") nothingHere();
  const deal = await getDeal(ctx, { id });
  const refused = dealRefusal(ctx.actor, "move", deal.facts) ?? moveRefusal(to, deal);
  const { title, description } = ASKED[to];
  return (
    <>
      <PageHeader title={`${title}: ${deal.name}`} crumbs={[{ href: "/deals/board", label: "Deals" }, { href: `/deals/${id}`, label: deal.name }]} description={description} />
      {refused ? <Banner tone="warning">{refused.reason}</Banner> : <MoveForm id={id} revision={deal.revision} move={to} confirm={DEAL_MOVES[to].label} danger={to === "lose"} />}
    </>
  );
});
