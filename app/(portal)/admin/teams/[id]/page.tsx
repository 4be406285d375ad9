import type { Metadata } from "next";
import { NoPermission } from "@/components/layout/no-permission";
import { TeamForm } from "@/components/admin/team-form";
import { TeamMembers } from "@/components/admin/team-members";
import { portalPage } from "@/components/layout/portal-page";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";
import { getTeam } from "@/lib/teams/queries";

export const metadata: Metadata = { title: "Team" };

export default portalPage(async function TeamPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = [await pageCtx(), await params];
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Team" reason={refused.reason} />;
  const team = await getTeam(ctx, { id });
  const pms = team.memberships.filter(({ role, user }) => role === "PM" && user.active).map(({ user }) => user);
  return (
    <>
      <PageHeader
        title={team.name} crumbs={[{ href: "/admin/teams", label: "Teams" }]}
        aside={<Badge>{team.kind === "SALES" ? "sales team" : "delivery team"}</Badge>}
        actions={<TextLink href={`/admin/history?about=${id}`}>History</TextLink>}
      />
      <div className="space-y-12">
        <Section title="People" description="Roles are given on a person's page."><TeamMembers kind={team.kind} members={team.memberships} /></Section>
        <Section title="Settings"><TeamForm team={team} pms={pms.map(({ id: pmId, name }) => ({ id: pmId, name }))} /></Section>
      </div>
    </>
  );
});
