import type { Metadata } from "next";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { NoPermission } from "@/components/layout/no-permission";
import { TemplateList } from "@/components/admin/template-list";
import { portalPage } from "@/components/layout/portal-page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { zoneOf } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";
import { listTemplates } from "@/lib/policies/queries/usage";

export const metadata: Metadata = { title: "Templates" };

export default portalPage(async function TemplatesPage() {
  const ctx = await pageCtx();
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Templates" reason={refused.reason} />;
  const templates = await listTemplates(ctx);
  return (
    <>
      <PageHeader title="Templates" description="What a brief asks for each delivery team. New handovers begin with the version in force; drafts stay on theirs until they are moved up." />
      <AdminTabs current="/admin/templates" />
      {templates.length > 0 ? <TemplateList templates={templates} now={ctx.now} zone={zoneOf(ctx)} /> : (
        <EmptyState icon="layers" action={<ButtonLink href="/admin/teams/new" variant="primary" icon="plus">New team</ButtonLink>}>Each delivery team has a template. There is no delivery team yet.</EmptyState>
      )}
    </>
  );
});
