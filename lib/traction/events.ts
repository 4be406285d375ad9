import * as z from "zod";
import { type Audience, defineEvent as define, type EventDefinition } from "@/lib/events/define";
import { dayText, STAGES } from "@/lib/deals/format";
import { DealStage } from "@/lib/platform/generated/enums";
import { involvementWord } from "./format";
import { INVOLVEMENTS } from "./rules/traction";

const label = z.string();
const day = z.iso.date();
const stage = z.enum(DealStage);
const allows = z.enum(INVOLVEMENTS);

const defineEvent = <P extends z.ZodType>(payload: P, sentence: (payload: z.output<P>) => string, audience: readonly Audience[] = []) =>
  define<P>({ stream: "DEAL", payload, sentence, audience } satisfies EventDefinition<P>);

/** What happens to the traction of a deal. The words of evidence stay with it: they may name a person, and events outlive an erasure. */
export const TRACTION_EVENTS = {
  "traction.evidenceAdded": defineEvent(
    z.strictObject({ evidenceId: z.uuid(), label, on: day }),
    (p) => `recorded evidence of traction: ${p.label}, on ${dayText(p.on)}`,
  ),
  "traction.evidenceWithdrawn": defineEvent(
    z.strictObject({ evidenceId: z.uuid(), label, on: day, reason: z.string() }),
    (p) => `withdrew evidence of traction: ${p.label}, of ${dayText(p.on)}: ${p.reason}`,
  ),
  "traction.dealParked": defineEvent(
    z.strictObject({ from: stage, since: day, businessDays: z.int().positive() }),
    (p) => `parked the deal, which was in ${STAGES[p.from].label.toLowerCase()}: no sign of the client since ${dayText(p.since)}, for ${p.businessDays} business days`,
    ["contactOwner", "dealOwner"],
  ),
  "traction.dealRevived": defineEvent(
    z.strictObject({ to: stage, label }),
    (p) => `revived the deal by new evidence (${p.label}): it is in ${STAGES[p.to].label.toLowerCase()} again, as before`,
    ["contactOwner", "dealOwner"],
  ),
  "traction.granted": defineEvent(
    z.strictObject({ grantId: z.uuid(), allows, until: day, reason: z.string(), score: z.int(), needed: z.int() }),
    (p) => `granted ${involvementWord(p.allows)} until ${dayText(p.until)}, with ${p.score} of the ${p.needed} points that the rule asks for: ${p.reason}`,
    ["contactOwner", "dealOwner", "salesManagers"],
  ),
  "traction.grantRevoked": defineEvent(
    z.strictObject({ grantId: z.uuid(), allows, reason: z.string() }),
    (p) => `revoked the grant of ${involvementWord(p.allows)}: ${p.reason}`,
    ["contactOwner", "dealOwner", "salesManagers"],
  ),
};
