import type { ReactNode } from "react";
import { Icon } from "./icon";

type Crumb = { href: string; label: string };

type PageHeaderProps = {
  title: string;
  /** Where this page lies, outermost first, without the page itself. */
  crumbs?: Crumb[];
  /** Beside the title: a status, an id to copy. */
  aside?: ReactNode;
  description?: ReactNode;
  /** Primary action last. */
  actions?: ReactNode;
};

/** The head of every page: where it is, what it is (the only h1), what can be done. */
export function PageHeader({ title, crumbs = [], aside, description, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 space-y-2 sm:mb-8">
      {crumbs.length > 0 && (
        <nav aria-label="Breadcrumb">
          <ol className="flex flex-wrap items-center gap-1 text-sm text-ink-2">
            {crumbs.map((crumb, index) => (
              <li key={crumb.href} className="flex items-center gap-1">
                {index > 0 && <Icon name="chevron-right" size={14} className="text-ink-3" />}
                <a href={crumb.href} className="rounded-sm py-0.5 hover:text-ink hover:underline">{crumb.label}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-48 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-xl font-semibold [overflow-wrap:anywhere] sm:text-2xl">{title}</h1>
          {aside}
        </div>
        {actions && <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {description && <p className="max-w-reading text-md text-ink-2">{description}</p>}
    </header>
  );
}
