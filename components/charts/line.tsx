import { scalePoint } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";
import { ChartTable, type Point } from "./chart-table";
import { type AxisChartProps, pointWords } from "./columns";
import { ChartFigure } from "./figure";
import { seriesColour } from "./palette";
import { Plot, PlotPoint } from "./plot";
import { valueAxis } from "./scale";

const DASHES = [undefined, "6 4", "2 4", "10 4 2 4"] as const;

/** Values over time, a line per series: told apart by dash as well as by colour. Each point leads to the list behind it. */
export function Line({ title, description, points, series, rowHeader, format = String, height = 180 }: AxisChartProps) {
  const { y, ticks } = valueAxis(points.flatMap((point) => series.map((one) => point.values[one.key] ?? 0)), height);
  const scale = scalePoint<string>().domain(points.map((point) => point.key)).range([0, 100]).padding(0.5);
  const x = (point: Point) => scale(point.key) ?? 50;
  const reach = scale.step() > 0 ? scale.step() : 100;
  return (
    <ChartFigure title={title} description={description} series={series} table={<ChartTable caption={title} rowHeader={rowHeader} points={points} series={series} format={format} />}>
      <Plot title={title} height={height} ticks={ticks} y={y} format={format} labels={points.map((point) => ({ key: point.key, text: point.label, at: x(point) }))}>
        {/* Stretched across its place; the strokes are not. */}
        <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" width="100%" height={height} overflow="visible" aria-hidden="true">
          {series.map((one, index) => {
            const path = line<Point>().x(x).y((point) => y(point.values[one.key] ?? 0)).curve(curveMonotoneX)([...points]);
            return <path key={one.key} d={path ?? ""} fill="none" strokeWidth={2} strokeDasharray={DASHES[index % DASHES.length]} vectorEffect="non-scaling-stroke" className={seriesColour(index).stroke} />;
          })}
        </svg>
        {points.map((point) => (
          <PlotPoint key={point.key} words={pointWords(point, series, format)} href={point.href}>
            <rect x={`${x(point) - reach / 2}%`} width={`${reach}%`} y={0} height={height} className="fill-transparent" />
            <line x1={`${x(point)}%`} x2={`${x(point)}%`} y1={0} y2={height} className="stroke-transparent group-hover:stroke-line-strong" />
            {series.map((one, index) => <circle key={one.key} cx={`${x(point)}%`} cy={y(point.values[one.key] ?? 0)} r={3.5} strokeWidth={1.5} className={`${seriesColour(index).fill} stroke-surface`} />)}
          </PlotPoint>
        ))}
      </Plot>
    </ChartFigure>
  );
}
