import * as z from "zod";
import { minorDigits, parseMoney } from "@/lib/deals/format";
import { recordHoursInput } from "@/lib/involvement/schema";
import { DeclineReason, TrialOutcome } from "@/lib/platform/generated/enums";
import { requiredText, text } from "@/lib/platform/text";

const id = z.uuid("Choose one of the list.");
const day = z.iso.date("Enter a date that exists.");
/** Hours as people type them, in minutes: "16", "1.5". */
const hours = z.coerce.number<number | string>("Enter the hours.").min(0, "Enter the hours.").max(10_000, "That is more than anybody has.").transform((typed) => Math.round(typed * 60));

/** P6.5: a trial task as the seller asks for it. Without a due date it is due after ten business days; without a price it is free. */
export const requestTrialInput = z
  .strictObject({
    dealId: id,
    developerId: id,
    leadId: id,
    purpose: requiredText(2_000),
    scope: requiredText(4_000),
    entryCriteria: requiredText(2_000),
    exitCriteria: requiredText(2_000),
    hours,
    price: text(40).default(""),
    currency: z.string().refine((code) => /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf("currency").includes(code), "Choose a currency."),
    dueOn: z.union([z.literal(""), day]).default("").transform((typed) => (typed === "" ? null : typed)),
  })
  .transform(({ price, hours: capMinutes, ...trial }, ctx) => {
    const priceMinor = price.trim() === "" ? 0 : parseMoney(price, trial.currency);
    if (priceMinor !== null) return { ...trial, capMinutes, priceMinor };
    ctx.addIssue({ code: "custom", path: ["price"], message: `Enter a price, such as 800${minorDigits(trial.currency) > 0 ? " or 800.50" : ""}, or leave it empty: then it is free.`, input: price });
    return z.NEVER;
  });

const one = z.strictObject({ id });
export const approveTrialInput = one;
export const startTrialInput = one;
export const deliverTrialInput = one.extend({ result: requiredText(8_000) });
export const evaluateTrialInput = one.extend({ outcome: z.enum(TrialOutcome, "Choose what came of it."), evaluation: requiredText(4_000) });
export const extendTrialInput = one.extend({ hours, reason: requiredText(1_000) }).transform(({ hours: capMinutes, ...rest }) => ({ ...rest, capMinutes }));
export const declineTrialInput = one.extend({ reason: z.enum(DeclineReason, "Choose a reason."), note: text(1_000).default("") });
export const cancelTrialInput = one.extend({ reason: requiredText(1_000) });
export const recordTrialHoursInput = recordHoursInput;
