import type { Metadata } from "next";
import { NoPermission } from "@/components/layout/no-permission";
import { templateCrumbs } from "@/components/admin/template-crumbs";
import { templateHref } from "@/components/admin/template-list";
import { TemplatePreview } from "@/components/admin/template-preview";
import { AnswerField } from "@/components/handovers/brief/answer-field";
import { portalPage } from "@/components/layout/portal-page";
import { ReadingLayout } from "@/components/layout/reading-layout";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { adminRefusal } from "@/lib/auth/policy";
import type { BriefField } from "@/lib/handovers/queries/brief";
import { requiredReason } from "@/lib/handovers/rules/readiness";
import { teamOfField } from "@/lib/handovers/rules/template";
import { pageCtx } from "@/lib/http/page";
import { getTemplate } from "@/lib/policies/queries/templates";

export const metadata: Metadata = { title: "Preview" };

type Props = { params: Promise<{ team: string }>; searchParams: Promise<{ section?: string }> };

export default portalPage(async function PreviewPage({ params, searchParams }: Props) {
  const [ctx, { team: teamId }, { section: asked }] = [await pageCtx(), await params, await searchParams];
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Preview" reason={refused.reason} />;
  const { team, draft, inForce, sections, fields } = await getTemplate(ctx, teamId);
  const section = sections.find(({ id }) => id === asked) ?? sections[0];
  const facts = { answers: [], complexity: null, contract: null, teams: [team.slug] };
  const shown = fields.filter((field) => field.section === section?.id && !field.id.startsWith("complexity."));
  const asField = (field: (typeof fields)[number]): BriefField => ({
    field, answer: null, required: requiredReason(field, facts, fields), isShown: true, team: teamOfField(field.id) && team.name, source: null, offer: null,
  });
  const choices = { people: [], contacts: [], teams: [{ id: team.id, name: team.name }], currency: "EUR" };
  return (
    <>
      <PageHeader
        title={section?.label ?? ""} crumbs={templateCrumbs(team)} description={section?.why}
        actions={<ButtonLink href={templateHref(team.id)}>Back to the template</ButtonLink>}
      />
      <ReadingLayout label="Sections" parts={sections.map(({ id, label }) => ({ href: `?section=${id}`, label, current: id === section?.id }))}>
        <div className="space-y-7">
          <Banner icon="eye" title={`Version ${draft?.version ?? inForce.version} as the seller sees it${draft ? ", once it is published" : ""}.`}>Try it: what depends on an answer appears and goes. Nothing is kept.</Banner>
          <TemplatePreview key={section?.id} known={facts}>
            <form autoComplete="off" noValidate className="space-y-7">{shown.map((field) => <AnswerField key={field.id} one={asField(field)} choices={choices} names={{}} />)}</form>
          </TemplatePreview>
        </div>
      </ReadingLayout>
    </>
  );
});
