import type { Metadata } from "next";
import { crumbsOf } from "@/components/handovers/brief/parts";
import { TemplateMoveSection } from "@/components/handovers/brief/template-move";
import { portalPage } from "@/components/layout/portal-page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { getTemplateMoves } from "@/lib/handovers/queries/template-moves";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Newer template" };

export default portalPage(async function TemplateMovePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { head, previews, refusal } = await getTemplateMoves(await pageCtx(), id);
  return (
    <>
      <PageHeader title="Newer template" crumbs={crumbsOf({ head })} description="This brief keeps the template it was begun with. You can move it up; here is what would change. No answer is lost." />
      <div className="max-w-reading space-y-12">
        {previews.length === 0 && <EmptyState icon="circle-check" action={<ButtonLink href={`/handovers/${id}/brief`}>Back to the brief</ButtonLink>}>This brief uses the newest template of each of its teams.</EmptyState>}
        {previews.map((preview) => <TemplateMoveSection key={preview.teamId} handoverId={id} revision={head.revision} preview={preview} refusal={refusal} />)}
      </div>
    </>
  );
});
