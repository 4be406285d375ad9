import * as z from "zod";
import { BriefVerdict, Complexity, RatingSide } from "@/lib/platform/generated/enums";
import { requiredText, text } from "@/lib/platform/text";

const id = z.uuid("This is not a valid reference.");
/** What the person saw: 0 where there was none yet. */
const revision = z.coerce.number("This is not a valid reference.").pipe(z.int().min(0));

/** P8.4: what somebody says of the brief, or of its acceptance. */
export const giveRatingInput = z.strictObject({
  id, revision, side: z.enum(RatingSide),
  score: z.coerce.number("Choose a number from 1 to 5.").pipe(z.int("Choose a number from 1 to 5.").min(1, "Choose a number from 1 to 5.").max(5, "Choose a number from 1 to 5.")),
  sentence: text(1_000).default(""),
});

/** P8.4: the PM's answer to whether the brief was right. */
export const answerBriefCheckInput = z
  .strictObject({ id, revision, verdict: z.enum(BriefVerdict, "Choose an answer."), fields: z.array(requiredText(160)).max(100).default([]), sentence: text(2_000).default(""), /** P6.3; may be left out. */ turnedOut: z.union([z.literal(""), z.enum(Complexity)], "Choose a class, or leave it out.").default("").transform((typed) => (typed === "" ? null : typed)) })
  .refine(({ verdict, fields }) => verdict === "RIGHT" || fields.length > 0, { path: ["fields"], message: "Choose at least one field that was not right." })
  .refine(({ verdict, fields }) => verdict !== "RIGHT" || fields.length === 0, { path: ["fields"], message: "You say that the brief was right: leave the fields out, or choose another answer." });
