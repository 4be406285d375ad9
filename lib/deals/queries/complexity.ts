import "server-only";
import { answersOf } from "@/lib/handovers/queries/answers";
import { complexityChoices } from "@/lib/handovers/rules/template";
import type { Db } from "@/lib/platform/db";
import { policiesInForce } from "@/lib/policies/queries";
import { complexity } from "@/lib/policies/rules/complexity";

/**
 * How complex a deal's work is (P6.1): the answers are those of its brief, by the rubric in force. Without a brief nothing is
 * answered yet. No authorisation here: callers have found the deal in scope.
 */
export async function complexityOf(tx: Db, dealId: string) {
  const handover = await tx.handover.findFirst({ where: { dealId, status: { not: "WITHDRAWN" } }, orderBy: { number: "desc" }, select: { id: true } });
  const { rubric } = await policiesInForce(tx);
  const stored = handover ? await answersOf(tx, handover.id, "complexity.") : [];
  return complexity(rubric.content, complexityChoices(stored, rubric.content));
}
