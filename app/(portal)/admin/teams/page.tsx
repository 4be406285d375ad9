import type { Metadata } from "next";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { NoPermission } from "@/components/layout/no-permission";
import { TeamsTable } from "@/components/admin/teams-table";
import { portalPage } from "@/components/layout/portal-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";
import { listTeams } from "@/lib/teams/queries";

export const metadata: Metadata = { title: "Teams" };

export default portalPage(async function TeamsPage() {
  const ctx = await pageCtx();
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Teams" reason={refused.reason} />;
  const teams = await listTeams(ctx);
  return (
    <>
      <PageHeader title="Teams" actions={<ButtonLink href="/admin/teams/new" variant="primary" icon="plus">New team</ButtonLink>} />
      <AdminTabs current="/admin/teams" />
      <div className="space-y-8">
        <TeamsTable kind="DELIVERY" teams={teams.filter(({ kind }) => kind === "DELIVERY")} />
        <TeamsTable kind="SALES" teams={teams.filter(({ kind }) => kind === "SALES")} />
      </div>
    </>
  );
});
