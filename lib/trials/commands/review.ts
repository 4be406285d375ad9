import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { conflict } from "@/lib/deals/commands/change";
import { uncountTrial } from "@/lib/deals/commands/uncount-trial";
import { STAGES } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import { appendEvent } from "@/lib/events/append";
import { enforceAt } from "@/lib/involvement/commands/change";
import { policyInForce } from "@/lib/policies/queries";
import { declineWords } from "@/lib/involvement/format";
import { countPaidTrial } from "@/lib/traction/commands/trial-evidence";
import { extensionProblem } from "../rules/trial";
import type { approveTrialInput, cancelTrialInput, declineTrialInput, evaluateTrialInput, extendTrialInput } from "../schema";
import { changeTrial, moveTrial, workersOf } from "./change";

/** P6.5: the reviewing lead approves what the seller asked for. What has its price is evidence of traction from now on (P5.3). */
export const approveTrial = (ctx: Ctx, { id }: z.output<typeof approveTrialInput>) =>
  changeTrial(ctx, { id, power: "approve" }, async (tx, row) => {
    if (row.state === "APPROVED") return { id };
    if (!isOpen(row.deal.stage)) throw await conflict(tx, row.dealId, `The deal is ${STAGES[row.deal.stage].label.toLowerCase()}: no trial task begins any more.`);
    await moveTrial(tx, ctx, { row, move: "approve", data: { approvedById: personOf(ctx.actor), approvedAt: ctx.now } });
    await appendEvent(tx, ctx, { stream: row.dealId, type: "trial.approved", payload: { trialId: id, userIds: [row.developerId], developer: row.developer.name } });
    await countPaidTrial(tx, ctx, row);
    return { id };
  });

/** P5.4: its lead or its developer declines with a code, and that is the end of it. */
export const declineTrial = (ctx: Ctx, { id, reason, note }: z.output<typeof declineTrialInput>) =>
  changeTrial(ctx, { id, power: "decline" }, async (tx, row) => {
    const person = personOf(ctx.actor);
    if (row.state === "DECLINED" && row.declinedById === person) return { id };
    await moveTrial(tx, ctx, { row, move: "decline", data: { declineReason: reason, note, declinedById: person } });
    await appendEvent(tx, ctx, { stream: row.dealId, type: "trial.declined", payload: { trialId: id, userIds: workersOf(row), reason } });
    await uncountTrial(tx, ctx, { id, dealId: row.dealId, reason: `The trial task was declined: ${declineWords(reason)}` });
    return { id };
  });

/** P6.5: stopped at its cap, it goes on once the lead approves more time, with a reason. */
export const extendTrial = (ctx: Ctx, { id, capMinutes, reason }: z.output<typeof extendTrialInput>) =>
  changeTrial(ctx, { id, power: "extend" }, async (tx, row) => {
    const { dealId, stoppedAt, state, capMinutes: from } = row;
    if (state === "RUNNING" && stoppedAt === null && capMinutes === from) return { id };
    if (state !== "RUNNING" || stoppedAt === null) throw await conflict(tx, dealId, "More time is approved once the trial task has stopped at its cap.");
    enforceAt(extensionProblem(capMinutes, row, (await policyInForce(tx, "TRACTION_RUBRIC")).content.caps));
    const { count } = await tx.trialTask.updateMany({ where: { id, state: "RUNNING", stoppedAt: { not: null } }, data: { capMinutes, stoppedAt: null, revision: { increment: 1 } } });
    if (count === 0) throw await conflict(tx, dealId);
    await appendEvent(tx, ctx, { stream: dealId, type: "trial.extended", payload: { trialId: id, userIds: [row.developerId], from, to: capMinutes, reason } });
    return { id };
  });

/** The lead says what came of it, against the exit criteria. The results stand in the brief from the delivery on (P1.2). */
export const evaluateTrial = (ctx: Ctx, { id, outcome, evaluation }: z.output<typeof evaluateTrialInput>) =>
  changeTrial(ctx, { id, power: "evaluate" }, async (tx, row) => {
    if (row.state === "EVALUATED" && row.outcome === outcome && row.evaluation === evaluation) return { id };
    await moveTrial(tx, ctx, { row, move: "evaluate", data: { outcome, evaluation, evaluatedAt: ctx.now } });
    await appendEvent(tx, ctx, { stream: row.dealId, type: "trial.evaluated", payload: { trialId: id, userIds: workersOf(row), outcome } });
    return { id };
  });

/** The seller takes it back, for good, as long as it is not delivered. */
export const cancelTrial = (ctx: Ctx, { id, reason }: z.output<typeof cancelTrialInput>) =>
  changeTrial(ctx, { id, power: "cancel" }, async (tx, row) => {
    if (row.state === "CANCELLED") return { id };
    await moveTrial(tx, ctx, { row, move: "cancel", data: { note: reason } });
    await appendEvent(tx, ctx, { stream: row.dealId, type: "trial.cancelled", payload: { trialId: id, userIds: workersOf(row), reason } });
    await uncountTrial(tx, ctx, { id, dealId: row.dealId, reason: `The trial task was cancelled: ${reason}` });
    return { id };
  });
