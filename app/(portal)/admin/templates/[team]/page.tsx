import type { Metadata } from "next";
import { NoPermission } from "@/components/layout/no-permission";
import { templateCrumbs } from "@/components/admin/template-crumbs";
import { templateHref } from "@/components/admin/template-list";
import { TemplateOrder } from "@/components/admin/template-order";
import { TemplateOutline } from "@/components/admin/template-outline";
import { TemplateStanding } from "@/components/admin/template-standing";
import { portalPage } from "@/components/layout/portal-page";
import { ReadingLayout } from "@/components/layout/reading-layout";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { zoneOf } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";
import { getTemplate } from "@/lib/policies/queries/templates";

export const metadata: Metadata = { title: "Template" };

export default portalPage(async function TemplatePage({ params }: { params: Promise<{ team: string }> }) {
  const [ctx, { team: teamId }] = [await pageCtx(), await params];
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Template" reason={refused.reason} />;
  const view = await getTemplate(ctx, teamId);
  const { team, draft, sections, words, problems } = view;
  const outline = (
    <TemplateOutline teamId={team.id} sections={sections} words={words} mayEdit={draft !== null} problems={new Map(problems.flatMap(({ field, sentence }) => (field ? [[field, sentence]] : [])))} />
  );
  return (
    <>
      <PageHeader
        title={`Template of ${team.name}`} crumbs={templateCrumbs()}
        aside={draft ? <Badge tone="info" icon="pencil">Draft of version {draft.version}</Badge> : <Badge>Version {view.inForce.version}</Badge>}
        actions={<><TextLink href={templateHref(team.id, "/usage")}>Who uses which</TextLink><TextLink href={`/admin/history?kind=policies&about=${team.id}`}>History</TextLink></>}
      />
      <ReadingLayout label="Sections" parts={sections.map(({ id, label }) => ({ href: `#${id}`, label }))}>
        <div className="space-y-8">
          <TemplateStanding view={view} now={ctx.now} zone={zoneOf(ctx)} />
          {draft ? <TemplateOrder teamId={team.id} revision={draft.revision}>{outline}</TemplateOrder> : outline}
        </div>
      </ReadingLayout>
    </>
  );
});
