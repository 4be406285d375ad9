import type { Metadata } from "next";
import { BriefReading } from "@/components/handovers/review/brief-reading";
import { HandoverHeader } from "@/components/handovers/overview/header";
import { portalPage } from "@/components/layout/portal-page";
import { ReadingLayout } from "@/components/layout/reading-layout";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { getPreview } from "@/lib/handovers/queries/preview";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "As the PM sees it" };

/** A draft as its reviewer will read it; nothing here decides or changes anything. */
export default portalPage(async function PreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([pageCtx(), params]);
  const { head, refusal, sections, topThree, promises } = await getPreview(ctx, id);
  const back = <ButtonLink size="sm" href={refusal ? `/handovers/${id}` : `/handovers/${id}/brief`}>{refusal ? "Open the handover" : "Back to the sections"}</ButtonLink>;
  return (
    <>
      <HandoverHeader head={head} crumbs={[{ href: "/handovers", label: "Handovers" }, { href: `/handovers/${id}/brief`, label: "Brief" }]} />
      {refusal ? <Banner tone="info" icon="lock" title={refusal.reason} actions={back}>Rule {refusal.rule}</Banner> : (
        <ReadingLayout
          label="Sections of the brief"
          parts={[{ href: "#field-delivery.topThree", label: "Top three" }, ...sections.map((section) => ({ href: `#section-${section.id}`, label: section.label }))]}
        >
          <div className="space-y-10">
            <Banner tone="info" icon="eye" title="A preview: this is what the PM will read." actions={back}>
              It shows the brief as it stands now, in the order of the review. Nothing was submitted, and nobody else sees it.
            </Banner>
            <BriefReading sections={sections} topThree={topThree} promises={promises} />
          </div>
        </ReadingLayout>
      )}
    </>
  );
});
