import { useId } from "react";
import { buttonClass } from "./button";
import { cx } from "./cx";
import { Icon } from "./icon";

type RefusedActionProps = {
  /** The action's words, as on the button it stands for. */
  children: string;
  /** Why not, in a sentence. */
  reason: string;
  /** The rule's number. */
  rule?: string;
  size?: "sm" | "md" | "lg";
};

/** An action that is refused now: still there, and it says why when asked (B7). Works with pointer, touch and keyboard. */
export function RefusedAction({ children, reason, rule, size }: RefusedActionProps) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} className={cx(buttonClass("secondary", size), "border-dashed text-ink-3")}>
        <Icon name="lock" />
        {children}
        <span className="sr-only">(not possible now, say why)</span>
      </button>
      <div id={id} popover="auto" className="popover">
        <p className="px-3 py-2">
          {reason}
          {rule && <span className="mt-1 block text-sm text-ink-3">Rule {rule}</span>}
        </p>
      </div>
    </>
  );
}
