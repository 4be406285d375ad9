import { scaleBand } from "d3-scale";
import { ChartTable, type Point } from "./chart-table";
import { ChartFigure, type Series } from "./figure";
import { seriesColour } from "./palette";
import { Plot, PlotPoint } from "./plot";
import { valueAxis } from "./scale";

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

/** What a point says aloud: "W36: Accepted 4, Returned 2". */
export function pointWords(point: Point, series: readonly Series[], format: (value: number) => string): string {
  const figures = series.map((one) => `${series.length > 1 ? `${one.label} ` : ""}${format(point.values[one.key] ?? 0)}`);
  return `${point.label}: ${figures.join(", ")}`;
}

/** Columns over time, stacked when there are several series. Each column leads to the list behind it. Drawn on the server. */
export function Columns({ title, description, points, series, rowHeader, format = String, height = 180 }: AxisChartProps) {
  const totals = points.map((point) => series.reduce((sum, one) => sum + (point.values[one.key] ?? 0), 0));
  const { y, ticks } = valueAxis(totals, height);
  const x = scaleBand<string>().domain(points.map((point) => point.key)).range([0, 100]).paddingInner(0.35).paddingOuter(0.2);
  const width = Math.min(x.bandwidth(), 12);
  const left = (point: Point) => (x(point.key) ?? 0) + (x.bandwidth() - width) / 2;
  return (
    <ChartFigure title={title} description={description} series={series} table={<ChartTable caption={title} rowHeader={rowHeader} points={points} series={series} format={format} />}>
      <Plot title={title} height={height} ticks={ticks} y={y} format={format} labels={points.map((point) => ({ key: point.key, text: point.label, at: left(point) + width / 2 }))}>
        {points.map((point) => {
          let below = 0;
          return (
            <PlotPoint key={point.key} words={pointWords(point, series, format)} href={point.href}>
              <rect x={`${x(point.key) ?? 0}%`} width={`${x.bandwidth()}%`} y={0} height={height} rx={4} className="fill-transparent group-hover:fill-hover" />
              {series.map((one, index) => {
                const value = point.values[one.key] ?? 0;
                const [foot, head] = [y(below), y(below + value)];
                below += value;
                return value > 0 && <rect key={one.key} x={`${left(point)}%`} width={`${width}%`} y={head} height={Math.max(1, foot - head - (index > 0 ? 1 : 0))} rx={2} className={seriesColour(index).fill} />;
              })}
            </PlotPoint>
          );
        })}
      </Plot>
    </ChartFigure>
  );
}
