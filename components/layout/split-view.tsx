import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type SplitViewProps = { /** Names the list, for readers. */ label: string; list: ReactNode; /** Missing: on a phone and tablet the list is alone. */ detail?: ReactNode; /** What to say in the empty half. */ placeholder?: ReactNode };

/** A list and what is open from it, side by side from 1024 px; below, one or the other. */
export function SplitView({ label, list, detail, placeholder }: SplitViewProps) {
  return (
    <div className="lg:grid lg:grid-cols-[minmax(18rem,24rem)_minmax(0,1fr)] lg:gap-8">
      <section aria-label={label} className={cx("min-w-0", detail ? "max-lg:hidden" : undefined)}>{list}</section>
      <div className={cx("min-w-0 lg:border-s lg:border-line lg:ps-8", !detail && "max-lg:hidden")}>{detail ?? placeholder}</div>
    </div>
  );
}
