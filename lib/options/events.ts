import * as z from "zod";
import { type Audience, defineEvent as define, type EventDefinition } from "@/lib/events/define";
import { listText } from "@/lib/platform/intl";
import { hoursOf, hoursText } from "./format";

const option = z.strictObject({ optionId: z.uuid(), name: z.string() });
const phase = option.extend({ phaseId: z.uuid(), phase: z.string() });
const minutes = z.strictObject({ lowMinutes: z.int(), likelyMinutes: z.int(), highMinutes: z.int() });
const estimate = phase.extend({ estimateId: z.uuid(), ...minutes.shape, validUntil: z.iso.date() });
const approval = option.extend({ approvalId: z.uuid(), userId: z.uuid() });
const line = z.strictObject({ itemId: z.uuid(), teamId: z.uuid(), team: z.string(), name: z.string(), ...minutes.shape, validUntil: z.iso.date() });

const defineEvent = <P extends z.ZodType>(payload: P, sentence: (payload: z.output<P>) => string, audience: readonly Audience[] = [], more: Pick<EventDefinition, "asksNamed"> = {}) =>
  define<P>({ stream: "DEAL", payload, sentence, audience, ...more } satisfies EventDefinition<P>);
const organisation = <P extends z.ZodType>(payload: P, sentence: (payload: z.output<P>) => string) =>
  define<P>({ stream: "ORGANISATION", payload, sentence, audience: [] } satisfies EventDefinition<P>);
const asks = { asksNamed: true } as const;

/** What happens to options and estimates. Prices stay with the option: leads read the history of a deal, and no commercials. */
export const OPTION_EVENTS = {
  "option.added": defineEvent(option, (p) => `added the option “${p.name}”`),
  "option.changed": defineEvent(option.extend({ what: z.array(z.string()) }), (p) => `changed ${listText(p.what)} of the option “${p.name}”`),
  "option.moved": defineEvent(option.extend({ to: z.enum(["up", "down"]) }), (p) => `moved the option “${p.name}” ${p.to}`),
  "option.archived": defineEvent(option, (p) => `put the option “${p.name}” away`),
  "option.restored": defineEvent(option, (p) => `took the option “${p.name}” up again`),
  "option.phaseAdded": defineEvent(phase, (p) => `added the phase “${p.phase}” to the option “${p.name}”`),
  "option.phaseChanged": defineEvent(phase.extend({ what: z.array(z.string()) }), (p) => `changed ${listText(p.what)} of the phase “${p.phase}” of the option “${p.name}”`),
  "option.phaseMoved": defineEvent(phase.extend({ to: z.enum(["up", "down"]) }), (p) => `moved the phase “${p.phase}” of the option “${p.name}” ${p.to}`),
  "option.phaseRemoved": defineEvent(phase, (p) => `took the phase “${p.phase}” out of the option “${p.name}”`),
  "estimate.written": defineEvent(estimate, (p) => `estimated the phase “${p.phase}” of the option “${p.name}”: ${hoursText(hoursOf(p))}`),
  "estimate.takenFromRateCard": defineEvent(
    estimate.extend({ estimator: z.string() }), (p) => `took the estimate of the phase “${p.phase}” of the option “${p.name}” from the rate card of ${p.estimator}: ${hoursText(hoursOf(p))}`,
  ),
  "estimate.approvalAsked": defineEvent(
    approval.extend({ lead: z.string(), why: z.string() }), (p) => `asked ${p.lead} to approve the estimates of the option “${p.name}”`, ["named"], asks,
  ),
  "estimate.approved": defineEvent(approval, (p) => `approved the estimates of the option “${p.name}”`, ["named", "contactOwner", "dealOwner"]),
  "estimate.approvalDeclined": defineEvent(
    approval.extend({ reason: z.string() }), (p) => `did not approve the estimates of the option “${p.name}”: ${p.reason}`, ["named", "contactOwner", "dealOwner"],
  ),
  "estimate.approvalEnded": defineEvent(approval.extend({ lead: z.string() }), (p) => `no longer asks ${p.lead} to approve the estimates of the option “${p.name}”`, ["named"], asks),
  "rateCard.lineAdded": organisation(
    line.extend({ replaces: z.boolean() }), (p) => `${p.replaces ? "renewed" : "added"} “${p.name}” ${p.replaces ? "on" : "to"} the rate card of ${p.team}: ${hoursText(hoursOf(p))}`,
  ),
  "rateCard.lineRetired": organisation(line.pick({ itemId: true, teamId: true, team: true, name: true }), (p) => `took “${p.name}” off the rate card of ${p.team}`),
};
