import { DataTable } from "@/components/ui/data-table";
import type { IconName } from "@/components/ui/icon-names";
import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import { reportHref } from "@/lib/reports/format";
import type { PipelineReport, StateSummary } from "@/lib/reports/queries/pipeline";
import { type AgeId, AGES } from "@/lib/reports/rules/age";
import type { FigureParams } from "@/lib/reports/schema";
import { LIST_PATH } from "./words";

type Props<S extends string> = {
  caption: string;
  header: string;
  rows: readonly StateSummary<S>[];
  look: (state: S) => { label: string; icon: IconName; tone: Tone };
  filters: PipelineReport["filters"];
  /** Which list a number of this state opens. */
  part: (state: S) => Partial<FigureParams>;
};

/** States down, ages across: every number leads to the rows that it counts. */
export function StageTable<S extends string>({ caption, header, rows, look, filters, part }: Props<S>) {
  const to = (state: S, more: { age?: AgeId; currency?: string } = {}) => reportHref(LIST_PATH, filters, { ...part(state), ...more });
  const number = (state: S, count: number, more: { age?: AgeId } = {}) =>
    count === 0 ? <span className="text-ink-3">0</span> : <a href={to(state, more)} className="inline-block min-w-6 rounded-sm px-1 hover:underline">{count}</a>;
  return (
    <DataTable
      plain
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ state }) => state}
      columns={[
        { key: "state", header, nowrap: true, cell: ({ state }) => <Status tone={look(state).tone} icon={look(state).icon}>{look(state).label}</Status> },
        { key: "count", header: "All", numeric: true, cell: ({ state, count }) => <strong className="font-semibold">{number(state, count)}</strong> },
        ...AGES.map(({ id, short }) => ({ key: id, header: short, numeric: true, cell: ({ state, ages }: StateSummary<S>) => number(state, ages[id] ?? 0, { age: id }) })),
        { key: "oldest", header: "Oldest", numeric: true, nowrap: true, cell: ({ state, oldestDays }) => (oldestDays === null ? <span className="text-ink-3">–</span> : <a href={to(state)} className="rounded-sm hover:underline">{oldestDays} d</a>) },
        {
          key: "value", header: "Value", numeric: true,
          cell: ({ state, values }) => values.length === 0 ? "–" : (
            <span className="flex flex-wrap justify-end gap-x-3">
              {values.map(({ currency, minor }) => <a key={currency} href={to(state, { currency })} className="inline-block min-h-6 rounded-sm hover:underline"><Money minor={minor} currency={currency} /></a>)}
            </span>
          ),
        },
      ]}
    />
  );
}
