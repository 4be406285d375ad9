import type { Metadata } from "next";
import { NoPermission } from "@/components/layout/no-permission";
import { portalPage } from "@/components/layout/portal-page";
import { BeforeContractReport } from "@/components/reports/before-contract";
import { ReportFilters } from "@/components/reports/filters";
import { EARLY_PATH, ReportTabs } from "@/components/reports/report-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Static } from "@/components/ui/static";
import { absoluteTime } from "@/components/ui/time-text";
import { zoneOf } from "@/lib/auth/ctx";
import { pageCtx } from "@/lib/http/page";
import { dayIn } from "@/lib/platform/time";
import { reportRefusal } from "@/lib/reports/policy";
import { getBeforeContract } from "@/lib/reports/queries/before-contract";
import { reportParams } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Before the contract" };

/** R4, in its first form. */
export default portalPage(async function BeforeContractPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const ctx = await pageCtx();
  const refused = reportRefusal(ctx.actor);
  if (refused) return <NoPermission title="Before the contract" reason={refused.reason} />;
  const report = await getBeforeContract(ctx, reportParams.parse(await searchParams));
  const zone = zoneOf(ctx);
  return (
    <>
      <PageHeader title="Before the contract" description={`As of ${absoluteTime(new Date(report.at), zone)}. Every number opens the list behind it.`} />
      <ReportTabs current="before-contract" />
      <ReportFilters path={EARLY_PATH} report={report} today={dayIn(zone, ctx.now)} />
      <Static><BeforeContractReport report={report} /></Static>
    </>
  );
});
