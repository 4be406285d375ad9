import * as z from "zod";
import { minorDigits, parseMoney } from "@/lib/deals/format";
import { requiredText, text } from "@/lib/platform/text";
import { OPTION_TEXTS, PHASES_AT_MOST, WEEKS_AT_MOST } from "./fields";

const id = z.uuid("Choose one of the list.");
/** The state that the person saw: a stale one is a conflict. */
const revision = z.coerce.number<number | string>().int().positive();
const one = z.strictObject({ id });
const day = z.iso.date("Enter a date that exists.");

/** A count of weeks as typed; empty as long as nobody knows. */
const weeks = z.union([
  z.literal("").transform(() => null),
  z.coerce.number<number | string>("Enter whole weeks.").int("Enter whole weeks.").min(1, "Enter at least one week.").max(WEEKS_AT_MOST, `Enter at most ${WEEKS_AT_MOST} weeks.`),
]).default(null);
const currency = z.string().refine((code) => /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf("currency").includes(code), "Choose a currency.");
const words = (name: keyof typeof OPTION_TEXTS) => text(OPTION_TEXTS[name].max).default("");

/** P7.1: an option as the seller writes it. Only its name is needed to begin; the gates say what is missing. */
const optionFields = z.strictObject({
  name: requiredText(120),
  plainWords: words("plainWords"), benefits: words("benefits"), risks: words("risks"), assumptions: words("assumptions"),
  exclusions: words("exclusions"), clientProvides: words("clientProvides"),
  weeksLow: weeks, weeksHigh: weeks,
  price: text(40).default(""),
  /** That in which the price was typed: the deal's, as the page showed it. */
  currency,
});

/** The price typed becomes integer minor units; an empty one is not named yet. Two weeks make a duration, low before high. */
function withFacts<O extends Pick<z.output<typeof optionFields>, "price" | "currency" | "weeksLow" | "weeksHigh">>({ price, ...option }: O, ctx: z.RefinementCtx) {
  const priceMinor = price.trim() === "" ? null : parseMoney(price, option.currency);
  if (priceMinor === null && price.trim() !== "")
    ctx.addIssue({ code: "custom", path: ["price"], message: `Enter a price, such as 18000${minorDigits(option.currency) > 0 ? " or 18000.50" : ""}.`, input: price });
  const { weeksLow, weeksHigh } = option;
  if ((weeksLow === null) !== (weeksHigh === null))
    ctx.addIssue({ code: "custom", path: [weeksLow === null ? "weeksLow" : "weeksHigh"], message: "Enter both, the shortest and the longest.", input: null });
  if (weeksLow !== null && weeksHigh !== null && weeksLow > weeksHigh)
    ctx.addIssue({ code: "custom", path: ["weeksHigh"], message: "The longest is not shorter than the shortest.", input: weeksHigh });
  return { ...option, priceMinor };
}

export const addOptionInput = optionFields.extend({ dealId: id }).transform(withFacts);
export const changeOptionInput = optionFields.extend({ id, revision }).transform(withFacts);
export const moveOptionInput = one.extend({ to: z.enum(["up", "down"]) });
export const archiveOptionInput = one.extend({ revision });
export const restoreOptionInput = one;

/** The phase before it, or none. */
const follows = z.union([z.literal("").transform(() => null), id]).nullable().default(null);
const phaseFields = z.strictObject({ name: requiredText(120), words: text(2_000).default(""), followsId: follows });
export const addPhaseInput = phaseFields.extend({ optionId: id });
export const changePhaseInput = phaseFields.extend({ id, revision });
export const movePhaseInput = one.extend({ to: z.enum(["up", "down"]) });
export const removePhaseInput = one;

/** Hours as people type them, to the quarter; a comma is a point. Kept in minutes. */
const hours = z.string("Enter the hours.").trim().min(1, "Enter the hours.")
  .regex(/^\d{1,6}([.,]\d{1,4})?$/, "Enter hours as a number, such as 12 or 1.5.")
  .transform((typed) => Number(typed.replace(",", ".")))
  .refine((typed) => typed > 0, "Enter hours above zero.")
  .refine((typed) => Number.isInteger(typed * 4), "Enter hours in quarters, such as 1.5 or 12.25.")
  .transform((typed) => typed * 60);
const threeHours = { low: hours, likely: hours, high: hours };

/** P7.2, P7.3: what somebody technical thinks a phase takes. Who it is says the session, and no field. */
export const estimatePhaseInput = z.strictObject({
  phaseId: id, involvementId: id, phaseRevision: revision, ...threeHours, note: text(2_000).default(""), risks: text(2_000).default(""), validUntil: day,
});
export const takeFromRateCardInput = z.strictObject({ phaseId: id, itemId: id });

export const askApprovalInput = z.strictObject({ optionId: id, leadId: id });
/** P6.6: exactly the estimates that the lead saw. */
export const approveEstimatesInput = one.extend({ estimateIds: z.array(id).min(1).max(PHASES_AT_MOST), note: text(2_000).default("") });
export const declineApprovalInput = one.extend({ reason: requiredText(2_000) });

/** P7.2: a line of a team's rate card; `replacesId` is the one that it takes the place of. */
export const addRateCardItemInput = z.strictObject({
  teamId: id, name: requiredText(120), words: text(2_000).default(""), ...threeHours, validUntil: day,
  replacesId: z.union([z.literal("").transform(() => null), id]).nullable().default(null),
});
export const retireRateCardItemInput = one;

export type OptionInput = z.output<typeof changeOptionInput>;
