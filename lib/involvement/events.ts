import * as z from "zod";
import { type Audience, defineEvent as define, type EventDefinition } from "@/lib/events/define";
import { dayText } from "@/lib/deals/format";
import { DeclineReason, InvolvementKind } from "@/lib/platform/generated/enums";
import { ASKING, declineWords, minutesText } from "./format";

const involvementId = z.uuid();
const kind = z.enum(InvolvementKind);
const userId = z.uuid();
const name = z.string();
const minutes = z.int();
const a = (of: z.output<typeof kind>) => `${of === "ESTIMATE" ? "an" : "a"} ${ASKING[of].short}`;

const defineEvent = <P extends z.ZodType>(payload: P, sentence: (payload: z.output<P>) => string, audience: readonly Audience[] = [], more: Pick<EventDefinition, "asksNamed"> = {}) =>
  define<P>({ stream: "DEAL", payload, sentence, audience, ...more } satisfies EventDefinition<P>);

/** What happens to requests before the contract. What was asked and answered stays with the request. */
export const INVOLVEMENT_EVENTS = {
  "involvement.requested": defineEvent(
    z.strictObject({ involvementId, kind, userId, name, minutes, neededBy: z.iso.date(), why: z.string(), granted: z.boolean() }),
    (p) => `asked ${p.name} for ${a(p.kind)} by ${dayText(p.neededBy)}, taking at most ${minutesText(p.minutes)}${p.granted ? ", by a grant against the rule" : ""}`,
    ["named"], { asksNamed: true },
  ),
  "involvement.accepted": defineEvent(z.strictObject({ involvementId, kind, userId }), (p) => `accepted the request for ${a(p.kind)}`, ["named"]),
  "involvement.answered": defineEvent(
    z.strictObject({ involvementId, kind, userId, agreed: z.boolean() }),
    (p) => (p.agreed ? `agreed with the seller's own answer to the request for ${a(p.kind)}` : `answered the request for ${a(p.kind)}`),
    ["named", "contactOwner", "dealOwner"],
  ),
  "involvement.declined": defineEvent(
    z.strictObject({ involvementId, kind, userId, reason: z.enum(DeclineReason) }),
    (p) => `declined the request for ${a(p.kind)}: ${declineWords(p.reason)}`,
    ["named", "contactOwner", "dealOwner"],
  ),
  "involvement.withdrawn": defineEvent(
    z.strictObject({ involvementId, kind, userId, name, reason: z.string() }),
    (p) => `withdrew the request to ${p.name} for ${a(p.kind)}: ${p.reason}`,
    ["named"], { asksNamed: true },
  ),
  "involvement.hoursRecorded": defineEvent(
    z.strictObject({ involvementId, kind, minutes, spent: minutes, cap: minutes }),
    (p) => `recorded ${minutesText(p.minutes)} for the ${ASKING[p.kind].short}: ${minutesText(p.spent)} of ${minutesText(p.cap)}`,
  ),
  "involvement.developerNamed": defineEvent(
    z.strictObject({ involvementId, userId, name, developerId: z.uuid() }),
    (p) => `named ${p.name} as the developer who can be asked about this deal`,
    ["named", "contactOwner", "dealOwner"],
  ),
};
