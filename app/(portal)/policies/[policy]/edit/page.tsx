import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoPermission } from "@/components/layout/no-permission";
import { portalPage } from "@/components/layout/portal-page";
import { PolicyControls } from "@/components/policies/policy-controls";
import { PolicyForm } from "@/components/policies/policy-form";
import { PageHeader } from "@/components/ui/page-header";
import { adminRefusal } from "@/lib/auth/policy";
import { nothingHere, pageCtx } from "@/lib/http/page";
import { POLICY_KINDS } from "@/lib/policies/format";
import { findPolicyPlace, getPolicy } from "@/lib/policies/queries/policy-page";

export const metadata: Metadata = { title: "Change a policy" };

export default portalPage(async function EditPolicyPage({ params }: { params: Promise<{ policy: string }> }) {
  const [ctx, { policy }] = [await pageCtx(), await params];
  const { kind, teamId } = (await findPolicyPlace(ctx, policy)) ?? nothingHere();
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Change a policy" reason={refused.reason} />;
  const { draft, team, choices } = await getPolicy(ctx, kind, teamId);
  if (!draft) redirect(`/policies/${policy}`);
  return (
    <>
      <PageHeader
        title={`Draft of version ${draft.version}`} crumbs={[{ href: "/policies", label: "Policies" }, { href: `/policies/${policy}`, label: `${POLICY_KINDS[kind].label}${team ? `: ${team.name}` : ""}` }]}
        description="Change what you like and save it all at once. Nothing of it counts before it is published."
      />
      <div className="max-w-form"><PolicyForm kind={kind} teamId={teamId} revision={draft.revision}><PolicyControls kind={kind} content={draft.content} choices={choices} /></PolicyForm></div>
    </>
  );
});
