import { minorDigits } from "@/lib/deals/format";
import type { Refusal } from "@/lib/platform/errors";
import type { ApprovalState, Complexity } from "@/lib/platform/generated/enums";

/**
 * P6.6: why an estimate needs a lead's approval, in a sentence that says no price, or null where it needs none. The threshold is
 * in whole units of the price's currency.
 */
export function approvalNeed({ complexity, priceMinor, currency, approvalAbove }: { complexity: Complexity | null; priceMinor: number | null; currency: string; approvalAbove: number }): string | null {
  if (complexity === "COMPLEX") return "The work is complex.";
  if (priceMinor !== null && priceMinor > approvalAbove * 10 ** minorDigits(currency)) return `It is above ${approvalAbove.toLocaleString("en-GB")} ${currency}.`;
  return null;
}

export type ApprovalFacts = { id: string; state: ApprovalState; estimateIds: readonly string[]; lead: { id: string; name: string }; note: string };

/** Whether exactly these estimates were approved: one that is new, or gone, is another matter. */
export const matches = (approved: readonly string[], current: readonly string[]): boolean =>
  current.length > 0 && approved.length === current.length && current.every((id) => approved.includes(id));

/** The approval that counts for these estimates, or null. */
export const standingApproval = <A extends Pick<ApprovalFacts, "state" | "estimateIds">>(approvals: readonly A[], current: readonly string[]): A | null =>
  approvals.find(({ state, estimateIds }) => state === "APPROVED" && matches(estimateIds, current)) ?? null;

/** P6.6: why this lead cannot approve these estimates, or null: nobody approves their own, but in solo mode. */
export const ownEstimateRefusal = ({ leadId, estimatorIds, soloMode }: { leadId: string; estimatorIds: readonly string[]; soloMode: boolean }): Refusal | null =>
  !soloMode && estimatorIds.includes(leadId)
    ? { code: "FORBIDDEN", rule: "P6.6", reason: "Nobody approves an estimate of their own: another lead of the deal's teams does." } : null;
