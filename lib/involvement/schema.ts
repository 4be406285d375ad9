import * as z from "zod";
import { flag } from "@/lib/clients/schema";
import { DeclineReason, InvolvementKind } from "@/lib/platform/generated/enums";
import { requiredText, text } from "@/lib/platform/text";

const id = z.uuid("Choose one of the list.");
const day = z.iso.date("Enter a date that exists.");
const minutes = z.coerce.number<number | string>("Enter the time in minutes.").int("Enter whole minutes.").min(0, "Enter the time in minutes.").max(100_000, "That is more than anybody has.");

/** P6.4: what is asked, the seller's own answer, the time it may take, the date, and one named person. */
export const requestInvolvementInput = z.strictObject({
  dealId: id,
  kind: z.enum(InvolvementKind, "Choose what you ask for."),
  personId: id,
  asked: requiredText(4_000),
  suggestion: requiredText(8_000),
  annex: text(200).default(""),
  whyCall: text(1_000).default(""),
  withClient: flag,
  minutes,
  neededBy: day,
});

const one = z.strictObject({ id });
export const acceptInvolvementInput = one;
export const agreeInvolvementInput = one;
export const answerInvolvementInput = one.extend({ answer: requiredText(8_000) });
export const declineInvolvementInput = one.extend({ reason: z.enum(DeclineReason, "Choose a reason."), note: text(1_000).default("") });
export const withdrawInvolvementInput = one.extend({ reason: requiredText(1_000) });
export const nameDeveloperInput = one.extend({ developerId: id });

/** Time that was spent. `entryId` is made by the form, so that a repeat has one effect. */
export const recordHoursInput = one.extend({ entryId: id, minutes, workedOn: day, note: text(500).default("") });
