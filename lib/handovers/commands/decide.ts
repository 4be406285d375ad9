import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { startRefusal } from "@/lib/deals/rules/at-risk";
import { appendEvent } from "@/lib/events/append";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { answersOf } from "../queries/answers";
import { readableFieldsOf } from "../queries/readable";
import { fieldOfComment } from "../rules/comments";
import { promiseRows, reconciliationRefusal } from "../rules/promises";
import type { acceptKeyInput, addReturnPointsInput, condition, returnHandoverInput, undoInput } from "../schema";
import { change, type Loaded } from "./change";
import { heldKey, keyPayload, refuseOutside, reopen, turn } from "./keys";
import { closeLedger, openLedger } from "./ledger";
import { watchReturns } from "./managers";
import { move, permit, type Standing, standing } from "./move";
import { refusePointless, sendComments, takeCommentsBack } from "./send-comments";

type Condition = z.output<typeof condition>;

/**
 * Turns one key, with or without conditions. Whoever turns the last one moves the handover to accepted (P1.7). A promise
 * that is not reconciled with the contract blocks an acceptance without conditions (P8.2), and so does a start at risk that
 * has expired meanwhile (P1.1).
 */
export const acceptKey = (ctx: Ctx, { id, keyId, briefVersion, conditions }: z.output<typeof acceptKeyInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    const key = heldKey(ctx, handover, keyId);
    if (key.state === "ACCEPTED" && key.acceptedVersion === briefVersion) return standing(handover);
    await permit(tx, ctx, "accept", handover);
    enforce(startRefusal(handover.deal, ctx.now));
    const answers = await answersOf(tx, id);
    enforce(reconciliationRefusal(promiseRows(answers), conditions.length));
    await turn(tx, key, briefVersion, { state: "ACCEPTED", acceptedVersion: briefVersion, decidedAt: ctx.now });
    if (conditions.length > 0) {
      await refuseUnknownOwners(tx, conditions.map(({ ownerId }) => ownerId));
      await refuseConditionsElsewhere(tx, ctx, { handover, key, conditions });
      await tx.condition.createMany({
        data: conditions.map(({ dueOn, ...said }) => ({ id: newId(), handoverId: id, keyId, ...said, dueOn: new Date(dueOn) })),
      });
    }
    const { remarks } = await sendComments(tx, ctx, { handover, key, isReturn: false });
    const payload = { ...keyPayload(handover, key, briefVersion), conditions, comments: remarks };
    const isLast = handover.keys.every((other) => other.id === keyId || other.state === "ACCEPTED");
    if (!isLast) {
      await appendEvent(tx, ctx, { stream: id, type: "key.accepted", payload });
      return standing(handover);
    }
    const moved = await move(tx, ctx, "accept", handover, { payload, data: { acceptedAt: ctx.now, decidedAt: ctx.now } });
    await openLedger(tx, ctx, handover, answers);
    return moved;
  });

/** One return moves the handover at once; the other keys stay as they are (P1.7, P1.8). */
export const returnHandover = (ctx: Ctx, { id, keyId, briefVersion, points }: z.output<typeof returnHandoverInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    const key = heldKey(ctx, handover, keyId);
    if (key.state === "RETURNED" && handover.briefVersion === briefVersion) return standing(handover);
    await permit(tx, ctx, "return", handover);
    await turn(tx, key, briefVersion, { state: "RETURNED", decidedAt: ctx.now });
    const sent = await sendComments(tx, ctx, { handover, key, points, isReturn: true });
    refusePointless(sent.points);
    await watchReturns(tx, id);
    return move(tx, ctx, "return", handover, {
      payload: { ...keyPayload(handover, key, briefVersion), points: sent.points, comments: sent.remarks },
      data: { decidedAt: ctx.now, rounds: { increment: 1 } },
    });
  });

/** Other reviewers may add points to a return until it is resubmitted (P1.7). */
export const addReturnPoints = (ctx: Ctx, { id, keyId, briefVersion, points }: z.output<typeof addReturnPointsInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    const key = heldKey(ctx, handover, keyId);
    if (handover.status !== "RETURNED" || handover.briefVersion !== briefVersion)
      throw new AppError("CONFLICT", { rule: "P1.7", reason: "Points can be added while the brief is with the seller." });
    if (key.state === "OPEN") await turn(tx, key, briefVersion, { state: "RETURNED", decidedAt: ctx.now });
    const sent = await sendComments(tx, ctx, { handover, key, points, isReturn: true });
    refusePointless(sent.points);
    await watchReturns(tx, id);
    await appendEvent(tx, ctx, {
      stream: id, type: "handover.pointsAdded", payload: { ...keyPayload(handover, key, briefVersion), points: sent.points, comments: sent.remarks },
    });
    return standing(handover);
  });

/** Takes an acceptance back, by who gave it, within ten seconds, if nothing followed (B1); its comments are pending again. */
export const undoAcceptance = (ctx: Ctx, { id, keyId }: z.output<typeof undoInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    const payload = await reopen(tx, ctx, handover, keyId, ["key.accepted", "handover.accepted"]);
    await tx.condition.updateMany({ where: { handoverId: id, keyId, undoneAt: null }, data: { undoneAt: ctx.now } });
    await takeCommentsBack(tx, { handover, keyId });
    if (handover.status === "ACCEPTED") {
      await closeLedger(tx, id);
      return move(tx, ctx, "undoAccept", handover, { payload, data: { acceptedAt: null, decidedAt: null } });
    }
    await appendEvent(tx, ctx, { stream: id, type: "key.reopened", payload });
    return standing(handover);
  });

/** Takes a return back (B1): its points and comments are pending again. */
export const undoReturn = (ctx: Ctx, { id, keyId }: z.output<typeof undoInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    const payload = await reopen(tx, ctx, handover, keyId, ["handover.returned"]);
    await tx.returnPoint.updateMany({
      where: { handoverId: id, keyId, version: handover.briefVersion, undoneAt: null },
      data: { undoneAt: ctx.now },
    });
    await takeCommentsBack(tx, { handover, keyId });
    return move(tx, ctx, "undoReturn", handover, { payload, data: { rounds: { decrement: 1 }, decidedAt: null } });
  });

async function refuseUnknownOwners(tx: Db, ids: readonly string[]): Promise<void> {
  const known = await tx.user.count({ where: { id: { in: [...new Set(ids)] }, active: true } });
  if (known !== new Set(ids).size) throw new AppError("INVALID", { rule: "P1.7", reason: "Each condition needs an owner who works here." });
}

/** A condition that says what it is about names what its author reads and decides on (P1.7); without, it is about the key's whole part. */
async function refuseConditionsElsewhere(tx: Db, ctx: Ctx, { handover, key, conditions }: { handover: Loaded; key: Loaded["keys"][number]; conditions: readonly Condition[] }): Promise<void> {
  const about = conditions.flatMap(({ field }) => field ?? []);
  if (about.length === 0) return;
  const readable = await readableFieldsOf(tx, ctx, handover);
  if (about.some((field) => !fieldOfComment(field, readable.fields) || !readable.mayRead(field)))
    throw new AppError("INVALID", { rule: "P1.7", reason: "A condition is about a field of the brief, or about none." });
  refuseOutside(handover, key, readable, about);
}
