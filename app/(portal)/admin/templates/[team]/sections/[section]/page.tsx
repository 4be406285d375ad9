import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoPermission } from "@/components/layout/no-permission";
import { templateCrumbs } from "@/components/admin/template-crumbs";
import { templateHref } from "@/components/admin/template-list";
import { TemplateSectionForm } from "@/components/admin/template-section-form";
import { portalPage } from "@/components/layout/portal-page";
import { PageHeader } from "@/components/ui/page-header";
import { adminRefusal } from "@/lib/auth/policy";
import { nothingHere, pageCtx } from "@/lib/http/page";
import { getTemplate } from "@/lib/policies/queries/templates";

export const metadata: Metadata = { title: "Section" };

export default portalPage(async function SectionSentencePage({ params }: { params: Promise<{ team: string; section: string }> }) {
  const [ctx, { team: teamId, section: id }] = [await pageCtx(), await params];
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Section" reason={refused.reason} />;
  const { team, draft, sections } = await getTemplate(ctx, teamId);
  const section = sections.find((one) => one.id === id);
  if (!section) nothingHere();
  if (!draft) redirect(templateHref(team.id));
  return (
    <>
      <PageHeader title={section.label} crumbs={templateCrumbs(team)} description="Every brief has the same eight sections under the same names, so that reviewers, comparisons and reports speak of the same thing. Their order and their sentence are yours." />
      <TemplateSectionForm teamId={team.id} revision={draft.revision} id={section.id} why={section.why} />
    </>
  );
});
