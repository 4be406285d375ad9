import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { changeDeal, conflict, type LoadedDeal, writeDeal } from "@/lib/deals/commands/change";
import { dayOf } from "@/lib/deals/format";
import { appendEvent } from "@/lib/events/append";
import type { Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { policyInForce } from "@/lib/policies/queries";
import { ownerCalendar } from "../queries/traction";
import { evidenceDayRefusal, evidenceRefusal } from "../rules/evidence";
import { revives } from "../rules/parking";
import type { addEvidenceInput, withdrawEvidenceInput } from "../schema";

/**
 * P5.1: one piece of evidence that a prospect is serious, with its day and in words. New evidence revives a parked deal, to
 * the stage that it had (P5.6). The same again has one effect.
 */
export const addEvidence = (ctx: Ctx, { id, kind, happenedOn, words }: z.output<typeof addEvidenceInput>) =>
  changeDeal(ctx, { id, power: "recordEvidence" }, async (tx, deal) => {
    const refused = evidenceRefusal(deal.stage);
    if (refused) throw await conflict(tx, id, refused.reason);
    const early = evidenceDayRefusal(happenedOn, ctx.now);
    if (early) throw new AppError(early.code, { ...early, fields: { happenedOn: [early.reason] } });
    const { content: rubric } = await policyInForce(tx, "TRACTION_RUBRIC");
    const named = rubric.evidence.find((one) => one.id === kind);
    if (!named) throw new AppError("INVALID", { rule: "P5.1", reason: "Choose what it is evidence of.", fields: { kind: ["Choose what it is evidence of."] } });
    const day = new Date(happenedOn);
    const same = await tx.tractionEvidence.findFirst({ where: { dealId: id, kind, happenedOn: day, words, withdrawnAt: null }, select: { id: true } });
    if (same) return { id, evidenceId: same.id };

    const evidenceId = newId();
    const addedById = personOf(ctx.actor);
    if (addedById === null) throw new AppError("FORBIDDEN");
    await tx.tractionEvidence.create({ data: { id: evidenceId, dealId: id, kind, happenedOn: day, words, addedById, addedAt: ctx.now }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: id, type: "traction.evidenceAdded", payload: { evidenceId, label: named.label, on: happenedOn } });
    if (deal.stage === "PARKED" && revives(happenedOn, await ownerCalendar(tx, deal.contactOwnerId), rubric.parkAfterBusinessDays, ctx.now)) await revive(tx, ctx, deal, named.label);
    return { id, evidenceId };
  });

async function revive(tx: Db, ctx: Ctx, deal: LoadedDeal, label: string): Promise<void> {
  const to = deal.parkedFrom ?? "QUALIFIED";
  await writeDeal(tx, deal, { stage: to, parkedFrom: null, revivedAt: ctx.now, updatedAt: ctx.now });
  await appendEvent(tx, ctx, { stream: deal.id, type: "traction.dealRevived", payload: { to, label } });
}

/** P5.1: evidence that was recorded by mistake, or no longer holds. It stays in the history, and earns nothing from then on. */
export const withdrawEvidence = (ctx: Ctx, { id, evidenceId, reason }: z.output<typeof withdrawEvidenceInput>) =>
  changeDeal(ctx, { id, power: "recordEvidence" }, async (tx, deal) => {
    const evidence = await tx.tractionEvidence.findFirst({ where: { id: evidenceId, dealId: id } });
    if (!evidence) throw new AppError("NOT_FOUND");
    const withdrawnById = personOf(ctx.actor);
    if (evidence.withdrawnAt !== null && evidence.withdrawnById === withdrawnById) return { id };
    const refused = evidence.withdrawnAt !== null ? "This evidence is withdrawn already." : evidenceRefusal(deal.stage)?.reason;
    if (refused) throw await conflict(tx, id, refused);
    await tx.tractionEvidence.update({ where: { id: evidenceId }, data: { withdrawnAt: ctx.now, withdrawnById, withdrawnReason: reason }, select: { id: true } });
    const { content: rubric } = await policyInForce(tx, "TRACTION_RUBRIC");
    const label = rubric.evidence.find((one) => one.id === evidence.kind)?.label ?? evidence.kind;
    await appendEvent(tx, ctx, { stream: id, type: "traction.evidenceWithdrawn", payload: { evidenceId, label, on: dayOf(evidence.happenedOn), reason } });
    return { id };
  });
