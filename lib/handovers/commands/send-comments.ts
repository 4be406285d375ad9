import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { readableFieldsOf } from "../queries/readable";
import { fieldOfComment, listOf } from "../rules/comments";
import { noSecrets } from "../rules/secrets";
import type { returnHandoverInput } from "../schema";
import type { Loaded } from "./change";
import { refuseOutside } from "./keys";

type Key = Loaded["keys"][number];
export type Point = z.output<typeof returnHandoverInput>["points"][number];
type Sent = { points: Point[]; remarks: number };

/**
 * Sends what its holder wrote with this key, in the transaction of the decision (P1.7, P1.8): on a return, a comment with a
 * reason becomes a point of it; on an acceptance all are remarks. Blank ones go. Answers what went out.
 */
export async function sendComments(
  tx: Db, ctx: Ctx, { handover, key, points = [], isReturn }: { handover: Loaded; key: Key; points?: readonly Point[]; isReturn: boolean },
): Promise<Sent> {
  const { id: handoverId, briefVersion: version } = handover;
  enforce(noSecrets(points.flatMap(({ needed, suggestion }) => [needed, suggestion])));
  await refuseElsewhere(tx, ctx, { handover, key, points });
  const mine = { handoverId, keyId: key.id, authorId: key.holderId, threadId: null, sentAt: null };
  const pending = await tx.reviewComment.findMany({ where: mine, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const written = pending.filter(({ text, suggestion }) => `${text}${suggestion}`.trim() !== "");
  if (written.length < pending.length) await tx.reviewComment.deleteMany({ where: { ...mine, id: { notIn: written.map(({ id }) => id) } } });
  const stated = points.map((point) => ({ ...point, id: newId(), rowId: point.rowId ?? null, text: point.needed }));
  if (stated.length > 0)
    await tx.reviewComment.createMany({
      data: stated.map(({ needed: _, ...point }) => ({ ...point, ...mine, createdAt: ctx.now })),
    });
  const all = [...written, ...stated];
  const pointed = isReturn ? all.filter((one) => one.reason !== null) : [];
  refuseBlankPoints(pointed);
  for (const one of all) {
    const pointId = pointed.includes(one) ? newId() : null;
    if (pointId && one.reason)
      await tx.returnPoint.create({
        data: {
          id: pointId, handoverId, version, keyId: key.id, byId: key.holderId, field: one.field, rowId: one.rowId, reason: one.reason,
          needed: one.text, suggestion: one.suggestion, createdAt: ctx.now,
        },
        select: { id: true },
      });
    await tx.reviewComment.update({ where: { id: one.id, sentAt: null }, data: { sentAt: ctx.now, version, pointId }, select: { id: true } });
  }
  return {
    points: pointed.flatMap(({ field, rowId, reason, text, suggestion }) => (reason ? [{ field, rowId, reason, needed: text, suggestion }] : [])),
    remarks: all.length - pointed.length,
  };
}

/** Undoing a decision makes what went out with it pending again, points included (B1): nothing written is lost. */
export const takeCommentsBack = (tx: Db, { handover, keyId }: { handover: Loaded; keyId: string }) =>
  tx.reviewComment.updateMany({
    where: { handoverId: handover.id, keyId, version: handover.briefVersion, threadId: null, sentAt: { not: null } },
    data: { sentAt: null, version: null, pointId: null },
  });

/** P1.8: a return names at least one field with a reason. */
export function refusePointless(points: readonly Point[]): void {
  if (points.length === 0) throw new AppError("INVALID", { rule: "P1.8", reason: "Name at least one point: a field, a reason and what is needed." });
}

function refuseBlankPoints(points: readonly { text: string }[]): void {
  if (points.some(({ text }) => text.trim() === "")) throw new AppError("INVALID", { rule: "P1.8", reason: "Say of each point what is needed." });
}

/** Points that were posted name a field that their author reads (P1.8) and decides on (P1.7); comments were asked when they were kept. */
async function refuseElsewhere(tx: Db, ctx: Ctx, { handover, key, points }: { handover: Loaded; key: Key; points: readonly Point[] }): Promise<void> {
  if (points.length === 0) return;
  const readable = await readableFieldsOf(tx, ctx, handover);
  if (points.some(({ field, rowId }) => !fieldOfComment(field, readable.fields) || !readable.mayRead(field) || (rowId && listOf(field) === null)))
    throw new AppError("INVALID", { rule: "P1.8", reason: "A point names a field of the brief." });
  refuseOutside(handover, key, readable, points.map(({ field }) => field));
}
