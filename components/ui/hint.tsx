import { type ReactNode, useId } from "react";
import { Icon } from "./icon";

/** A small ⓘ that opens an explanation on click, touch or Enter: why a value is what it is, what a figure means (B7). */
export function Hint({ label, children }: { /** What is explained, e.g. "Why this class". */ label: string; children: ReactNode }) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={label} title={label} className="inline-grid size-6 place-items-center rounded-full align-middle text-ink-3 hover:bg-hover hover:text-ink">
        <Icon name="info" size={14} />
      </button>
      <span id={id} popover="auto" className="popover">
        <span className="block px-3 py-2 text-sm font-normal whitespace-normal text-ink">{children}</span>
      </span>
    </>
  );
}
