import { scaleBand } from "d3-scale";
import { cx } from "@/components/ui/cx";
import { ChartTable, type Point } from "./chart-table";
import { ChartFigure, type Series } from "./figure";
import { seriesColour } from "./palette";
import { labelStep, valueAxis } from "./scale";

export type AxisChartProps = {
  title: string;
  description?: string;
  /** Along the bottom, in order: weeks, states. `label` short. */
  points: readonly Point[];
  /** What is measured at each point; columns of several are stacked in this order. */
  series: readonly Series[];
  /** What the points are, for the table: "Week". */
  rowHeader: string;
  format?: (value: number) => string;
  /** Drawn height in CSS pixels, without labels. */
  height?: number;
};

const WIDTH = 640;
const LEFT = 44;
const TOP = 8;
const BOTTOM = 24;

/** Columns over time, stacked when there are several series. Each column leads to the list behind it. Drawn on the server. */
export function Columns({ title, description, points, series, rowHeader, format = String, height = 180 }: AxisChartProps) {
  const totals = points.map((point) => series.reduce((sum, one) => sum + (point.values[one.key] ?? 0), 0));
  const { y, ticks } = valueAxis(totals, height);
  const x = scaleBand<string>().domain(points.map((point) => point.key)).range([LEFT, WIDTH]).paddingInner(0.35).paddingOuter(0.15);
  const step = labelStep(points.length, 10);
  return (
    <ChartFigure title={title} description={description} series={series} table={<ChartTable caption={title} rowHeader={rowHeader} points={points} series={series} format={format} />}>
      <svg viewBox={`0 0 ${WIDTH} ${height + TOP + BOTTOM}`} role="group" aria-label={title} className="chart h-auto w-full [print-color-adjust:exact]">
        <g transform={`translate(0 ${TOP})`}>
          <AxisLines ticks={ticks} y={y} format={format} />
          {points.map((point, index) => {
            const left = x(point.key) ?? 0;
            let below = 0;
            const words = `${point.label}: ${series.map((one) => `${series.length > 1 ? `${one.label} ` : ""}${format(point.values[one.key] ?? 0)}`).join(", ")}`;
            const column = series.map((one, at) => {
              const value = point.values[one.key] ?? 0;
              const [base, head] = [y(below), y(below + value)];
              below += value;
              return value > 0 && <rect key={one.key} x={left} width={x.bandwidth()} y={head} height={Math.max(1, base - head - (at > 0 ? 1 : 0))} rx={2} className={seriesColour(at).fill} />;
            });
            return (
              <g key={point.key}>
                {point.href ? (
                  <a href={point.href} aria-label={words} className="group">
                    <title>{words}</title>
                    <rect x={left - 3} width={x.bandwidth() + 6} y={0} height={height} rx={4} className="fill-transparent group-hover:fill-hover" />
                    {column}
                  </a>
                ) : (
                  <g role="img" aria-label={words}><title>{words}</title>{column}</g>
                )}
                {index % step === 0 && <text x={left + x.bandwidth() / 2} y={height + 17} textAnchor="middle" className="fill-ink-2 text-xs">{point.label}</text>}
              </g>
            );
          })}
        </g>
      </svg>
    </ChartFigure>
  );
}

/** Quiet horizontal lines with their figures; a reader has the table instead. */
export function AxisLines({ ticks, y, format }: { ticks: readonly number[]; y: (value: number) => number; format: (value: number) => string }) {
  return (
    <g aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={WIDTH} y1={y(tick)} y2={y(tick)} className={cx(tick === 0 ? "stroke-line-strong" : "stroke-line")} />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" className="fill-ink-2 text-xs">{format(tick)}</text>
        </g>
      ))}
    </g>
  );
}
