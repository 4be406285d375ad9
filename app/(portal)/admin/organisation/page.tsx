import type { Metadata } from "next";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { NoPermission } from "@/components/layout/no-permission";
import { OrganisationForm } from "@/components/admin/organisation-form";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";
import { getOrganisation } from "@/lib/organisation/queries";
import { ZONES } from "@/lib/platform/zones";

export const metadata: Metadata = { title: "Organisation" };

export default portalPage(async function OrganisationPage() {
  const ctx = await pageCtx();
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Organisation" reason={refused.reason} />;
  const organisation = await getOrganisation(ctx);
  return (
    <>
      <PageHeader title="Organisation" />
      <AdminTabs current="/admin/organisation" />
      <div className="space-y-6">
        {organisation.soloMode && <Banner tone="warning" title="Solo mode is on">Whoever wrote a brief may accept it. Turn it off as soon as somebody else can.</Banner>}
        <OrganisationForm organisation={organisation} zones={ZONES} currencies={Intl.supportedValuesOf("currency")} />
      </div>
    </>
  );
});
