import type { Metadata } from "next";
import { portalPage } from "@/components/layout/portal-page";
import { RateCard } from "@/components/options/rate-card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { zoneOf } from "@/lib/auth/ctx";
import { pageCtx } from "@/lib/http/page";
import { listRateCards } from "@/lib/options/queries/rate-card";
import { addDays, dayIn } from "@/lib/platform/time";

export const metadata: Metadata = { title: "Rate card" };

/** The standing estimates of the delivery teams (P7.2): leads write them, and sellers of simple work take theirs from here. */
export default portalPage(async function RateCardPage() {
  const ctx = await pageCtx();
  const { teams, most } = await listRateCards(ctx);
  const latest = addDays(dayIn(zoneOf(ctx), ctx.now), most);
  return (
    <>
      <PageHeader title="Rate card" description="What work that comes again and again takes, on a lead’s word. Options of simple work take their estimates from here, and nobody is asked." />
      {teams.length === 0 ? <EmptyState icon="list">You belong to no delivery team.</EmptyState> : (
        <div className="max-w-wide space-y-10">{teams.map((team) => <RateCard key={team.id} team={team} latest={latest} now={ctx.now} />)}</div>
      )}
    </>
  );
});
