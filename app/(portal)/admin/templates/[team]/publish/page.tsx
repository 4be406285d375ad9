import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoPermission } from "@/components/layout/no-permission";
import { TemplateChanges } from "@/components/admin/template-changes";
import { templateCrumbs } from "@/components/admin/template-crumbs";
import { templateHref } from "@/components/admin/template-list";
import { changeCount } from "@/components/admin/template-standing";
import { portalPage } from "@/components/layout/portal-page";
import { ActionButton } from "@/components/people/action-button";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";
import { publishTemplateAction } from "@/lib/policies/actions";
import { SECTIONS } from "@/lib/policies/fields";
import { getTemplate } from "@/lib/policies/queries/templates";
import { templateUsage } from "@/lib/policies/queries/usage";

export const metadata: Metadata = { title: "Check and publish" };

export default portalPage(async function PublishPage({ params }: { params: Promise<{ team: string }> }) {
  const [ctx, { team: teamId }] = [await pageCtx(), await params];
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Check and publish" reason={refused.reason} />;
  const view = await getTemplate(ctx, teamId);
  const { team, draft, inForce, problems, changes, sectionsDiffer } = view;
  if (!draft) redirect(templateHref(team.id));
  const { versions } = await templateUsage(ctx, teamId);
  const drafts = versions.reduce((sum, { uses }) => sum + uses.drafts, 0);
  const count = changeCount(view);
  const fieldHref = (id: string) => templateHref(team.id, `/fields/${id}`);
  return (
    <>
      <PageHeader title={`Version ${draft.version}, against version ${inForce.version}`} crumbs={templateCrumbs(team)} description="What is published never changes; the next change is the next version." />
      <div className="max-w-reading space-y-10">
        {problems.length > 0 && (
          <Banner tone="danger" title="To be put right before it can be published">
            <ul className="list-disc space-y-1 ps-5">{problems.map(({ field, sentence }) => <li key={sentence}>{field ? <TextLink href={fieldHref(field)}>{sentence}</TextLink> : sentence}</li>)}</ul>
          </Banner>
        )}
        {count === 0 ? <EmptyState icon="layers" action={<ButtonLink href={templateHref(team.id)}>Back to the template</ButtonLink>}>Nothing is changed against the version in force.</EmptyState> : (
          <Section title={`${count} ${count === 1 ? "change" : "changes"}`}>
            {changes.fields.length > 0 && <TemplateChanges fields={changes.fields} hrefOf={fieldHref} />}
            {changes.reordered.length > 0 && <p>The fields of {changes.reordered.map((id) => SECTIONS[id].label).join(", ")} stand in another order.</p>}
            {sectionsDiffer && <p>The order of the sections, or what they say of themselves, is another.</p>}
          </Section>
        )}
        {problems.length === 0 && count > 0 && (
          <Section
            title="Publish"
            description={drafts === 0 ? "New handovers of this team begin with it." : <>New handovers of this team begin with it. <TextLink href={templateHref(team.id, "/usage")}>{drafts} {drafts === 1 ? "draft" : "drafts"}</TextLink> {drafts === 1 ? "stays on its version until somebody who writes it moves it up." : "stay on their version until somebody who writes them moves them up."}</>}
          >
            <ActionButton action={publishTemplateAction} fields={{ teamId: team.id, revision: String(draft.revision) }} variant="primary" icon="check" done={`Version ${draft.version} is in force`}>Publish version {draft.version}</ActionButton>
          </Section>
        )}
      </div>
    </>
  );
});
