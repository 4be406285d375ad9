import { Stat, Stats } from "@/components/charts/stat";
import { reportHref } from "@/lib/reports/format";
import type { PipelineReport } from "@/lib/reports/queries/pipeline";
import type { Figure } from "@/lib/reports/schema";
import { LIST_PATH, shareText, workText } from "./words";

/** The figures at the head of the pipeline, each leading to its list. */
export function PipelineStats({ report: { states, sales, decisions, reviews, filters } }: { report: PipelineReport }) {
  const to = (figure: Figure) => reportHref(LIST_PATH, filters, { figure });
  const late = sales?.atRisk.expired ?? 0;
  return (
    <Stats>
      <Stat label="Handovers in the pipeline" value={states.reduce((sum, { count }) => sum + count, 0)} href={to("handovers")} detail="neither closed nor withdrawn" />
      {sales && <Stat label="Won without a handover" value={sales.orphans.count} href={to("orphans")} detail="past the clock" />}
      {sales && <Stat label="Starts at risk" value={sales.atRisk.count} href={to("at-risk")} detail={late > 0 ? `${late} past the expiry date` : "none past the expiry date"} />}
      <Stat label="Time to decision" value={workText(decisions.median)} href={to("decisions")} detail={decisions.count === 0 ? "none in this period" : `median of ${decisions.isCut ? "the latest " : ""}${decisions.count}; nine of ten within ${workText(decisions.p90)}`} />
      <Stat label="First-pass acceptance" value={shareText(reviews.passed, reviews.decided)} href={to("first-pass")} detail={`${reviews.passed} of ${reviews.decided} first reviews`} />
    </Stats>
  );
}
