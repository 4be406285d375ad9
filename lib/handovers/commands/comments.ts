import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { POWERS } from "../policy";
import { readableFieldsOf } from "../queries/readable";
import { fieldOfComment, listOf } from "../rules/comments";
import { noSecrets } from "../rules/secrets";
import type { answerCommentInput, discardCommentInput, resolveCommentInput, saveCommentInput } from "../schema";
import { change, factsOf, type Loaded } from "./change";
import { heldKey, refuseOutside } from "./keys";

export type SavedComment =
  | { outcome: "saved"; revision: number }
  /** Somebody's other device wrote on meanwhile: what stands there now. */
  | { outcome: "conflict"; current: { text: string; suggestion: string; revision: number } };

/**
 * Keeps a comment while it is being written: pending, and its author's alone until the decision that it goes out with
 * (P1.7). Written over the revision that it was typed over; a repeat is no conflict. Typing records no event (B3).
 */
export const saveComment = (ctx: Ctx, { id, keyId, commentId, base, ...said }: z.output<typeof saveCommentInput>): Promise<SavedComment> =>
  change(ctx, id, async (tx, handover) => {
    const key = heldKey(ctx, handover, keyId);
    enforce(noSecrets([said.text, said.suggestion]));
    const isWriting = handover.status === "RETURNED" || (handover.status === "SUBMITTED" && key.state === "OPEN");
    if (!isWriting) throw new AppError("CONFLICT", { rule: "P1.7", reason: "Comments go out with a decision, and there is none to be made now." });
    const readable = await readableFieldsOf(tx, ctx, handover);
    if (!fieldOfComment(said.field, readable.fields) || !readable.mayRead(said.field) || (said.rowId !== null && listOf(said.field) === null)) throw new AppError("INVALID", { rule: "P1.8", reason: "There is no such field in the brief." });
    refuseOutside(handover, key, readable, [said.field]);
    const mine = { id: commentId, handoverId: id, authorId: key.holderId, threadId: null };
    if (base === 0) {
      const { count } = await tx.reviewComment.createMany({ data: [{ ...mine, keyId, ...said, createdAt: ctx.now }], skipDuplicates: true });
      if (count === 1) return { outcome: "saved", revision: 1 };
    } else {
      const { count } = await tx.reviewComment.updateMany({ where: { ...mine, sentAt: null, revision: base }, data: { ...said, keyId, revision: { increment: 1 } } });
      if (count === 1) return { outcome: "saved", revision: base + 1 };
    }
    return standing(tx, mine, said);
  });

type Said = Pick<z.output<typeof saveCommentInput>, "text" | "suggestion" | "reason">;

async function standing(tx: Db, mine: { id: string; handoverId: string; authorId: string }, said: Said): Promise<SavedComment> {
  const current = await tx.reviewComment.findFirst({ where: mine });
  if (!current) throw new AppError("NOT_FOUND");
  if (current.sentAt) throw new AppError("CONFLICT", { rule: "P1.9", reason: "This comment was sent with your decision." });
  const { text, suggestion, reason, revision } = current;
  if (text === said.text && suggestion === said.suggestion && reason === said.reason) return { outcome: "saved", revision };
  return { outcome: "conflict", current: { text, suggestion, revision } };
}

/** Takes a pending comment away; a repeat has one effect. What was sent stays. */
export const discardComment = (ctx: Ctx, { id, commentId }: z.output<typeof discardCommentInput>): Promise<{ discarded: number }> =>
  change(ctx, id, async (tx) => {
    const found = await tx.reviewComment.findFirst({ where: { id: commentId, handoverId: id } });
    if (!found) return { discarded: 0 };
    if (found.authorId !== personOf(ctx.actor)) throw new AppError("NOT_FOUND");
    if (found.sentAt) throw new AppError("CONFLICT", { rule: "P1.8", reason: "This comment was sent, and stays." });
    return { discarded: (await tx.reviewComment.deleteMany({ where: { id: commentId, sentAt: null } })).count };
  });

/** Answers in a thread: those who write the brief, its PM and its reviewers (P1.8). A repeat has one effect. */
export const answerComment = (ctx: Ctx, { id, threadId, commentId, text }: z.output<typeof answerCommentInput>): Promise<{ commentId: string }> =>
  change(ctx, id, async (tx, handover) => {
    enforce(noSecrets(text));
    const { first, label } = await threadOf(tx, ctx, { handover, threadId });
    enforce(POWERS.discuss(ctx.actor, factsOf(handover)));
    const authorId = personOf(ctx.actor) ?? "";
    const { count } = await tx.reviewComment.createMany({
      data: [{
        id: commentId, handoverId: id, threadId, authorId, field: first.field, rowId: first.rowId, text, version: handover.briefVersion,
        sentAt: ctx.now, createdAt: ctx.now,
      }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const repeated = await tx.reviewComment.findFirst({ where: { id: commentId, threadId, authorId } });
      if (!repeated) throw new AppError("CONFLICT");
      return { commentId };
    }
    const userId = first.authorId === authorId ? handover.contactOwnerId : first.authorId;
    await appendEvent(tx, ctx, { stream: id, type: "comment.answered", payload: { threadId, field: first.field, label, userId } });
    return { commentId };
  });

/** Marks a thread as resolved, or opens it again: its author, and those who write the brief (P1.8). */
export const resolveComment = (ctx: Ctx, { id, threadId, resolved }: z.output<typeof resolveCommentInput>): Promise<{ resolved: boolean }> =>
  change(ctx, id, async (tx, handover) => {
    const { first, label } = await threadOf(tx, ctx, { handover, threadId });
    enforce(POWERS.resolve(ctx.actor, factsOf(handover), first));
    const { count } = await tx.reviewComment.updateMany({
      where: { id: threadId, resolvedAt: resolved ? null : { not: null } },
      data: resolved ? { resolvedAt: ctx.now, resolvedById: personOf(ctx.actor) } : { resolvedAt: null, resolvedById: null },
    });
    if (count === 1) await appendEvent(tx, ctx, { stream: id, type: resolved ? "comment.resolved" : "comment.reopened", payload: { threadId, field: first.field, label } });
    return { resolved };
  });

/** A thread that was sent, about a field that this person may read; else NOT_FOUND. */
async function threadOf(tx: Db, ctx: Ctx, { handover, threadId }: { handover: Loaded; threadId: string }) {
  const first = await tx.reviewComment.findFirst({ where: { id: threadId, handoverId: handover.id, threadId: null, sentAt: { not: null } } });
  const { fields, mayRead } = await readableFieldsOf(tx, ctx, handover);
  if (!first || !mayRead(first.field)) throw new AppError("NOT_FOUND");
  return { first, label: fieldOfComment(first.field, fields)?.label ?? first.field };
}
