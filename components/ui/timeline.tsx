import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { TONE_INK, type Tone } from "./tone";

type Entry = {
  key: string;
  icon: IconName;
  tone?: Tone;
  /** Who did what, one sentence. */
  title: ReactNode;
  /** When: a `RelativeTime`. */
  time?: ReactNode;
  /** Why, in the words that were given. */
  detail?: ReactNode;
};

/** What happened, in order. */
export function Timeline({ label, entries }: { label: string; entries: Entry[] }) {
  return (
    <ol aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key} className="relative flex gap-3 pb-5 last:pb-0 [&:not(:last-child)]:before:absolute [&:not(:last-child)]:before:top-7 [&:not(:last-child)]:before:bottom-0 [&:not(:last-child)]:before:start-3.5 [&:not(:last-child)]:before:w-px [&:not(:last-child)]:before:bg-line">
          <span className="grid size-7 shrink-0 place-items-center rounded-full border border-line bg-surface">
            <Icon name={entry.icon} size={14} className={cx(TONE_INK[entry.tone ?? "neutral"])} />
          </span>
          <div className="min-w-0 flex-1 pt-0.5">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="min-w-0">{entry.title}</span>
              {entry.time && <span className="text-sm text-ink-2">{entry.time}</span>}
            </p>
            {entry.detail && <div className="mt-1 text-ink-2">{entry.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
