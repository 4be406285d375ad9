import type { Metadata } from "next";
import { NoEdit } from "@/components/handovers/brief/no-edit";
import { crumbsOf } from "@/components/handovers/brief/parts";
import { Replay } from "@/components/handovers/brief/replay";
import { NoLongerAsked, TemplateOffer } from "@/components/handovers/brief/template-move";
import { TaskList } from "@/components/handovers/brief/task-list";
import { portalPage } from "@/components/layout/portal-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Status } from "@/components/ui/status";
import { STATUS_LOOK } from "@/lib/handovers/format";
import { isAfterAcceptance } from "@/lib/handovers/lifecycle";
import { getBrief } from "@/lib/handovers/queries/brief";
import { listUnasked, offeredMovesOf } from "@/lib/handovers/queries/template-moves";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Brief" };

export default portalPage(async function BriefPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await pageCtx();
  const brief = await getBrief(ctx, id);
  const { head, points } = brief;
  const [offered, unasked] = [await offeredMovesOf(ctx, head), await listUnasked(ctx, head)];
  const look = STATUS_LOOK[head.status];
  return (
    <>
      <PageHeader
        title={`Brief of ${head.deal.name}`} crumbs={crumbsOf(brief, false)}
        aside={<Status tone={look.tone} icon={look.icon} look="pill">{look.label}</Status>}
        description={isAfterAcceptance(head.status)
          ? `${head.client.name}. Change what turned out differently; the others read version ${head.briefVersion} until you make it an amendment.`
          : `${head.client.name}. Fill in the sections in any order; everything is kept as you type.`}
        actions={points.length > 0 && brief.mayEdit && <ButtonLink variant="primary" href={`/handovers/${id}/fix`} icon="corner-up-left">Fix what was returned</ButtonLink>}
      />
      <div className="space-y-8">
        <TemplateOffer handoverId={id} offered={offered} />
        {brief.mayEdit ? <><Replay handoverId={id} userId={brief.userId} /><TaskList brief={brief} /></> : <NoEdit brief={brief} />}
        <NoLongerAsked answers={unasked} />
      </div>
    </>
  );
});
