import type { Metadata } from "next";
import { NewTeamForm } from "@/components/admin/new-team-form";
import { NoPermission } from "@/components/layout/no-permission";
import { portalPage } from "@/components/layout/portal-page";
import { PageHeader } from "@/components/ui/page-header";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "New team" };

export default portalPage(async function NewTeamPage() {
  const ctx = await pageCtx();
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="New team" reason={refused.reason} />;
  return (
    <>
      <PageHeader title="New team" crumbs={[{ href: "/admin/teams", label: "Teams" }]} />
      <NewTeamForm />
    </>
  );
});
