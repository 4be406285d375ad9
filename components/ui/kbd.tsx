import { cx } from "./cx";

/** A key, as printed on it. Hidden where there is no keyboard. `inherit` takes the colours of the button around it. */
export function Kbd({ children, inherit }: { children: string; inherit?: boolean }) {
  return (
    <kbd aria-hidden={inherit || undefined} className={cx("kbd", inherit && "kbd-inherit")}>
      {children}
    </kbd>
  );
}
