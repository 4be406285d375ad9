import { cx } from "./cx";

/** A key, as printed on it. Hidden where there is no keyboard. `inherit` takes the colours of the button around it. */
export function Kbd({ children, inherit }: { children: string; inherit?: boolean }) {
  return (
    <kbd
      aria-hidden={inherit || undefined}
      className={cx(
        "inline-flex min-w-5 items-center justify-center rounded-sm border px-1 font-sans text-xs leading-4 font-medium pointer-coarse:hidden",
        inherit ? "border-current/35" : "border-line bg-sunken text-ink-2",
      )}
    >
      {children}
    </kbd>
  );
}
