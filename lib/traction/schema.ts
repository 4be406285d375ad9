import * as z from "zod";
import { requiredText } from "@/lib/platform/text";
import { INVOLVEMENTS } from "./rules/traction";

const id = z.uuid("Choose one of the list.");
const day = z.iso.date("Enter a date that exists.");

export const addEvidenceInput = z.strictObject({ id, kind: z.string().min(1, "Choose what it is evidence of.").max(60), happenedOn: day, words: requiredText(2_000) });
export const withdrawEvidenceInput = z.strictObject({ id, evidenceId: id, reason: requiredText(1_000) });
/** Until the end of that day, UTC. */
export const grantInvolvementInput = z.strictObject({ id, allows: z.enum(INVOLVEMENTS, "Choose what you allow."), until: day, reason: requiredText(1_000) });
export const revokeGrantInput = z.strictObject({ id, grantId: id, reason: requiredText(1_000) });
