import type { Metadata } from "next";
import { NoPermission } from "@/components/layout/no-permission";
import { templateCrumbs } from "@/components/admin/template-crumbs";
import { TemplateUsage } from "@/components/admin/template-usage";
import { portalPage } from "@/components/layout/portal-page";
import { PageHeader } from "@/components/ui/page-header";
import { zoneOf } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";
import { USAGES, type UsageState } from "@/lib/policies/format";
import { listUsing, templateUsage } from "@/lib/policies/queries/usage";

export const metadata: Metadata = { title: "Who uses which" };

type Props = { params: Promise<{ team: string }>; searchParams: Promise<{ version?: string; state?: string }> };

export default portalPage(async function UsagePage({ params, searchParams }: Props) {
  const [ctx, { team: teamId }, { version, state = "" }] = [await pageCtx(), await params, await searchParams];
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Who uses which" reason={refused.reason} />;
  const { team, versions } = await templateUsage(ctx, teamId);
  const chosen = versions.find((one) => String(one.version) === version);
  const open = chosen && state in USAGES ? { version: chosen, state: state as UsageState, handovers: await listUsing(ctx, { templateId: chosen.id, state: state as UsageState }) } : null;
  return (
    <>
      <PageHeader
        title="Who uses which" crumbs={templateCrumbs({ id: teamId, name: team })}
        description="A draft keeps the version it was begun with until somebody who writes it moves it up; a submitted brief keeps it for good."
      />
      <TemplateUsage versions={versions} open={open} now={ctx.now} zone={zoneOf(ctx)} />
    </>
  );
});
