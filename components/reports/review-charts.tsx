import { BarList } from "@/components/charts/bar-list";
import { Columns } from "@/components/charts/columns";
import { RETURN_REASONS } from "@/lib/handovers/format";
import { reportHref } from "@/lib/reports/format";
import type { PipelineReport } from "@/lib/reports/queries/pipeline";
import { METRICS } from "@/lib/reports/rules/metrics";
import { LIST_PATH } from "./words";
import { dateFormat } from "@/lib/platform/intl";

const MOST_FIELDS = 8;

const weekText = (week: string) => dateFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${week}T00:00:00Z`));

/** The median time to a decision, week by week. */
export function DecisionChart({ report: { decisions, filters } }: { report: PipelineReport }) {
  return (
    <Columns
      title={METRICS.decisions.title}
      description={METRICS.decisions.sentence}
      rowHeader="Week of"
      series={[{ key: "median", label: "Median, working hours" }]}
      points={decisions.weeks.map(({ week, count, median }) => ({
        key: week, label: weekText(week), values: { median: Math.round((median ?? 0) / 6) / 10 },
        ...(count > 0 && { href: reportHref(LIST_PATH, filters, { figure: "decisions", week }) }),
      }))}
      format={(hours) => `${hours} h`}
    />
  );
}

/** Why, and where, briefs came back. */
export function ReturnCharts({ report: { reviews, filters } }: { report: PipelineReport }) {
  const to = (part: { reason?: (typeof reviews.reasons)[number]["reason"]; field?: string }) => reportHref(LIST_PATH, filters, { figure: "returns", ...part });
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <BarList
        title="By reason" labelHeader="Reason" valueHeader="Points"
        bars={reviews.reasons.map(({ reason, count }) => ({ key: reason, label: RETURN_REASONS[reason], value: count, href: to({ reason }) }))}
      />
      <BarList
        title="By field" labelHeader="Field" valueHeader="Points"
        bars={reviews.fields.slice(0, MOST_FIELDS).map(({ field, label, count }) => ({ key: field, label, value: count, href: to({ field }) }))}
      />
    </div>
  );
}
