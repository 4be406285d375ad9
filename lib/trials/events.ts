import * as z from "zod";
import { type Audience, defineEvent as define, type EventDefinition } from "@/lib/events/define";
import { dayText } from "@/lib/deals/format";
import { declineWords, minutesText } from "@/lib/involvement/format";
import { DeclineReason, TrialOutcome } from "@/lib/platform/generated/enums";
import { outcomeWords } from "./format";

const trialId = z.uuid();
const userIds = z.array(z.uuid());
const name = z.string();
const minutes = z.int();

const defineEvent = <P extends z.ZodType>(payload: P, sentence: (payload: z.output<P>) => string, audience: readonly Audience[] = [], more: Pick<EventDefinition, "asksNamed"> = {}) =>
  define<P>({ stream: "DEAL", payload, sentence, audience, ...more } satisfies EventDefinition<P>);
const asks = { asksNamed: true } as const;

/** What happens to trial tasks (P6.5). Its price is the deal's affair, and in no event: those who work on it read them. */
export const TRIAL_EVENTS = {
  "trial.requested": defineEvent(
    z.strictObject({ trialId, userIds, developer: name, lead: name, minutes, dueOn: z.iso.date(), why: z.string(), granted: z.boolean() }),
    (p) => `asked for a trial task by ${p.developer}, to be approved by ${p.lead}: at most ${minutesText(p.minutes)}, due on ${dayText(p.dueOn)}${p.granted ? ", by a grant against the rule" : ""}`,
    ["named"], asks,
  ),
  "trial.approved": defineEvent(z.strictObject({ trialId, userIds, developer: name }), (p) => `approved the trial task of ${p.developer}`, ["named", "contactOwner"], asks),
  "trial.declined": defineEvent(
    z.strictObject({ trialId, userIds, reason: z.enum(DeclineReason) }),
    (p) => `declined the trial task: ${declineWords(p.reason)}`, ["named", "contactOwner", "dealOwner"], asks,
  ),
  "trial.started": defineEvent(z.strictObject({ trialId }), () => "started the trial task: its entry criteria are met", ["contactOwner"]),
  "trial.hoursRecorded": defineEvent(
    z.strictObject({ trialId, minutes, spent: minutes, cap: minutes }),
    (p) => `recorded ${minutesText(p.minutes)} for the trial task: ${minutesText(p.spent)} of ${minutesText(p.cap)}`,
  ),
  "trial.stopped": defineEvent(
    z.strictObject({ trialId, userIds, spent: minutes, cap: minutes }),
    (p) => `went over the cap of the trial task, ${minutesText(p.spent)} of ${minutesText(p.cap)}: it has stopped until its lead approves more`,
    ["named", "contactOwner"], asks,
  ),
  "trial.extended": defineEvent(
    z.strictObject({ trialId, userIds, from: minutes, to: minutes, reason: z.string() }),
    (p) => `approved ${minutesText(p.to)} instead of ${minutesText(p.from)} for the trial task: ${p.reason}`,
    ["named", "contactOwner"], asks,
  ),
  "trial.delivered": defineEvent(z.strictObject({ trialId, userIds, spent: minutes }), (p) => `delivered the trial task after ${minutesText(p.spent)}`, ["named", "contactOwner", "dealOwner"], asks),
  "trial.evaluated": defineEvent(
    z.strictObject({ trialId, userIds, outcome: z.enum(TrialOutcome) }),
    (p) => `evaluated the trial task: ${outcomeWords(p.outcome)}`, ["named", "contactOwner", "dealOwner"], asks,
  ),
  "trial.cancelled": defineEvent(z.strictObject({ trialId, userIds, reason: z.string() }), (p) => `cancelled the trial task: ${p.reason}`, ["named"], asks),
};
