import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoPermission } from "@/components/layout/no-permission";
import { templateCrumbs } from "@/components/admin/template-crumbs";
import { FIELD_CHOICES } from "@/components/admin/template-field-choices";
import { TemplateFieldForm } from "@/components/admin/template-field-form";
import { TemplateFieldWhen } from "@/components/admin/template-field-when";
import { templateHref } from "@/components/admin/template-list";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { adminRefusal } from "@/lib/auth/policy";
import { nothingHere, pageCtx } from "@/lib/http/page";
import { getTemplate } from "@/lib/policies/queries/templates";
import { saidOf } from "@/lib/policies/rules/template-merge";

export const metadata: Metadata = { title: "Field" };

export default portalPage(async function FieldPage({ params }: { params: Promise<{ team: string; field: string }> }) {
  const [ctx, { team: teamId, field: id }] = [await pageCtx(), await params];
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Field" reason={refused.reason} />;
  const { team, draft, sections, words, problems, publishedFields } = await getTemplate(ctx, teamId);
  const found = sections.flatMap(({ fields }) => fields).find((one) => one.field.id === id);
  if (!found) nothingHere();
  if (!draft) redirect(templateHref(team.id));
  const { field, isOwn } = found;
  const wrong = problems.filter((problem) => problem.field === id);
  return (
    <>
      <PageHeader title={field.label} crumbs={templateCrumbs(team)} description={isOwn ? `A field that only ${team.name} asks.` : "A core field: every template has it. It can be reworded here, and its answer keeps its form."} />
      <div className="space-y-10">
        {wrong.length > 0 && <Banner tone="warning" title="To be put right before publishing">{wrong.map(({ sentence }) => <p key={sentence}>{sentence}</p>)}</Banner>}
        <TemplateFieldWhen teamId={team.id} revision={draft.revision} one={found} words={words} />
        <Section title="What it asks">
          <TemplateFieldForm
            teamId={team.id} revision={draft.revision} kind={isOwn ? "changeField" : "wordCore"} id={id} said={saidOf(field)} {...FIELD_CHOICES} isTypeFixed={publishedFields.has(id)}
          />
        </Section>
      </div>
    </>
  );
});
