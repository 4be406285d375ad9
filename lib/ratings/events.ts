import * as z from "zod";
import { defineEvent } from "@/lib/events/define";
import { BriefVerdict, Complexity, RatingSide } from "@/lib/platform/generated/enums";

/**
 * What is said of briefs and acceptances (P8.4). The history is read by everybody around a handover, so its sentences do not
 * say what was answered: that is for whom the pages show it to.
 */
export const RATING_EVENTS = {
  "rating.given": defineEvent({
    stream: "HANDOVER",
    payload: z.strictObject({ side: z.enum(RatingSide), score: z.int(), from: z.int().nullable(), sentence: z.string() }),
    sentence: ({ side, from }) => `${from === null ? "rated" : "changed the rating of"} the ${side.toLowerCase()}`,
    audience: [],
  }),
  "briefCheck.asked": defineEvent({
    stream: "HANDOVER",
    payload: z.strictObject({ userId: z.uuid(), pm: z.string(), days: z.int() }),
    sentence: ({ pm, days }) => `asks ${pm}, ${days} days after acceptance: was the brief right?`,
    audience: ["named"],
  }),
  "briefCheck.answered": defineEvent({
    stream: "HANDOVER",
    payload: z.strictObject({ verdict: z.enum(BriefVerdict), fields: z.array(z.string()), sentence: z.string(), from: z.enum(BriefVerdict).nullable(), /** P6.3; events from before it was asked say nothing. */ turnedOut: z.enum(Complexity).nullable().default(null) }),
    sentence: ({ from }) => (from === null ? "answered whether the brief was right" : "changed the answer to whether the brief was right"),
    audience: [],
  }),
};
