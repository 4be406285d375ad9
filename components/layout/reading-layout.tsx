import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-names";

type Part = { href: string; label: string; current?: boolean; /** A mark beside it: done, has comments. */ icon?: IconName; iconLabel?: string };

type ReadingLayoutProps = {
  /** What the list of parts is, for readers: "Sections of the brief". */
  label: string;
  parts: Part[];
  children: ReactNode;
  /** On the right from 1280 px, below the text before: who is accountable, completeness, actions. */
  aside?: ReactNode;
};

/** A long text with its sections beside it, in view while reading; one column on a phone, the sections on demand. */
export function ReadingLayout({ label, parts, children, aside }: ReadingLayoutProps) {
  return (
    <div className={cx("lg:grid lg:gap-10 lg:grid-cols-[12rem_minmax(0,1fr)]", Boolean(aside) && "xl:grid-cols-[12rem_minmax(0,1fr)_17rem]")}>
      <details className="no-print disclosure mb-6 rounded-lg border border-line bg-surface lg:hidden">
        <summary className="flex min-h-11 items-center gap-2 px-4 font-medium">
          <Icon name="chevron-right" className="chevron" />
          {label}
        </summary>
        <nav aria-label={label} className="px-2 pb-2"><PartList parts={parts} /></nav>
      </details>
      <nav aria-label={label} className="no-print sticky top-8 hidden max-h-[calc(100dvh-4rem)] self-start overflow-y-auto lg:block">
        <PartList parts={parts} />
      </nav>
      <div className="max-w-reading min-w-0">{children}</div>
      {aside && <aside className="mt-10 space-y-6 self-start lg:col-start-2 xl:sticky xl:top-8 xl:col-start-auto xl:mt-0">{aside}</aside>}
    </div>
  );
}

function PartList({ parts }: { parts: Part[] }) {
  return (
    <ol>
      {parts.map((part) => (
        <li key={part.href}>
          <a
            href={part.href}
            aria-current={part.current ? "page" : undefined}
            className={cx("flex min-h-8 items-center gap-2 rounded-md px-2.5 py-1 pointer-coarse:min-h-11", part.current ? "bg-accent-soft font-medium text-accent-ink" : "text-ink-2 hover:bg-hover hover:text-ink")}
          >
            <span className="min-w-0 flex-1">{part.label}</span>
            {part.icon && <Icon name={part.icon} size={14} label={part.iconLabel} />}
          </a>
        </li>
      ))}
    </ol>
  );
}
