import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** One line above every page while it shows sample data. `action` is the button that drops it, inside its own form. */
export function SampleBanner({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div role="region" aria-label="Sample data" className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 text-sm sm:px-6 md:px-8 lg:px-10">
      <Icon name="sparkles" className="text-accent-ink" />
      <span className="min-w-0 flex-1 basis-48">{children}</span>
      {/* Without icons on a phone, so that two buttons stand in one line. */}
      {action && <div className="flex flex-wrap gap-2 max-sm:[&_button_svg]:hidden">{action}</div>}
    </div>
  );
}
