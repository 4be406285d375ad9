import type { DealStage, HandoverStatus } from "@/lib/platform/generated/enums";

export type OrphanFacts = {
  stage: DealStage;
  wonAt: Date | null;
  handovers: readonly { status: HandoverStatus; firstSubmitAt: Date | null }[];
};

/**
 * P1.11: a won deal that nobody has handed over. `due` is when its clock "won -> submitted" ends (B5), in the contact
 * owner's business time; from that instant on the deal is on the manager's board. A draft does not count: it moves no
 * responsibility; neither does a handover that was withdrawn.
 */
export function isOrphan(deal: OrphanFacts, { due, now }: { due: Date; now: Date }): boolean {
  return isWaiting(deal) && now >= due;
}

/** The same before its clock has run out: won, and not handed over yet. */
export const isWaiting = (deal: OrphanFacts): boolean =>
  deal.stage === "WON" && deal.wonAt !== null && !deal.handovers.some(({ status, firstSubmitAt }) => status !== "WITHDRAWN" && firstSubmitAt !== null);
