import type { Metadata } from "next";
import { NoPermission } from "@/components/layout/no-permission";
import { portalPage } from "@/components/layout/portal-page";
import { ReportFilters } from "@/components/reports/filters";
import { NeedsYou } from "@/components/reports/needs-you";
import { PipelineStats } from "@/components/reports/pipeline-stats";
import { Quality } from "@/components/reports/quality";
import { ReportTabs } from "@/components/reports/report-tabs";
import { DecisionChart, ReturnCharts } from "@/components/reports/review-charts";
import { StateBar } from "@/components/reports/state-bar";
import { StageTable } from "@/components/reports/stage-table";
import { CSV_PATH, PIPELINE_PATH } from "@/components/reports/words";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Card, Section } from "@/components/ui/section";
import { Static } from "@/components/ui/static";
import { absoluteTime } from "@/components/ui/time-text";
import { zoneOf } from "@/lib/auth/ctx";
import { STAGES } from "@/lib/deals/format";
import { STATUS_LOOK } from "@/lib/handovers/format";
import { pageCtx } from "@/lib/http/page";
import { dayIn } from "@/lib/platform/time";
import { reportHref } from "@/lib/reports/format";
import { reportRefusal } from "@/lib/reports/policy";
import { getPipeline } from "@/lib/reports/queries/pipeline";
import { METRICS } from "@/lib/reports/rules/metrics";
import { type FigureParams, reportParams } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Pipeline" };

export default portalPage(async function PipelinePage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const ctx = await pageCtx();
  const refused = reportRefusal(ctx.actor);
  if (refused) return <NoPermission title="Pipeline" reason={refused.reason} />;
  const report = await getPipeline(ctx, reportParams.parse(await searchParams));
  const zone = zoneOf(ctx);
  const csv = (figure: FigureParams["figure"]) => (
    <ButtonLink href={reportHref(CSV_PATH, report.filters, { figure })} size="sm" icon="download">CSV</ButtonLink>
  );
  return (
    <>
      <PageHeader title="Pipeline" description={`As of ${absoluteTime(new Date(report.at), zone)}. Every number opens the list behind it. Teams and their people count as they are today.`} />
      <ReportTabs current="pipeline" />
      <ReportFilters path={PIPELINE_PATH} report={report} today={dayIn(zone, ctx.now)} />
      <Static className="space-y-10">
        <PipelineStats report={report} />
        <NeedsYou report={report} now={new Date(report.at)} zone={zone} />
        <Section title={METRICS.handovers.title} description={METRICS.handovers.sentence} actions={csv("handovers")}>
          <StateBar report={report} />
          <Card flush>
            <StageTable caption={METRICS.handovers.title} header="State" rows={report.states} filters={report.filters}
              look={(state) => STATUS_LOOK[state]} part={(state) => ({ figure: "handovers", state })} />
          </Card>
        </Section>
        {report.sales && (
          <Section title={METRICS.deals.title} description={METRICS.deals.sentence} actions={csv("deals")}>
            <Card flush>
              <StageTable caption={METRICS.deals.title} header="Stage" rows={report.sales.stages} filters={report.filters}
                look={(stage) => STAGES[stage]} part={(stage) => ({ figure: "deals", stage })} />
            </Card>
          </Section>
        )}
        <Section title="Decisions" actions={csv("decisions")}>
          {report.decisions.count === 0 ? <EmptyState icon="clock">Nothing was decided in this period.</EmptyState> : <DecisionChart report={report} />}
        </Section>
        <Quality report={report} />
        <Section title={METRICS.returns.title} description={METRICS.returns.sentence} actions={csv("returns")}>
          {report.reviews.points === 0 ? <EmptyState icon="corner-up-left">No brief was returned in this period.</EmptyState> : <ReturnCharts report={report} />}
        </Section>
      </Static>
    </>
  );
});
