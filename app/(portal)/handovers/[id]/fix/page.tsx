import type { Metadata } from "next";
import { FixList } from "@/components/handovers/brief/fix-list";
import { NoEdit } from "@/components/handovers/brief/no-edit";
import { crumbsOf } from "@/components/handovers/brief/parts";
import { ThreadActions } from "@/components/handovers/reading/thread-actions";
import { portalPage } from "@/components/layout/portal-page";
import { PageHeader } from "@/components/ui/page-header";
import { zoneOf } from "@/lib/auth/ctx";
import { getBrief } from "@/lib/handovers/queries/brief";
import { listThreads } from "@/lib/handovers/queries/threads";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "What was returned" };

export default portalPage(async function FixPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await pageCtx();
  const brief = await getBrief(ctx, id);
  const threads = await listThreads(ctx, brief.head);
  const count = brief.points.length;
  return (
    <div className="max-w-form">
      <PageHeader
        title="What was returned" crumbs={crumbsOf(brief)}
        description={count > 0 ? `${brief.head.deal.name}: mend ${count === 1 ? "the point" : "each point"} here, then resubmit.` : undefined}
      />
      {brief.mayEdit ? <FixList brief={brief} threads={threads} zone={zoneOf(ctx)} /> : <NoEdit brief={brief} />}
      <ThreadActions id={id} />
    </div>
  );
});
