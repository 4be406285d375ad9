import type { Metadata } from "next";
import { NoPermission } from "@/components/layout/no-permission";
import { portalPage } from "@/components/layout/portal-page";
import { FigureTable } from "@/components/reports/figure-table";
import { ReportFilters } from "@/components/reports/filters";
import { CSV_PATH, LIST_PATH, PIPELINE_PATH } from "@/components/reports/words";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Card } from "@/components/ui/section";
import { Static } from "@/components/ui/static";
import { zoneOf } from "@/lib/auth/ctx";
import { pageCtx } from "@/lib/http/page";
import { dayIn } from "@/lib/platform/time";
import { figureTitle, partText, reportHref } from "@/lib/reports/format";
import { reportRefusal } from "@/lib/reports/policy";
import { listFigure } from "@/lib/reports/queries/list";
import { METRICS } from "@/lib/reports/rules/metrics";
import { figureParams, reportParams } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "The list behind a figure" };

export default portalPage(async function FigurePage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const ctx = await pageCtx();
  const refused = reportRefusal(ctx.actor);
  if (refused) return <NoPermission title="Pipeline" reason={refused.reason} />;
  const search = await searchParams;
  const list = await listFigure(ctx, { params: reportParams.parse(search), part: figureParams.parse(search) });
  const { after, ...part } = list.part;
  const { figure } = part;
  const zone = zoneOf(ctx);
  const at = (more: { after?: string } = {}) => reportHref(LIST_PATH, list.filters, { ...part, ...more });
  const detail = partText(list.part);
  return (
    <>
      <PageHeader
        title={detail ? `${figureTitle(figure)}: ${detail}` : figureTitle(figure)}
        crumbs={[{ href: reportHref(PIPELINE_PATH, list.filters), label: "Pipeline" }]}
        description={METRICS[figure].sentence}
        actions={<ButtonLink href={reportHref(CSV_PATH, list.filters, part)} icon="download">Export as CSV</ButtonLink>}
      />
      <ReportFilters path={LIST_PATH} report={list} part={part} today={dayIn(zone, ctx.now)} />
      <Static>
        {list.total === 0
          ? <EmptyState icon="search" action={<ButtonLink href={reportHref(PIPELINE_PATH, list.filters)}>Back to the pipeline</ButtonLink>}>Nothing is behind this figure.</EmptyState>
          : <Card flush><FigureTable figure={figure} caption={figureTitle(figure)} rows={list.rows} now={new Date(list.at)} zone={zone} /></Card>}
        <Pagination previous={after ? at() : null} next={list.next && at({ after: list.next })} summary={list.total === 1 ? "1 row" : `${list.total} rows`} />
      </Static>
    </>
  );
});
