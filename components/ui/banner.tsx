import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { TONE_ICON, TONE_INK, TONE_SOFT, type Tone } from "./tone";

type BannerProps = {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  icon?: IconName;
  /** Says it aloud when it appears: `status` politely, `alert` at once. Leave out for what is there from the start. */
  live?: "status" | "alert";
};

/** Something to know before going on: about the page, not about one field. */
export function Banner({ tone = "info", title, children, actions, icon, live }: BannerProps) {
  return (
    <div role={live} className={cx("flex items-start gap-3 rounded-lg border px-4 py-3", TONE_SOFT[tone])}>
      <Icon name={icon ?? TONE_ICON[tone]} size={18} className={cx("mt-0.5", TONE_INK[tone])} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          {title && <p className="font-semibold">{title}</p>}
          {children && <div className="text-ink-2">{children}</div>}
        </div>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}

/** One line with its tone, inside a section: a warning about a row, a computed reason. */
export function Notice({ tone = "neutral", children, icon }: { tone?: Tone; children: ReactNode; icon?: IconName }) {
  return (
    <p className="flex items-start gap-2 text-sm text-ink-2">
      <Icon name={icon ?? TONE_ICON[tone]} className={cx("mt-0.5", TONE_INK[tone])} />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
