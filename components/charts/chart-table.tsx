import { DataTable } from "@/components/ui/data-table";
import type { Series } from "./figure";

export type Point = { key: string; label: string; values: Record<string, number>; /** The list behind these figures. */ href?: string };

type ChartTableProps = { caption: string; rowHeader: string; points: readonly Point[]; series: readonly Series[]; format: (value: number) => string };

/** The figures of a chart as a table; each row leads to the list behind it. */
export function ChartTable({ caption, rowHeader, points, series, format }: ChartTableProps) {
  return (
    <DataTable
      plain
      caption={caption}
      captionHidden
      rows={points}
      rowKey={(point) => point.key}
      rowHref={(point) => point.href ?? null}
      columns={[
        { key: "label", header: rowHeader, cell: (point) => point.label },
        ...series.map((one) => ({ key: one.key, header: one.label, numeric: true, cell: (point: Point) => format(point.values[one.key] ?? 0) })),
      ]}
    />
  );
}
