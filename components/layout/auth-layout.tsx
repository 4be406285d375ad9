import type { ReactNode } from "react";
import { Logo } from "./logo";

type AuthLayoutProps = { title: string; description?: ReactNode; children: ReactNode; /** Below the card: another way in, whom to ask. */ footer?: ReactNode; /** "Step 2 of 4", above the title. */ step?: string; wide?: boolean };

/** One thing at a time, in the middle: sign in, set-up, an invitation. */
export function AuthLayout({ title, description, children, footer, step, wide }: AuthLayoutProps) {
  return (
    <main id="main" tabIndex={-1} className="grid min-h-dvh place-items-center px-4 py-10 outline-none">
      <div className={wide ? "w-full max-w-form" : "w-full max-w-[25rem]"}>
        <div className="mb-6 flex items-center gap-2.5 font-semibold"><Logo size={28} />Handover Portal</div>
        <div className="rounded-xl border border-line bg-surface p-6 shadow-sm sm:p-8">
          {step && <p className="mb-1 text-sm text-ink-2">{step}</p>}
          <h1 className="text-xl font-semibold">{title}</h1>
          {description && <div className="mt-1 text-ink-2">{description}</div>}
          <div className="mt-6">{children}</div>
        </div>
        {footer && <div className="mt-4 px-1 text-ink-2">{footer}</div>}
      </div>
    </main>
  );
}
