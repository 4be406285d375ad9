import * as z from "zod";
import { defineEvent as define, type EventDefinition } from "@/lib/events/define";
import { AnswerState } from "@/lib/platform/generated/enums";

const question = z.strictObject({ field: z.string(), label: z.string(), team: z.string(), version: z.int(), policyId: z.uuid() });

const defineEvent = <P extends z.ZodType>(payload: P, sentence: (payload: z.output<P>) => string) =>
  define<P>({ stream: "DEAL", payload, sentence, audience: [] } satisfies EventDefinition<P>);

const SAID = { VALUE: "the client answered", UNKNOWN: "the client does not know yet", NOT_APPLICABLE: "it does not apply" } as const satisfies Record<AnswerState, string>;

/** What is asked in discovery (P7.4). The words of an answer stay with it: they may name a person, and events outlive an erasure. */
export const DISCOVERY_EVENTS = {
  "discovery.asked": defineEvent(
    question.extend({ state: z.enum(AnswerState) }),
    (p) => `asked about “${p.label}”, by version ${p.version} of the questions of ${p.team}: ${SAID[p.state]}`,
  ),
  "discovery.takenBack": defineEvent(question, (p) => `took back the answer about “${p.label}”: it counts as not asked yet`),
};
