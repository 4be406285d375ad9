import type { Metadata } from "next";
import { Uploads } from "@/components/documents/uploads";
import { NoEdit } from "@/components/handovers/brief/no-edit";
import { crumbsOf, partsOf } from "@/components/handovers/brief/parts";
import { SectionForm } from "@/components/handovers/brief/section-form";
import { portalPage } from "@/components/layout/portal-page";
import { ReadingLayout } from "@/components/layout/reading-layout";
import { PageHeader } from "@/components/ui/page-header";
import { zoneOf } from "@/lib/auth/ctx";
import { getBrief } from "@/lib/handovers/queries/brief";
import { nothingHere, pageCtx } from "@/lib/http/page";
import { env } from "@/lib/platform/env";
import { SECTIONS, type SectionId } from "@/lib/policies/fields";

type Props = { params: Promise<{ id: string; section: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section } = await params;
  return { title: section in SECTIONS ? SECTIONS[section as SectionId].label : "Brief" };
}

export default portalPage(async function SectionPage({ params }: Props) {
  const { id, section: asked } = await params;
  const ctx = await pageCtx();
  const brief = await getBrief(ctx, id);
  const section = brief.sections.find((one) => one.id === asked);
  if (!section) nothingHere();
  return (
    <>
      <PageHeader title={section.label} crumbs={crumbsOf(brief)} description={section.why} />
      <ReadingLayout label="Sections of the brief" parts={partsOf(brief, section.id)}>
        {brief.mayEdit
          ? <><SectionForm brief={brief} section={section} zone={zoneOf(ctx)} /><Uploads handoverId={id} maxMb={env.UPLOAD_MAX_MB} /></>
          : <NoEdit brief={brief} />}
      </ReadingLayout>
    </>
  );
});
