import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

/** Why we ask, an example, a tip: quiet, beside the text, never a warning. */
export function Callout({ title, icon = "lightbulb", children }: { title?: string; icon?: IconName; children: ReactNode }) {
  return (
    <div className="flex gap-3 border-s-2 border-accent-line ps-4 text-ink-2">
      <Icon name={icon} className="mt-1 text-accent-ink" />
      <div className="min-w-0">
        {title && <p className="font-medium text-ink">{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** A client's own words. */
export function Quotation({ children, source }: { children: ReactNode; source?: ReactNode }) {
  return (
    <figure className="border-s-2 border-line ps-4">
      <blockquote className="text-md whitespace-pre-line">{children}</blockquote>
      {source && <figcaption className="mt-1 text-sm text-ink-2">{source}</figcaption>}
    </figure>
  );
}
