import type { ReactNode } from "react";
import { AutoSubmit } from "./auto-submit";
import { Button } from "./button";
import { Icon } from "./icon";

type FilterBarProps = {
  /** The page's own address, without a query. */
  action: string;
  /** Controls with a `name`; their values are the address. */
  children: ReactNode;
  /** Values to carry along that no control shows, e.g. the sort order. */
  keep?: Record<string, string | undefined>;
  /** What is filtered now, each with the address without it. */
  active?: { label: string; removeHref: string }[];
  clearHref?: string;
  /** At the end: export, saved views. */
  aside?: ReactNode;
};

/** Filters live in the address: a GET form, so that a list can be linked, kept and gone back to. */
export function FilterBar({ action, children, keep = {}, active = [], clearHref, aside }: FilterBarProps) {
  return (
    <div className="no-print mb-4 space-y-2">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <form action={action} method="get" role="search" aria-label="Filters" className="flex flex-wrap items-end gap-2 max-sm:grid max-sm:w-full max-sm:grid-cols-2 max-sm:[&>button]:col-span-2 max-sm:[&>label]:col-span-2 max-sm:[&>select]:!w-full max-sm:[&>select]:!max-w-none">
          {Object.entries(keep).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
          {children}
          <Button type="submit">Apply</Button>
          <AutoSubmit />
        </form>
        {aside && <div className="flex flex-wrap gap-2">{aside}</div>}
      </div>
      {active.length > 0 && (
        <ul aria-label="Filters in use" className="flex flex-wrap items-center gap-2">
          {active.map((filter) => (
            <li key={filter.label}>
              <a href={filter.removeHref} className="inline-flex min-h-6 items-center gap-1 rounded-full border border-line bg-sunken ps-2.5 pe-1.5 text-sm hover:bg-hover pointer-coarse:min-h-11">
                <span className="sr-only">Remove filter: </span>
                {filter.label}
                <Icon name="x" size={14} className="text-ink-3" />
              </a>
            </li>
          ))}
          {clearHref && <li><a href={clearHref} className="link px-1 text-sm">Clear filters</a></li>}
        </ul>
      )}
    </div>
  );
}
