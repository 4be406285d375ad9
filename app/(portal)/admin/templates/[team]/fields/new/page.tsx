import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoPermission } from "@/components/layout/no-permission";
import { templateCrumbs } from "@/components/admin/template-crumbs";
import { FIELD_CHOICES } from "@/components/admin/template-field-choices";
import { TemplateFieldForm } from "@/components/admin/template-field-form";
import { templateHref } from "@/components/admin/template-list";
import { portalPage } from "@/components/layout/portal-page";
import { PageHeader } from "@/components/ui/page-header";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";
import { SECTIONS } from "@/lib/policies/fields";
import { getTemplate } from "@/lib/policies/queries/templates";
import type { Said } from "@/lib/policies/rules/template-merge";

export const metadata: Metadata = { title: "New field" };

const EMPTY: Said = { label: "", why: "", help: "", example: "", type: "text", ask: "", options: "[]", moreOptions: "", visibility: "all", pm: "on", lead: "", material: "" };

type Props = { params: Promise<{ team: string }>; searchParams: Promise<{ section?: string }> };

export default portalPage(async function NewFieldPage({ params, searchParams }: Props) {
  const [ctx, { team: teamId }, { section = "" }] = [await pageCtx(), await params, await searchParams];
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="New field" reason={refused.reason} />;
  const { team, draft } = await getTemplate(ctx, teamId);
  if (!draft) redirect(templateHref(team.id));
  return (
    <>
      <PageHeader title="New field" crumbs={templateCrumbs(team)} description="It is optional and always asked at first; both can be changed once it is there." />
      <TemplateFieldForm teamId={team.id} revision={draft.revision} kind="addField" id="" said={{ ...EMPTY, section: section in SECTIONS ? section : "scope" }} {...FIELD_CHOICES} isTypeFixed={false} />
    </>
  );
});
