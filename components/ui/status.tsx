import { cx } from "./cx";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { TONE_INK, TONE_SOFT, type Tone } from "./tone";

type StatusProps = {
  tone: Tone;
  icon: IconName;
  /** The word. */
  children: string;
  /** `plain` for lists and text; `pill` once, beside a page's title. */
  look?: "plain" | "pill";
};

/** A state: an icon and a word, with a colour that only repeats them. */
export function Status({ tone, icon, children, look = "plain" }: StatusProps) {
  return (
    <span className={cx("status", look === "pill" && cx("rounded-full border py-0.5 ps-2 pe-2.5 text-sm font-medium", TONE_SOFT[tone]))}>
      <Icon name={icon} className={TONE_INK[tone]} />
      <span>{children}</span>
    </span>
  );
}
