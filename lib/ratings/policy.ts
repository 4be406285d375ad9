import { type Actor, personOf } from "@/lib/auth/ctx";
import { isAfterAcceptance, statusInWords } from "@/lib/handovers/lifecycle";
import type { Refusal } from "@/lib/platform/errors";
import type { HandoverStatus, RatingSide } from "@/lib/platform/generated/enums";
import { daysSince } from "./rules/quality";

export type RatingFacts = {
  status: HandoverStatus;
  contactOwnerId: string;
  dealOwnerId: string;
  pmId: string | null;
  /** The holders of its keys. */
  holderIds: readonly string[];
};

const no = (code: Refusal["code"], rule: string, reason: string): Refusal => ({ code, rule, reason });

/** What somebody rates of a handover: who received it the brief, who gave it the acceptance (P8.4, P3.1). In solo mode both. */
export function sidesOf(person: string | null, { contactOwnerId, dealOwnerId, pmId, holderIds }: RatingFacts): RatingSide[] {
  if (person === null) return [];
  return [
    ...(person === pmId || holderIds.includes(person) ? ["BRIEF" as const] : []),
    ...(person === contactOwnerId || person === dealOwnerId ? ["ACCEPTANCE" as const] : []),
  ];
}

type Rate = { side: RatingSide; /** When this person gave it first; null where they have not. */ givenAt: Date | null; now: Date; editDays: number };

/** Why this actor may not rate, or change the rating, now; or null (P8.4). */
export function rateRefusal(actor: Actor, h: RatingFacts, { side, givenAt, now, editDays }: Rate): Refusal | null {
  if (!sidesOf(personOf(actor), h).includes(side))
    return no("FORBIDDEN", "P8.4", side === "BRIEF" ? "Only the PM and the team leads who hold its keys rate the brief." : "Only the contact owner and the deal owner rate the acceptance.");
  if (!isAfterAcceptance(h.status)) return no("CONFLICT", "P8.4", `A handover is rated once it is accepted; this one is ${statusInWords(h.status)}.`);
  if (givenAt !== null && daysSince(givenAt, now) >= editDays) return no("CONFLICT", "P8.4", `A rating can be changed for ${editDays} days; this one stands.`);
  return null;
}

type Check = { check: { answeredAt: Date | null } | null; now: Date; editDays: number };

/** Why this actor may not answer whether the brief was right, or null (P8.4): the PM does, once asked. */
export function checkRefusal(actor: Actor, h: RatingFacts, { check, now, editDays }: Check): Refusal | null {
  if (personOf(actor) === null || personOf(actor) !== h.pmId) return no("FORBIDDEN", "P8.4", "Only the PM answers whether the brief was right.");
  if (!check) return no("CONFLICT", "P8.4", "The portal asks some time after acceptance; it has not asked yet.");
  if (check.answeredAt !== null && daysSince(check.answeredAt, now) >= editDays) return no("CONFLICT", "P8.4", `The answer can be changed for ${editDays} days; this one stands.`);
  return null;
}
