import type { Metadata } from "next";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { NoPermission } from "@/components/layout/no-permission";
import { setUpSteps } from "@/components/admin/set-up-steps";
import { portalPage } from "@/components/layout/portal-page";
import { PageHeader } from "@/components/ui/page-header";
import { StepList } from "@/components/ui/step-list";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";
import { getSetUpProgress } from "@/lib/organisation/queries";

export const metadata: Metadata = { title: "Admin" };

export default portalPage(async function AdminPage() {
  const ctx = await pageCtx("/admin");
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Admin" reason={refused.reason} />;
  const progress = await getSetUpProgress(ctx);
  return (
    <>
      <PageHeader title="Set-up" description="What the portal needs before the first handover can be accepted." />
      <AdminTabs current="/admin" />
      <StepList label="Set-up" steps={setUpSteps(progress)} />
    </>
  );
});
