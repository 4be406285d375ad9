import { Kbd } from "@/components/ui/kbd";
import { GO_KEYS } from "./go-keys";

const KEYS: readonly (readonly [string, string])[] = [
  ["j", "the next row"],
  ["k", "the row before"],
  ["Enter", "open it"],
  ["Esc", "close what is open, or take the ticks away"],
  ["x", "select the row"],
  ["a", "accept it without conditions"],
  ["r", "return it, point by point"],
  ["s", "snooze it, or what is selected"],
  ["c", "comment on its review"],
  ["z", "undo, for ten seconds"],
  ["/", "search"],
  ["?", "this list"],
  ["Ctrl K", "commands"],
];

/** Every key of the inbox, and what it does. */
export function KeyList() {
  return (
    <div className="grid gap-x-10 gap-y-4 sm:grid-cols-[3fr_2fr]">
      <Keys title="In the list" keys={KEYS} />
      <Keys title="Go to" keys={GO_KEYS.map(([keys, label]) => [keys, label] as const)} />
    </div>
  );
}

function Keys({ title, keys }: { title: string; keys: readonly (readonly [string, string])[] }) {
  return (
    <section aria-label={title}>
      <h3 className="pb-2 text-sm font-medium text-ink-2">{title}</h3>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5">
        {keys.map(([key, does]) => (
          <div key={key} className="contents">
            <dt className="flex gap-1">{key.split(" ").map((one) => <Kbd key={one}>{one}</Kbd>)}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
