import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";

const KEYS = [
  ["j", "the next row"],
  ["k", "the row before"],
  ["Enter", "open it"],
  ["a", "accept it without conditions"],
  ["r", "return it, point by point"],
  ["z", "undo, for ten seconds"],
] as const;

/** The keys of the inbox, on demand: a popover that needs no script. */
export function InboxKeys() {
  return (
    <>
      <button type="button" popoverTarget="inbox-keys" className="inline-flex min-h-9 items-center gap-2 rounded-md px-2.5 text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:hidden">
        <Icon name="keyboard" />
        Keys
      </button>
      <div id="inbox-keys" popover="auto" className="popover" data-align="end">
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5 px-3 py-2">
          {KEYS.map(([key, does]) => (
            <div key={key} className="contents">
              <dt><Kbd>{key}</Kbd></dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}
