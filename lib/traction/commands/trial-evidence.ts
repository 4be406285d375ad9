import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { dayIn } from "@/lib/platform/time";
import { policyInForce } from "@/lib/policies/queries";
import { ownerCalendar } from "../queries/traction";
import { PAID_EVIDENCE, trialEvidenceWords } from "../rules/evidence";

type Ordered = { id: string; dealId: string; purpose: string; priceMinor: bigint; deal: { contactOwnerId: string } };

/**
 * P5.3: a trial task that has its price is ordered once it is approved, and is evidence from that day on. Whether the seller
 * recorded it by hand as well makes no difference: each kind earns its points once. In the transaction of the approval.
 */
export async function countPaidTrial(tx: Db, ctx: Ctx, trial: Ordered): Promise<void> {
  const addedById = personOf(ctx.actor);
  if (trial.priceMinor <= 0n || addedById === null) return;
  const { content: { evidence } } = await policyInForce(tx, "TRACTION_RUBRIC");
  const named = evidence.find(({ id }) => id === PAID_EVIDENCE);
  if (!named) return; // the organisation's definition does not ask for it
  const happenedOn = dayIn((await ownerCalendar(tx, trial.deal.contactOwnerId)).zone, ctx.now);
  const evidenceId = newId();
  await tx.tractionEvidence.create({
    data: { id: evidenceId, dealId: trial.dealId, kind: named.id, happenedOn: new Date(happenedOn), words: trialEvidenceWords(trial), addedById, addedAt: ctx.now, trialTaskId: trial.id },
    select: { id: true },
  });
  await appendEvent(tx, ctx, { stream: trial.dealId, type: "traction.evidenceAdded", payload: { evidenceId, label: named.label, on: happenedOn } });
}
