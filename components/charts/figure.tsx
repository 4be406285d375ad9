import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { seriesColour } from "./palette";

export type Series = { key: string; label: string };

type ChartFigureProps = {
  title: string;
  /** What the figures mean, in a sentence. */
  description?: ReactNode;
  /** The colours explained; leave out for a single series. */
  series?: readonly Series[];
  /** The same figures as a table. */
  table?: ReactNode;
  children: ReactNode;
};

/** A chart with its words around it: title, meaning, legend, and the figures as a table on demand (always on paper). */
export function ChartFigure({ title, description, series = [], table, children }: ChartFigureProps) {
  return (
    <figure className="keep min-w-0 space-y-3">
      <figcaption>
        <span className="block font-semibold">{title}</span>
        {description && <span className="block text-sm text-ink-2">{description}</span>}
      </figcaption>
      {series.length > 1 && (
        <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {series.map((one, index) => (
            <li key={one.key} className="flex items-center gap-1.5">
              <span className={cx("swatch size-2.5 rounded-sm", seriesColour(index).background)} />
              {one.label}
            </li>
          ))}
        </ul>
      )}
      {children}
      {table && (
        <details className="disclosure">
          <summary className="inline-flex min-h-6 items-center gap-1 rounded-sm text-sm text-ink-2 hover:text-ink">
            <Icon name="chevron-right" size={14} className="chevron" />
            Show as table
          </summary>
          <div className="mt-2">{table}</div>
        </details>
      )}
    </figure>
  );
}
