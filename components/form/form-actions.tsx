import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** The foot of a form: primary action first, as it is read. `sticky` keeps it within reach on a phone. */
export function FormActions({ children, sticky, aside }: { children: ReactNode; sticky?: boolean; aside?: ReactNode }) {
  return (
    <div
      className={cx(
        "no-print flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4",
        sticky && "sticky bottom-14 z-10 -mx-4 bg-canvas px-4 py-3 md:static md:mx-0 md:bg-transparent md:px-0 md:py-4",
      )}
    >
      <div className="flex flex-wrap items-center gap-2">{children}</div>
      {aside}
    </div>
  );
}
