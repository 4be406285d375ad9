import "server-only";
import { uninvolvedNote } from "@/lib/involvement/rules/early";
import type { Db } from "@/lib/platform/db";
import type { Complexity } from "@/lib/platform/generated/enums";

/** P6.2: whether complex work came without anybody of delivery: requests that were taken on, and trial tasks that ran. No authorisation here. */
export async function earlyInvolvement(db: Db, { dealId, complexity }: { dealId: string; complexity: Complexity | null }): Promise<string | null> {
  if (complexity !== "COMPLEX") return null;
  const requests = await db.involvement.count({ where: { dealId, state: { in: ["ACCEPTED", "ANSWERED"] } } });
  const trials = requests > 0 ? 0 : await db.trialTask.count({ where: { dealId, startedAt: { not: null } } });
  return uninvolvedNote({ complexity, involved: requests + trials });
}
