import { BarList } from "@/components/charts/bar-list";
import { Stat, Stats } from "@/components/charts/stat";
import { Section } from "@/components/ui/section";
import { averageText } from "@/lib/ratings/format";
import { reportHref } from "@/lib/reports/format";
import type { PipelineReport } from "@/lib/reports/queries/pipeline";
import { METRICS } from "@/lib/reports/rules/metrics";
import type { Figure, FigureParams } from "@/lib/reports/schema";
import { LIST_PATH, shareText, spanText } from "./words";

const MOST_FIELDS = 8;

/** How good briefs and acceptances were found (P8.4), and how much of a brief was typed (P4.9); each figure leads to its list. */
export function Quality({ report: { quality, filters } }: { report: PipelineReport }) {
  const { brief, acceptance, checks, effort, mends } = quality;
  const to = (figure: Figure, part: Partial<Omit<FigureParams, "figure">> = {}) => reportHref(LIST_PATH, filters, { figure, ...part });
  const mean = ({ count, sum }: { count: number; sum: number }) => averageText(count === 0 ? null : sum / count);
  const ratings = (count: number) => `${count} ${count === 1 ? "rating" : "ratings"}, from 1 to 5`;
  const filled = effort.prefilledStayed + effort.prefilledChanged;
  return (
    <Section title="Quality">
      <Stats>
        <Stat label="Briefs, as rated" value={mean(brief)} href={to("ratings", { side: "BRIEF" })} detail={ratings(brief.count)} />
        <Stat label="Acceptances, as rated" value={mean(acceptance)} href={to("ratings", { side: "ACCEPTANCE" })} detail={ratings(acceptance.count)} />
        <Stat label="Briefs that were right" value={shareText(checks.right, checks.answered)} href={to("checks")} detail={`${checks.right} of ${checks.answered} answers`} />
        <Stat label="Filled in, not typed" value={shareText(effort.prefilledStayed, filled + effort.typed)} href={to("effort")} detail={`${effort.prefilledChanged} answers filled in and changed, ${effort.typed} typed`} />
        <Stat label="From begin to first submit" value={spanText(effort.minutes)} href={to("effort")} detail={`median of ${effort.briefs} ${effort.briefs === 1 ? "brief" : "briefs"}`} />
        <Stat label="Typos mended" value={String(mends.count)} href={to("mends")} detail={`by ${mends.by.length} ${mends.by.length === 1 ? "reviewer" : "reviewers"}`} />
      </Stats>
      {checks.fields.length > 0 && (
        <BarList
          title="Fields that were not right" labelHeader="Field" valueHeader="Answers"
          bars={checks.fields.slice(0, MOST_FIELDS).map(({ field, label, count }) => ({ key: field, label, value: count, href: to("checks", { field }) }))}
        />
      )}
      {mends.count > 0 && (
        <BarList
          title="Typos mended, by reviewer" labelHeader="Reviewer" valueHeader="Typos"
          bars={mends.by.slice(0, MOST_FIELDS).map(({ by, name, count }) => ({ key: by, label: name, value: count, href: to("mends", { by }) }))}
        />
      )}
      <ul className="space-y-1 text-sm text-ink-2">
        {(["ratings", "checks", "effort", "mends"] as const).map((figure) => <li key={figure}><span className="font-medium">{METRICS[figure].title.replace(/[^?]$/, "$&.")}</span> {METRICS[figure].sentence}</li>)}
      </ul>
    </Section>
  );
}
