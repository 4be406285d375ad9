import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { TONE_INK, TONE_SOFT, type Tone } from "./tone";

type BadgeProps = { children: ReactNode; tone?: Tone; icon?: IconName };

/** A small fact beside a title or in a cell: a class, a team, a source. For a state use `Status`. */
export function Badge({ children, tone = "neutral", icon }: BadgeProps) {
  return (
    <span className={`badge ${TONE_SOFT[tone]} ${TONE_INK[tone]}`}>
      {icon && <Icon name={icon} size={12} />}
      <span>{children}</span>
    </span>
  );
}

/** How many there are, beside a name, "99+" beyond `atMost`. `label` says of what, for readers: "3 to review". Nothing is shown for 0. */
export function Count({ value, label, strong, atMost = 999 }: { value: number; label?: string; strong?: boolean; atMost?: number }) {
  if (value <= 0) return null;
  return (
    <span className={cx("count", strong && "count-strong")}>
      {value > atMost ? `${atMost}+` : value}
      {label && <span className="sr-only"> {label}</span>}
    </span>
  );
}
