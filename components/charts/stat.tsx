import type { ReactNode } from "react";

type StatProps = { label: string; value: ReactNode; /** Against what: a target, last month. */ detail?: ReactNode; /** The list behind the figure. */ href?: string; aside?: ReactNode };

/** One figure with its name. A list of them goes into `<Stats>`. */
export function Stat({ label, value, detail, href, aside }: StatProps) {
  return (
    <div className="relative row-span-2 grid min-w-0 grid-rows-subgrid border-e border-b border-line px-4 py-3 has-[a]:hover:bg-hover sm:px-5 sm:py-4">
      <dt className="text-ink-2">
        {href ? <a href={href} className="after:absolute after:inset-0 hover:underline">{label}</a> : label}
      </dt>
      <dd className="mt-0.5">
        <span className="flex items-end justify-between gap-3">
          <span className="text-2xl font-semibold tabular-nums">{value}</span>
          {aside}
        </span>
        {detail && <span className="block text-sm text-ink-2">{detail}</span>}
      </dd>
    </div>
  );
}

/** The figures at the head of a report, in a row with hairlines between them. */
export function Stats({ children }: { children: ReactNode }) {
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      {/* Every figure draws its own two lines; those at the edge fall under the frame. */}
      <dl className="-me-px -mb-px grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">{children}</dl>
    </div>
  );
}
