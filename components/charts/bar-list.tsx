import type { ReactNode } from "react";

type Bar = { key: string; label: string; value: number; /** The list behind the figure. */ href?: string; /** Beside the label, e.g. a state. */ aside?: ReactNode };

type BarListProps = {
  /** What is compared; the table's caption. */
  title: string;
  titleHidden?: boolean;
  labelHeader: string;
  valueHeader: string;
  bars: readonly Bar[];
  format?: (value: number) => string;
};

/** Named amounts, longest label to the left, bar and figure beside it. It is its own table. */
export function BarList({ title, titleHidden, labelHeader, valueHeader, bars, format = String }: BarListProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <table className="w-full border-collapse">
      <caption className={titleHidden ? "sr-only" : "pb-2 text-start font-semibold"}>{title}</caption>
      <thead className="sr-only">
        <tr><th scope="col">{labelHeader}</th><th scope="col">{valueHeader}</th></tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key} className="relative has-[a]:hover:bg-hover">
            <th scope="row" className="w-2/5 max-w-56 py-1.5 pe-3 text-start font-normal">
              {bar.href ? <a href={bar.href} className="row-link">{bar.label}</a> : bar.label}
              {bar.aside && <span className="ms-2">{bar.aside}</span>}
            </th>
            <td className="py-1.5">
              <span className="flex items-center gap-2">
                <span className="fill block h-2.5 min-w-0.5 shrink rounded-sm bg-chart-1" style={{ width: `${(bar.value / most) * 100}%` }} />
                <span className="shrink-0 font-medium tabular-nums">{format(bar.value)}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
