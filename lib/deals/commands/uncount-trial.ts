import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import type { Db } from "@/lib/platform/db";
import { policyInForce } from "@/lib/policies/queries";
import { dayOf } from "../format";

/** P5.3: a trial task that comes to nothing is no evidence any more, and says why. In the transaction of its end. */
export async function uncountTrial(tx: Db, ctx: Ctx, { id, dealId, reason }: { id: string; dealId: string; reason: string }): Promise<void> {
  const counted = await tx.tractionEvidence.findFirst({ where: { trialTaskId: id, withdrawnAt: null } });
  if (!counted) return;
  await tx.tractionEvidence.update({ where: { id: counted.id }, data: { withdrawnAt: ctx.now, withdrawnById: personOf(ctx.actor), withdrawnReason: reason }, select: { id: true } });
  const { content: { evidence } } = await policyInForce(tx, "TRACTION_RUBRIC");
  const label = evidence.find((one) => one.id === counted.kind)?.label ?? counted.kind;
  await appendEvent(tx, ctx, { stream: dealId, type: "traction.evidenceWithdrawn", payload: { evidenceId: counted.id, label, on: dayOf(counted.happenedOn), reason } });
}
