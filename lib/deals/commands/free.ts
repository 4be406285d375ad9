import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import type { Db } from "@/lib/platform/db";
import { uncountTrial } from "./uncount-trial";

/**
 * P5.6: a deal that is lost or parked holds nobody of delivery: open requests are withdrawn, trial tasks that are not delivered
 * cancelled, and approvals no longer asked for, each with its event. The caller holds the deal's lock.
 */
export async function freeReservations(tx: Db, ctx: Ctx, { dealId, reason }: { dealId: string; reason: string }): Promise<void> {
  const requests = await tx.involvement.findMany({
    where: { dealId, state: { in: ["REQUESTED", "ACCEPTED"] } }, orderBy: { id: "asc" }, select: { id: true, kind: true, personId: true, person: { select: { name: true } } },
  });
  for (const { id, kind, personId, person } of requests) {
    await tx.involvement.update({ where: { id }, data: { state: "WITHDRAWN", note: reason, endedAt: ctx.now, revision: { increment: 1 } }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: dealId, type: "involvement.withdrawn", payload: { involvementId: id, kind, userId: personId, name: person.name, reason } });
  }
  const trials = await tx.trialTask.findMany({ where: { dealId, state: { in: ["REQUESTED", "APPROVED", "RUNNING"] } }, orderBy: { id: "asc" }, select: { id: true, developerId: true, leadId: true } });
  for (const { id, developerId, leadId } of trials) {
    await tx.trialTask.update({ where: { id }, data: { state: "CANCELLED", note: reason, endedAt: ctx.now, revision: { increment: 1 } }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: dealId, type: "trial.cancelled", payload: { trialId: id, userIds: [developerId, leadId], reason } });
    await uncountTrial(tx, ctx, { id, dealId, reason: `The trial task was cancelled: ${reason}` });
  }
  const approvals = await tx.estimateApproval.findMany({
    where: { dealId, state: "ASKED" }, orderBy: { id: "asc" }, select: { id: true, optionId: true, option: { select: { name: true } }, lead: { select: { id: true, name: true } } },
  });
  for (const { id, optionId, option, lead } of approvals) {
    await tx.estimateApproval.update({ where: { id }, data: { state: "ENDED", endedAt: ctx.now }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: dealId, type: "estimate.approvalEnded", payload: { optionId, name: option.name, approvalId: id, userId: lead.id, lead: lead.name } });
  }
}
