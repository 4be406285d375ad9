import type { ReactNode } from "react";

/** The frame of what a client sees: no menu, nothing of the portal. */
export function ClientPage({ children, footer, narrow = false }: { children: ReactNode; footer?: ReactNode; narrow?: boolean }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <main id="main" tabIndex={-1} className={`mx-auto w-full flex-1 px-4 py-10 outline-none sm:px-8 sm:py-16 ${narrow ? "max-w-form" : "max-w-wide"}`}>{children}</main>
      {footer && <footer className={`mx-auto w-full px-4 pb-10 sm:px-8 ${narrow ? "max-w-form" : "max-w-wide"}`}><div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line pt-5 text-ink-2">{footer}</div></footer>}
    </div>
  );
}
