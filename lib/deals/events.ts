import * as z from "zod";
import { type Audience, defineEvent as define, type EventDefinition } from "@/lib/events/define";
import { Complexity, DealStage } from "@/lib/platform/generated/enums";
import { COMPLEXITY_WORDS } from "@/lib/policies/format";
import { dayText, STAGES } from "./format";

const name = z.string();
const day = z.iso.date();
const stage = z.enum(DealStage);
const complexity = z.enum(Complexity);
const otherClass = z.strictObject({ from: complexity, to: complexity, reason: z.string(), rubric: z.int() });
const person = z.strictObject({ userId: z.uuid(), name });

const defineEvent = <P extends z.ZodType>(payload: P, sentence: (payload: z.output<P>) => string, audience: readonly Audience[] = []) =>
  define<P>({ stream: "DEAL", payload, sentence, audience } satisfies EventDefinition<P>);

/** What happens to deals. Where the signed contract is stays with the deal: it may name a person, and events outlive an erasure. */
export const DEAL_EVENTS = {
  "deal.created": defineEvent(
    z.strictObject({ deal: name, client: name, contactOwner: name, owner: name }),
    (p) => `created the deal ${p.deal} with ${p.client}; contact owner ${p.contactOwner}`,
  ),
  "deal.updated": defineEvent(
    z.strictObject({ changes: z.array(z.strictObject({ what: z.string(), from: z.string(), to: z.string() })) }),
    (p) => `changed ${p.changes.map(({ what, from, to }) => `${what} from ${from || "nothing"} to ${to || "nothing"}`).join("; ")}`,
  ),
  "deal.moved": defineEvent(
    z.strictObject({ from: stage, to: stage, reason: z.string() }),
    (p) => `moved the deal from ${STAGES[p.from].label.toLowerCase()} to ${STAGES[p.to].label.toLowerCase()}${p.reason ? `: ${p.reason}` : ""}`,
  ),
  /** The words stay with the deal: they may name a person. */
  "deal.nextStepSet": defineEvent(
    z.strictObject({ isSet: z.boolean(), on: day.nullable() }),
    (p) => (p.isSet ? `set the next step${p.on ? ` for ${dayText(p.on)}` : ""}` : "took the next step away"),
  ),
  "deal.won": defineEvent(
    z.strictObject({ from: stage, signedOn: day }),
    (p) => `won the deal; the contract was signed on ${dayText(p.signedOn)}`,
    ["contactOwner", "dealOwner", "salesManagers"],
  ),
  "deal.signed": defineEvent(
    z.strictObject({ signedOn: day, wasAtRisk: z.boolean() }),
    (p) => `recorded that the contract was signed on ${dayText(p.signedOn)}${p.wasAtRisk ? ": the deal is no longer at risk" : ""}`,
    ["contactOwner", "dealOwner", "salesManagers"],
  ),
  "deal.atRiskRequested": defineEvent(
    z.strictObject({ until: day, reason: z.string() }),
    (p) => `asked for a start at risk until ${dayText(p.until)}: ${p.reason}`,
    ["salesManagers"],
  ),
  "deal.atRiskApproved": defineEvent(
    z.strictObject({ until: day, from: stage }),
    (p) => `approved the start at risk until ${dayText(p.until)}`,
    ["contactOwner", "dealOwner"],
  ),
  "deal.atRiskDeclined": defineEvent(
    z.strictObject({ until: day, reason: z.string() }),
    (p) => `declined the start at risk: ${p.reason}`,
    ["contactOwner", "dealOwner"],
  ),
  "deal.contactOwnerReassigned": defineEvent(
    z.strictObject({ from: name, to: name, userId: z.uuid(), reason: z.string() }),
    (p) => `made ${p.to} the contact owner instead of ${p.from}: ${p.reason}`,
    ["named", "dealOwner"],
  ),
  "deal.ownerChanged": defineEvent(
    z.strictObject({ from: name, to: name, userId: z.uuid() }),
    (p) => `made ${p.to} the deal owner instead of ${p.from}`,
    ["named", "contactOwner"],
  ),
  "deal.colleagueInvited": defineEvent(person, (p) => `invited ${p.name} to the deal and its draft`, ["named"]),
  "deal.colleagueRemoved": defineEvent(person, (p) => `took ${p.name} off the deal and its draft`, ["named"]),
  "deal.classOverridden": defineEvent(
    otherClass,
    (p) => `set the class to ${COMPLEXITY_WORDS[p.to]}, where version ${p.rubric} of the rubric says ${COMPLEXITY_WORDS[p.from]}: ${p.reason}`,
    ["contactOwner", "dealOwner"],
  ),
  "deal.lowerClassAsked": defineEvent(
    otherClass.extend({ lead: name, userId: z.uuid() }),
    (p) => `asked ${p.lead} to consent to ${COMPLEXITY_WORDS[p.to]} instead of ${COMPLEXITY_WORDS[p.from]}: ${p.reason}`,
    ["named"],
  ),
  "deal.lowerClassConsented": defineEvent(
    otherClass.omit({ rubric: true }).extend({ userId: z.uuid() }),
    (p) => `consented to ${COMPLEXITY_WORDS[p.to]} instead of ${COMPLEXITY_WORDS[p.from]}: ${p.reason}`,
    ["named", "contactOwner", "dealOwner"],
  ),
  "deal.lowerClassDeclined": defineEvent(
    otherClass.omit({ rubric: true }).extend({ userId: z.uuid() }),
    (p) => `did not consent to ${COMPLEXITY_WORDS[p.to]} instead of ${COMPLEXITY_WORDS[p.from]}: ${p.reason}`,
    ["named", "contactOwner", "dealOwner"],
  ),
  "deal.classOverrideEnded": defineEvent(
    z.strictObject({ class: complexity, wasAsked: z.boolean() }),
    (p) => (p.wasAsked ? `no longer asks for ${COMPLEXITY_WORDS[p.class]}` : `took back the class ${COMPLEXITY_WORDS[p.class]}: what the rubric says counts again`),
  ),
};
