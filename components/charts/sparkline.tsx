import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

type SparklineProps = { /** Oldest first. */ values: readonly number[]; /** The trend in words: "Median hours, last 12 weeks: from 14 to 9". */ label: string; width?: number; height?: number };

/** A trend beside a figure; the words carry the meaning. */
export function Sparkline({ values, label, width = 88, height = 24 }: SparklineProps) {
  const x = scaleLinear().domain([0, Math.max(1, values.length - 1)]).range([2, width - 4]);
  const y = scaleLinear().domain([Math.min(0, ...values), Math.max(1, ...values)]).range([height - 3, 3]);
  const path = line<number>().x((_, index) => x(index)).y((value) => y(value))([...values]);
  const last = values.at(-1);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="chart inline-block align-middle">
      <path d={path ?? ""} fill="none" strokeWidth={1.5} strokeLinejoin="round" className="stroke-chart-1" />
      {last !== undefined && <circle cx={x(values.length - 1)} cy={y(last)} r={2.5} className="fill-chart-1" />}
    </svg>
  );
}
