import * as z from "zod";
import { requiredText, text } from "@/lib/platform/text";
import type { Field } from "../fields/types";

const TEXT_MAX = 500;
const LONG_TEXT_MAX = 20_000;
const SEVERAL_MAX = 100;
/** The name of an uploaded file, in UTF-16 units. */
export const FILE_NAME_MAX = 1_000;

/** A day that exists, as yyyy-mm-dd, of a year that people plan in. */
const dateValue = z.iso.date("Enter a date.").refine((day) => day >= "1900-01-01" && day <= "2199-12-31", "Enter a date of our time.");

/** An amount in minor units (cents) and a currency of three letters. */
const moneyValue = z.strictObject({
  minor: z.int("Enter an amount.").min(0, "Enter an amount that is not negative."),
  currency: z.string().regex(/^[A-Z]{3}$/, "Choose a currency."),
});

/** An http, https or mailto address; no script, no credentials. */
const urlValue = text(2_000).refine(isAddress, "Enter a link that begins with https://, http:// or mailto: and holds no password.");

/** A document that lives elsewhere: its name, and a link to it. */
const linkValue = z.strictObject({ name: requiredText(200), url: urlValue });

/** One uploaded version of a document, pinned by its digest (B4); whether there is such a one is asked when it is kept. */
const uploadValue = z.strictObject({
  name: requiredText(FILE_NAME_MAX),
  document: z.uuid(),
  version: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(0),
});
const fileValue = z.union([linkValue, uploadValue], "Enter the document's name and its address, or upload it.");

/**
 * The zod schema of a value of this field, as an answer of state VALUE holds it; null empties the answer. It is
 * loose about what is missing (drafts are never blocked) and strict about shape. Text is kept as it was typed.
 */
export function answerSchema(field: Pick<Field, "type" | "options">) {
  return valueSchema(field).nullable();
}

function valueSchema({ type, options }: Pick<Field, "type" | "options">): z.ZodType<string | number | boolean | string[] | object> {
  const option = z.string("Choose one of the options.").refine((value) => options?.some((one) => one.value === value) ?? false, "Choose one of the options.");
  switch (type) {
    case "text": return text(TEXT_MAX).refine((line) => !/[\r\n]/.test(line), "Enter a single line.");
    case "longText": return text(LONG_TEXT_MAX);
    case "number": return z.number("Enter a number.").min(-1e12, "Enter a number that is not so small.").max(1e12, "Enter a number that is not so large.");
    case "money": return moneyValue;
    case "yesNo": return z.boolean("Answer yes or no.");
    case "date": return dateValue;
    case "choice": return option;
    case "choices": return several(option);
    case "person": return z.uuid("Choose a colleague.");
    case "contact": return z.uuid("Choose a person at the client.");
    case "team": return z.uuid("Choose a delivery team.");
    case "people": return several(z.uuid("Choose colleagues."));
    case "teams": return several(z.uuid("Choose delivery teams."));
    case "url": return urlValue;
    case "file": return fileValue;
  }
}

const several = (one: z.ZodType<string>) =>
  z.array(one, "Choose one or several.").max(SEVERAL_MAX, `Choose at most ${SEVERAL_MAX}.`).refine((all) => new Set(all).size === all.length, "Choose each of them once.");

function isAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return ["http:", "https:", "mailto:"].includes(protocol) && username === "" && password === "";
}
