import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { labelStep } from "./scale";

const TOP = 8;
const BOTTOM = 24;

type PlotProps = {
  title: string;
  height: number;
  ticks: readonly number[];
  y: (value: number) => number;
  format: (value: number) => string;
  /** Below the plot: where each stands, in percent of the width. */
  labels: readonly { key: string; text: string; at: number }[];
  children: ReactNode;
};

/**
 * The frame of a chart: lines with their figures, labels below. Places are percent across and pixels down, so that it fills
 * its place at any width while text and strokes keep their size.
 */
export function Plot({ title, height, ticks, y, format, labels, children }: PlotProps) {
  const wide = labelStep(labels.length, 12);
  const narrow = labelStep(labels.length, 6);
  const total = height + TOP + BOTTOM;
  return (
    <div className="flex [print-color-adjust:exact]">
      <svg width={44} height={total} aria-hidden="true" className="shrink-0">
        {ticks.map((tick) => <text key={tick} x={36} y={y(tick) + TOP + 4} textAnchor="end" className="fill-ink-2 text-xs">{format(tick)}</text>)}
      </svg>
      <svg width="100%" height={total} role="group" aria-label={title} className="chart min-w-0 flex-1 overflow-visible">
        <svg y={TOP} height={height} width="100%" overflow="visible">
          {ticks.map((tick) => <line key={tick} x1="0%" x2="100%" y1={y(tick)} y2={y(tick)} aria-hidden="true" className={tick === 0 ? "stroke-line-strong" : "stroke-line"} />)}
          {children}
        </svg>
        {labels.map((label, index) => index % wide === 0 && (
          <text key={label.key} x={`${label.at}%`} y={total - 6} textAnchor="middle" aria-hidden="true" className={cx("fill-ink-2 text-xs", index % narrow !== 0 && "max-sm:hidden")}>{label.text}</text>
        ))}
      </svg>
    </div>
  );
}

/** A point of a chart that leads to the list behind it, or only says its figures. */
export function PlotPoint({ words, href, children }: { words: string; href?: string; children: ReactNode }) {
  if (!href) return <g role="img" aria-label={words}><title>{words}</title>{children}</g>;
  return <a href={href} aria-label={words} className="group"><title>{words}</title>{children}</a>;
}
