/** The series colours, in the order they are given out. Each keeps 3:1 against the surface in both themes. */
const FILLS = ["fill-chart-1", "fill-chart-2", "fill-chart-3", "fill-chart-4", "fill-chart-5", "fill-chart-6"] as const;
const BACKGROUNDS = ["bg-chart-1", "bg-chart-2", "bg-chart-3", "bg-chart-4", "bg-chart-5", "bg-chart-6"] as const;
const STROKES = ["stroke-chart-1", "stroke-chart-2", "stroke-chart-3", "stroke-chart-4", "stroke-chart-5", "stroke-chart-6"] as const;

/** Colours of the series at `index`, as classes for SVG fills, HTML backgrounds and SVG strokes. After six they repeat. */
export function seriesColour(index: number): { fill: string; background: string; stroke: string } {
  const at = index % FILLS.length;
  return { fill: FILLS[at] ?? FILLS[0], background: BACKGROUNDS[at] ?? BACKGROUNDS[0], stroke: STROKES[at] ?? STROKES[0] };
}
