import type { ReactNode } from "react";
import { cx } from "./cx";

type SectionProps = {
  title: string;
  /** For links to this section. */
  id?: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** 2 directly under the page's title, 3 inside another section. */
  level?: 2 | 3;
};

/** A named part of a page: a heading, a line of explanation, what can be done, and the content. No box. */
export function Section({ title, id, description, actions, children, level = 2 }: SectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section id={id} className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="max-w-reading">
          <Heading className={level === 2 ? "text-lg font-semibold" : "text-md font-semibold"}>{title}</Heading>
          {description && <p className="text-ink-2">{description}</p>}
        </div>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** The one box there is: a quiet border around things that belong together. Never put one inside another. */
export function Card({ children, flush, className }: { children: ReactNode; /** No padding: for a table or list that brings its own. */ flush?: boolean; className?: string }) {
  return <div className={cx("rounded-lg border border-line bg-surface", !flush && "p-4 sm:p-5", className)}>{children}</div>;
}
