import { statusInWords } from "@/lib/handovers/lifecycle";
import type { Refusal } from "@/lib/platform/errors";
import type { HandoverStatus } from "@/lib/platform/generated/enums";
import { dayIn } from "@/lib/platform/time";

export type RemindFacts = {
  status: HandoverStatus;
  contactOwner: { name: string; zone: string };
  /** Does the person who reminds hold a key of it, or manage one of its delivery teams? */
  isConcerned: boolean;
  last: { at: Date; by: string } | null;
};

/**
 * Why the contact owner of a returned brief cannot be reminded now, or null (P1.8): by whoever waits for it, while it is with
 * them, and at most once on a day of theirs, whoever asks.
 */
export function remindRefusal({ status, contactOwner, isConcerned, last }: RemindFacts, now: Date): Refusal | null {
  if (!isConcerned) return { code: "FORBIDDEN", rule: "P1.8", reason: "Only who holds a key of this handover, or manages one of its teams, reminds the contact owner." };
  if (status !== "RETURNED") return { code: "CONFLICT", rule: "P1.8", reason: `The handover is ${statusInWords(status)}: nothing is asked of ${contactOwner.name}.` };
  if (last && dayIn(contactOwner.zone, last.at) === dayIn(contactOwner.zone, now))
    return { code: "CONFLICT", rule: "P1.8", reason: `${last.by} has reminded ${contactOwner.name} today.` };
  return null;
}
