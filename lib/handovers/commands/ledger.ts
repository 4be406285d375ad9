import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { ChecklistFact } from "@/lib/policies/format";
import { POWERS } from "../policy";
import type { StoredAnswer } from "../queries/answers";
import { previewChecklist } from "../queries/checklist-preview";
import { computeBrief } from "../queries/computed";
import { keptPolicies } from "../queries/snapshot";
import { promiseRows } from "../rules/promises";
import type { meetConditionInput, tickItemInput, updatePromiseInput } from "../schema";
import { change, factsOf, type Loaded } from "./change";
import { conflict, type Standing, standing } from "./move";

/** At acceptance: the checklist opens with its due dates (P2.12), and the promises move to their ledger (P8.2). */
export async function openLedger(tx: Db, ctx: Ctx, { id, briefVersion }: Loaded, answers: StoredAnswer[]): Promise<void> {
  const kept = await keptPolicies(tx, id, briefVersion);
  const computed = await computeBrief(tx, id, { now: ctx.now, answers, ...(kept && { kept }) });
  const items = await previewChecklist(tx, computed, { now: ctx.now, acceptedAt: ctx.now });
  await tx.checklistItem.createMany({
    data: items.map(({ item, title, why, reason, phase, ownerRole, teamId, ownerId, dueAt, mandatory, fact, isDone, position }) => ({
      id: newId(), handoverId: id, item, title, why: `${why} ${reason}`, phase, ownerRole, teamId, ownerId, dueAt, mandatory, fact, position,
      ...(isDone && { state: "DONE" as const, doneAt: ctx.now }),
    })),
  });
  await tx.ledgerPromise.createMany({
    data: promiseRows(computed.answers).map(({ rowId, text, type, contract, ownerId, due }) => ({
      id: newId(), handoverId: id, rowId, text, type: type ?? "", contract, ownerId, dueOn: due === null ? null : new Date(due), updatedAt: ctx.now,
    })),
  });
}

/** When the acceptance is taken back, within its ten seconds. */
export async function closeLedger(tx: Db, handoverId: string): Promise<void> {
  await tx.checklistItem.deleteMany({ where: { handoverId } });
  await tx.ledgerPromise.deleteMany({ where: { handoverId } });
}

/** Ticks what completes itself once the portal knows a fact (P2.12). */
export async function completeByFact(tx: Db, ctx: Ctx, handoverId: string, fact: ChecklistFact): Promise<void> {
  await tx.checklistItem.updateMany({
    where: { handoverId, fact, state: "OPEN" }, data: { state: "DONE", doneAt: ctx.now, revision: { increment: 1 } },
  });
}

/** Does, skips or re-opens one item: by its owner, or the PM. A mandatory item is skipped with a note (P2.12, P3.1). */
export const tickItem = (ctx: Ctx, { id, itemId, revision, state, note }: z.output<typeof tickItemInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    const item = await tx.checklistItem.findFirst({ where: { id: itemId, handoverId: id } });
    if (!item) throw new AppError("NOT_FOUND");
    enforce(POWERS.tick(ctx.actor, factsOf(handover), item));
    if (item.state === state) return standing(handover);
    if (state === "SKIPPED" && item.mandatory && note.trim() === "")
      throw new AppError("INVALID", { rule: "P2.12", fields: { note: ["Say why it is not needed here."] }, reason: "This item is mandatory: say why it is not needed here." });
    const { count } = await tx.checklistItem.updateMany({
      where: { id: itemId, revision },
      data: { state, note, revision: { increment: 1 }, ...(state === "OPEN" ? { doneAt: null, doneById: null } : { doneAt: ctx.now, doneById: personOf(ctx.actor) }) },
    });
    if (count === 0) throw await conflict(tx, id);
    await appendEvent(tx, ctx, { stream: id, type: "checklist.ticked", payload: { item: item.title, from: item.state, to: state, note } });
    return standing(handover);
  });

/** Keeps the ledger: whether a promise is in the contract, and whether it was kept (P8.2). By the PM. */
export const updatePromise = (
  ctx: Ctx, { id, promiseId, revision, contract, status, ownerId, dueOn, note }: z.output<typeof updatePromiseInput>,
): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    enforce(POWERS.lead(ctx.actor, factsOf(handover)));
    const promise = await tx.ledgerPromise.findFirst({ where: { id: promiseId, handoverId: id } });
    if (!promise) throw new AppError("NOT_FOUND");
    if (ownerId !== null && (await tx.user.count({ where: { id: ownerId, active: true } })) === 0)
      throw new AppError("INVALID", { rule: "P8.2", reason: "The owner of a promise is somebody who works here." });
    const { count } = await tx.ledgerPromise.updateMany({
      where: { id: promiseId, revision },
      data: { contract, status, ownerId, dueOn: dueOn === null ? null : new Date(dueOn), note, updatedAt: ctx.now, revision: { increment: 1 } },
    });
    if (count === 0) throw await conflict(tx, id);
    if ((await tx.ledgerPromise.count({ where: { handoverId: id, contract: null } })) === 0) await completeByFact(tx, ctx, id, "promises.reconciled");
    await appendEvent(tx, ctx, {
      stream: id, type: "promise.updated",
      payload: { promise: promise.text, from: { status: promise.status, contract: promise.contract }, to: { status, contract }, note },
    });
    return standing(handover);
  });

/** Marks a condition of the acceptance as met: by its owner, or the PM (P1.7). */
export const meetCondition = (ctx: Ctx, { id, conditionId }: z.output<typeof meetConditionInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    const condition = await tx.condition.findFirst({ where: { id: conditionId, handoverId: id, undoneAt: null } });
    if (!condition) throw new AppError("NOT_FOUND");
    if (personOf(ctx.actor) !== condition.ownerId) enforce(POWERS.lead(ctx.actor, factsOf(handover)));
    const { count } = await tx.condition.updateMany({
      where: { id: conditionId, state: "OPEN" }, data: { state: "MET", metAt: ctx.now, metById: personOf(ctx.actor) },
    });
    if (count === 0) return standing(handover);
    if ((await tx.condition.count({ where: { handoverId: id, state: "OPEN", undoneAt: null } })) === 0) await completeByFact(tx, ctx, id, "conditions.met");
    await appendEvent(tx, ctx, { stream: id, type: "condition.met", payload: { text: condition.text } });
    return standing(handover);
  });
