import * as z from "zod";
import { AnswerState } from "@/lib/platform/generated/enums";
import { requiredText, text } from "@/lib/platform/text";

const id = z.uuid("This is not a valid reference.");
const revision = z.coerce.number<number | string>().int().min(0);

/** The words as a form sends them; what they are is said by the type of the field. */
export const typedAnswer = { value: text(20_000).default(""), values: z.array(text(80)).max(100).default([]), currency: text(3).default("") };

/**
 * One question of discovery, answered (P7.4). `base` is the revision that was seen, and `seenIn` where: in the brief of this id, or
 * in the deal while there is none. `over` is what is written over after both were seen.
 */
export const answerDiscoveryInput = z.strictObject({
  id,
  field: requiredText(160),
  state: z.enum(AnswerState, "Choose what the client said.").default("VALUE"),
  ...typedAnswer,
  reason: text(2_000).default(""),
  base: revision,
  over: revision.optional(),
  seenIn: z.union([z.literal("").transform(() => null), id]).nullable().default(null),
});
