import { dayText } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import type { Refusal } from "@/lib/platform/errors";
import type { DealStage } from "@/lib/platform/generated/enums";
import { DAY } from "@/lib/platform/time";

/** What is asked about a presentation: whether it is the newest of its deal, was withdrawn, and until when it holds. */
export type PresentationFacts = { version: number; isNewest: boolean; withdrawnAt: Date | null; expiresAt: Date };

export type PresentationState = "current" | "expired" | "withdrawn" | "replaced";

/** How a presentation stands: a newer version replaces it for good, even where that one was withdrawn. */
export function presentationState({ isNewest, withdrawnAt, expiresAt }: PresentationFacts, now: Date): PresentationState {
  if (withdrawnAt !== null) return "withdrawn";
  if (!isNewest) return "replaced";
  return expiresAt <= now ? "expired" : "current";
}

/** The last day, UTC, on which one of its options can be chosen. */
export const lastDay = ({ expiresAt }: Pick<PresentationFacts, "expiresAt">): string => new Date(expiresAt.getTime() - 1).toISOString().slice(0, 10);

type Deal = { stage: DealStage; signedOn: Date | null; isHandedOver: boolean };

/**
 * P7.5: why no option of a presentation can be chosen now, or null; in words that the client may read. A deal that is parked still
 * listens. What was told to the seller can be recorded until the handover is accepted; a signed contract is not chosen anew by a link.
 */
export function choosingRefusal(presentation: PresentationFacts, { stage, signedOn, isHandedOver }: Deal, via: "LINK" | "SELLER", now: Date): Refusal | null {
  switch (presentationState(presentation, now)) {
    case "withdrawn": return no("These options have been withdrawn. Nothing can be chosen at the moment.");
    case "replaced": return no("These options have been presented anew since. Please look at the new version first.");
    case "expired": return no(`These options could be chosen until ${dayText(lastDay(presentation))}. They have to be presented again.`);
    case "current": break;
  }
  if (stage === "LOST") return no("This offer is no longer open.");
  if (isHandedOver) return no("The work has been handed over: the choice stands.");
  if (via === "LINK" && !isOpen(stage) && stage !== "PARKED") return signedOn ? no("The contract is signed: the choice stands.") : no("This has been agreed already: the choice stands.");
  return null;
}

const no = (reason: string): Refusal => ({ code: "CONFLICT", rule: "P7.5", reason });

/** A link, or a presentation, holds for so many days at most. */
export const HOLDS_DAYS = 120;

/** Why this cannot be the end of a presentation or a link, or null; `latest` is an end that something else sets, with its words. */
export function endRefusal(end: Date, now: Date, latest?: { at: Date; because: string }): Refusal | null {
  const wrong = (reason: string): Refusal => ({ code: "INVALID", rule: "P7.5", reason });
  if (end <= now) return wrong("Choose a day that has not passed.");
  if (end.getTime() - now.getTime() > (HOLDS_DAYS + 1) * DAY) return wrong(`Choose a day within ${HOLDS_DAYS} days.`);
  return latest && end > latest.at ? wrong(`Choose ${dayText(lastDay({ expiresAt: latest.at }))} or a day before: ${latest.because}`) : null;
}
