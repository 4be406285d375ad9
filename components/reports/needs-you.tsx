import { ButtonLink } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/section";
import { reportHref } from "@/lib/reports/format";
import type { PipelineReport } from "@/lib/reports/queries/pipeline";
import { METRICS } from "@/lib/reports/rules/metrics";
import { FigureTable } from "./figure-table";
import { LIST_PATH } from "./words";

/**
 * The manager's board: handovers that were returned twice for one reason (P1.10), won deals that nobody handed over (P1.11), and
 * starts at risk (P1.1). Nothing where there is nothing.
 */
export function NeedsYou({ report: { asked, sales, filters }, now, zone }: { report: PipelineReport; now: Date; zone: string }) {
  return (["asked", "orphans", "at-risk"] as const).map((figure) => {
    const { count, rows } = (figure === "asked" ? asked : figure === "orphans" ? sales?.orphans : sales?.atRisk) ?? { count: 0, rows: [] };
    if (count === 0) return null;
    const all = <ButtonLink href={reportHref(LIST_PATH, filters, { figure })} size="sm">{`All ${count}`}</ButtonLink>;
    return (
      <Section key={figure} title={METRICS[figure].title} description={METRICS[figure].sentence} actions={count > rows.length && all}>
        <Card flush><FigureTable figure={figure} caption={METRICS[figure].title} rows={rows} now={now} zone={zone} /></Card>
      </Section>
    );
  });
}
