import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

export type Option = { value: string; label: string; disabled?: boolean };

type SelectProps = {
  options: readonly Option[];
  /** The entry for "nothing chosen"; leave out when there is always a value. */
  placeholder?: string;
} & ComponentProps<"select">;

/** One of a few, in the browser's own list. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <select className={cx("control", className)} {...rest}>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) => <option key={option.value} value={option.value} disabled={option.disabled}>{option.label}</option>)}
    </select>
  );
}

/** Free text with suggestions from the browser's own list; the value is what stands in the box. */
export function Combobox({ options, className, id, ...rest }: { options: readonly (string | Option)[]; id: string } & ComponentProps<"input">) {
  return (
    <>
      <input type="text" id={id} list={`${id}-options`} autoComplete="off" className={cx("control", className)} {...rest} />
      <datalist id={`${id}-options`}>
        {options.map((option) => typeof option === "string" ? <option key={option} value={option} /> : <option key={option.value} value={option.value} label={option.label} />)}
      </datalist>
    </>
  );
}
