import type { Metadata } from "next";
import { NoPermission } from "@/components/layout/no-permission";
import { portalPage } from "@/components/layout/portal-page";
import { InviteForm } from "@/components/people/invite-form";
import { PageHeader } from "@/components/ui/page-header";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";
import { getOrganisation } from "@/lib/organisation/queries";
import { ZONES } from "@/lib/platform/zones";
import { listTeamNames } from "@/lib/teams/queries";

export const metadata: Metadata = { title: "Invite somebody" };

export default portalPage(async function InvitePage() {
  const ctx = await pageCtx();
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Invite somebody" reason={refused.reason} />;
  const [teams, { zone }] = await Promise.all([listTeamNames(ctx), getOrganisation(ctx)]);
  return (
    <>
      <PageHeader title="Invite somebody" crumbs={[{ href: "/admin/people", label: "People" }]} description="You get a link to hand over. It works once, within a week." />
      <InviteForm teams={teams} zones={ZONES} zone={zone} />
    </>
  );
});
