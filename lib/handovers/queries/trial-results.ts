import "server-only";
import type { Db } from "@/lib/platform/db";
import type { TrialResult } from "@/lib/trials/rules/results";

/** The trial tasks of a deal that were delivered, the newest first (P6.5). No authorisation here. */
export async function trialResultsOf(db: Db, dealId: string): Promise<TrialResult[]> {
  const rows = await db.trialTask.findMany({
    where: { dealId, state: { in: ["DELIVERED", "EVALUATED"] } }, orderBy: [{ deliveredAt: "desc" }, { id: "desc" }], take: 20,
    select: { id: true, teamId: true, developerId: true, purpose: true, result: true, deliveredAt: true, outcome: true, evaluation: true, evaluatedAt: true },
  });
  return rows.flatMap(({ deliveredAt, ...row }) => (deliveredAt ? [{ ...row, deliveredAt }] : []));
}
