import { scalePoint } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";
import { cx } from "@/components/ui/cx";
import { ChartTable, type Point } from "./chart-table";
import { AxisLines, type AxisChartProps } from "./columns";
import { ChartFigure } from "./figure";
import { seriesColour } from "./palette";
import { labelStep, valueAxis } from "./scale";

const WIDTH = 640;
const LEFT = 44;
const RIGHT = 12;
const TOP = 8;
const BOTTOM = 24;
const DASHES = [undefined, "6 4", "2 4", "10 4 2 4"] as const;

/** Values over time, a line per series: told apart by dash as well as by colour. Each point leads to the list behind it. */
export function Line({ title, description, points, series, rowHeader, format = String, height = 180 }: AxisChartProps) {
  const { y, ticks } = valueAxis(points.flatMap((point) => series.map((one) => point.values[one.key] ?? 0)), height);
  const scale = scalePoint<string>().domain(points.map((point) => point.key)).range([LEFT + 8, WIDTH - RIGHT]);
  const x = (point: Point) => scale(point.key) ?? LEFT;
  const step = labelStep(points.length, 9);
  return (
    <ChartFigure title={title} description={description} series={series} table={<ChartTable caption={title} rowHeader={rowHeader} points={points} series={series} format={format} />}>
      <svg viewBox={`0 0 ${WIDTH} ${height + TOP + BOTTOM}`} role="group" aria-label={title} className="chart h-auto w-full [print-color-adjust:exact]">
        <g transform={`translate(0 ${TOP})`}>
          <AxisLines ticks={ticks} y={y} format={format} />
          {series.map((one, index) => {
            const path = line<Point>().x(x).y((point) => y(point.values[one.key] ?? 0)).curve(curveMonotoneX)([...points]);
            return <path key={one.key} d={path ?? ""} fill="none" strokeWidth={2} strokeDasharray={DASHES[index % DASHES.length]} className={seriesColour(index).stroke} aria-hidden="true" />;
          })}
          {points.map((point, index) => {
            const words = `${point.label}: ${series.map((one) => `${series.length > 1 ? `${one.label} ` : ""}${format(point.values[one.key] ?? 0)}`).join(", ")}`;
            const dots = series.map((one, at) => <circle key={one.key} cx={x(point)} cy={y(point.values[one.key] ?? 0)} r={3} className={cx(seriesColour(at).fill, "stroke-surface")} strokeWidth={1.5} />);
            return (
              <g key={point.key}>
                {point.href ? (
                  <a href={point.href} aria-label={words} className="group">
                    <title>{words}</title>
                    <rect x={x(point) - 12} width={24} y={0} height={height} className="fill-transparent" />
                    <line x1={x(point)} x2={x(point)} y1={0} y2={height} className="stroke-transparent group-hover:stroke-line-strong" />
                    {dots}
                  </a>
                ) : (
                  <g role="img" aria-label={words}><title>{words}</title>{dots}</g>
                )}
                {index % step === 0 && <text x={x(point)} y={height + 17} textAnchor="middle" className="fill-ink-2 text-xs">{point.label}</text>}
              </g>
            );
          })}
        </g>
      </svg>
    </ChartFigure>
  );
}
