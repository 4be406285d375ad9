import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

/** One line of text. Takes everything an `input` does, a `ref` too. */
export function TextInput({ className, type = "text", ...rest }: ComponentProps<"input">) {
  return <input type={type} className={cx("control", className)} {...rest} />;
}

/** Several lines; grows with what is typed. */
export function TextArea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={rows} className={cx("control", className)} {...rest} />;
}

/** A calendar day, "2026-11-22"; the browser's own picker. */
export function DateInput({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return <input type="date" className={cx("control !w-auto max-w-full tabular-nums", className)} {...rest} />;
}

/** A time of day, "14:30". */
export function TimeInput({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return <input type="time" className={cx("control !w-auto max-w-full tabular-nums", className)} {...rest} />;
}
