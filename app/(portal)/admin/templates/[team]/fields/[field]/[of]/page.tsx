import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoPermission } from "@/components/layout/no-permission";
import { TemplateCondition } from "@/components/admin/template-condition";
import { templateCrumbs } from "@/components/admin/template-crumbs";
import { templateHref } from "@/components/admin/template-list";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { adminRefusal } from "@/lib/auth/policy";
import { nothingHere, pageCtx } from "@/lib/http/page";
import { getTemplate } from "@/lib/policies/queries/templates";

export const metadata: Metadata = { title: "Condition" };

type Props = { params: Promise<{ team: string; field: string; of: string }>; searchParams: Promise<{ subject?: string; group?: string }> };

export default portalPage(async function ConditionPage({ params, searchParams }: Props) {
  const [ctx, { team: teamId, field: id, of }, { subject, group }] = [await pageCtx(), await params, await searchParams];
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Condition" reason={refused.reason} />;
  const view = await getTemplate(ctx, teamId);
  const one = view.sections.flatMap(({ fields }) => fields).find(({ field }) => field.id === id);
  if (!one || (of !== "required" && of !== "visible")) nothingHere();
  if (!view.draft) redirect(templateHref(view.team.id));
  const wrong = view.problems.filter((problem) => problem.field === id);
  return (
    <>
      <PageHeader
        title={of === "required" ? "When it must be answered" : "When it is asked"}
        crumbs={[...templateCrumbs(view.team), { href: templateHref(view.team.id, `/fields/${id}`), label: one.field.label }]}
      />
      <div className="max-w-form space-y-8">
        {wrong.length > 0 && <Banner tone="warning" title="To be put right before publishing">{wrong.map(({ sentence }) => <p key={sentence}>{sentence}</p>)}</Banner>}
        <TemplateCondition view={view} revision={view.draft.revision} one={one} of={of} chosen={{ subject: typeof subject === "string" ? subject : "", group: typeof group === "string" ? group : "" }} />
      </div>
    </>
  );
});
