import { StackedBar } from "@/components/charts/stacked-bar";
import { STATUS_LOOK } from "@/lib/handovers/format";
import { reportHref } from "@/lib/reports/format";
import type { PipelineReport } from "@/lib/reports/queries/pipeline";
import { LIST_PATH } from "./words";

/** Where the handovers of the pipeline are, as parts of a whole. */
export function StateBar({ report: { states, filters } }: { report: PipelineReport }) {
  if (states.every(({ count }) => count === 0)) return null;
  return (
    <div className="mb-5">
      <StackedBar
        title="Where they are" titleHidden
        parts={states.map(({ state, count }) => ({ key: state, label: STATUS_LOOK[state].label, value: count, href: reportHref(LIST_PATH, filters, { figure: "handovers", state }) }))}
      />
    </div>
  );
}
