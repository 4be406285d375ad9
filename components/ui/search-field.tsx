import type { ComponentProps } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";
import { Kbd } from "./kbd";

/** A search box with its label hidden. The key `/` reaches it: `data-search` marks the one of a page. */
export function SearchField({ label, className, shortcut, ...rest }: { label: string; shortcut?: string } & ComponentProps<"input">) {
  return (
    <label className={cx("relative block w-full min-w-44 sm:w-64", className)}>
      <span className="sr-only">{label}</span>
      <Icon name="search" className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-ink-3" />
      <input type="search" placeholder={label} data-search className="control !ps-8" aria-keyshortcuts={shortcut} autoComplete="off" {...rest} />
      {shortcut && <span className="pointer-events-none absolute end-2 top-1/2 -translate-y-1/2"><Kbd inherit>{shortcut}</Kbd></span>}
    </label>
  );
}
