import { numberFormat } from "@/lib/platform/intl";

/** Minor units and currency as text: (123450, "EUR") is "€1,234.50"; whole amounts go without cents. */
export function moneyText(minor: number, currency: string): string {
  const amount = minor / 10 ** digitsOf(currency);
  return numberFormat("en-GB", { style: "currency", currency, ...(Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {}) }).format(amount);
}

const DIGITS = new Map<string, number>();

/** How many of an amount's digits are cents. */
function digitsOf(currency: string): number {
  let digits = DIGITS.get(currency);
  if (digits === undefined) DIGITS.set(currency, (digits = numberFormat("en-GB", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2));
  return digits;
}

/** An amount: integer minor units and an ISO 4217 code; `null` is an honest dash. */
export function Money({ minor, currency }: { minor: number | null; currency: string }) {
  if (minor === null) return <span className="text-ink-3"><span aria-hidden="true">–</span><span className="sr-only">no amount</span></span>;
  return <span className="whitespace-nowrap">{moneyText(minor, currency)}</span>;
}
