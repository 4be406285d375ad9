import { amountText, parseMoney } from "@/lib/deals/format";
import type { Field } from "@/lib/handovers/fields/types";
import { answerSchema } from "@/lib/handovers/rules/answer-value";
import { isMoney, type Json, saysSomething } from "@/lib/handovers/rules/answers";
import { isSpoken } from "./askable";

/** What a form sends: one text, the ticked options, the currency of an amount. */
export type Typed = { value: string; values: readonly string[]; currency: string };

/** The answer as its field holds it, null where nothing was entered; or the sentence that says what is wrong with it. */
export function answerTyped(field: Pick<Field, "type" | "options">, typed: Typed): { value: Json } | { problem: string } {
  if (!isSpoken(field.type)) return { problem: "This is answered in the brief." };
  const read = readTyped(field, typed);
  if ("problem" in read) return read;
  if (!saysSomething(read.value)) return { value: null };
  const parsed = answerSchema(field).safeParse(read.value);
  return parsed.success ? { value: read.value } : { problem: parsed.error.issues[0]?.message ?? "This cannot be kept." };
}

function readTyped({ type }: Pick<Field, "type">, { value, values, currency }: Typed): { value: Json } | { problem: string } {
  const bare = value.trim();
  switch (type) {
    case "choices": return { value: [...values] };
    case "yesNo": return { value: bare === "" ? null : bare === "true" ? true : bare === "false" ? false : bare };
    case "number": {
      const digits = bare.replace(/\s/g, "");
      if (digits === "") return { value: null };
      return /^-?\d{1,15}([.,]\d{1,6})?$/.test(digits) ? { value: Number(digits.replace(",", ".")) } : { problem: "Enter a number, such as 12 or 2.5." };
    }
    case "money": {
      if (bare === "") return { value: null };
      if (!/^[A-Z]{3}$/.test(currency)) return { problem: "Choose a currency." };
      const minor = parseMoney(bare, currency);
      return minor === null ? { problem: "Enter an amount, such as 1250 or 1250.50." } : { value: { minor, currency } };
    }
    default: return { value: bare === "" ? null : value };
  }
}

/** A value as its control shows it; `currency` where nothing says another. */
export function typedOf(value: Json, currency: string): Typed {
  if (isMoney(value)) return { value: amountText(value.minor, value.currency), values: [], currency: value.currency };
  if (Array.isArray(value)) return { value: "", values: value.filter((one): one is string => typeof one === "string"), currency };
  return { value: value === null || typeof value === "object" ? "" : String(value), values: [], currency };
}
