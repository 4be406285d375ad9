import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

/**
 * A number as text with a number keypad: a wheel cannot change it by accident, and what was typed stays as typed.
 * `unit` stands behind it ("hours"). The server reads it as a number.
 */
export function NumberInput({ unit, className, ...rest }: { unit?: string } & Omit<ComponentProps<"input">, "type">) {
  return (
    <span className="flex items-center gap-2">
      <input type="text" inputMode="decimal" autoComplete="off" className={cx("control !w-28 min-w-0 tabular-nums", className)} {...rest} />
      {unit && <span className="text-ink-2">{unit}</span>}
    </span>
  );
}

type MoneyInputProps = {
  /** ISO 4217, shown before the amount. */
  currency: string;
  /** With several to choose from, the currency is a select of this name. */
  currencyName?: string;
  currencies?: readonly string[];
} & Omit<ComponentProps<"input">, "type">;

/** An amount in whole units and cents, as people write it ("1250.50"). The server turns it into minor units. */
export function MoneyInput({ currency, currencyName, currencies, className, ...rest }: MoneyInputProps) {
  return (
    <span className="flex min-w-0 items-stretch">
      {currencies && currencyName ? (
        <select name={currencyName} defaultValue={currency} aria-label="Currency" className="control !w-auto shrink-0 !rounded-e-none !border-e-0">
          {currencies.map((code) => <option key={code}>{code}</option>)}
        </select>
      ) : (
        <span className="inline-flex items-center rounded-s-md border border-e-0 border-line-strong bg-sunken px-2.5 text-ink-2">{currency}</span>
      )}
      <input type="text" inputMode="decimal" autoComplete="off" className={cx("control !w-40 min-w-0 !rounded-s-none text-end tabular-nums", className)} {...rest} />
    </span>
  );
}
