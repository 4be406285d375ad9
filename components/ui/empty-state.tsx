import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

/** Nothing here: one sentence, one action. For first use, for "nothing found" (action: clear filters), for no permission. */
export function EmptyState({ icon = "inbox", children, action }: { icon?: IconName; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-4 px-6 py-10 text-center">
      <Icon name={icon} size={28} className="text-ink-3" />
      <p className="max-w-[44ch] text-md text-ink-2">{children}</p>
      {action}
    </div>
  );
}
