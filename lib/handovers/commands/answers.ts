import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { type Db, inTx } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { Prisma } from "@/lib/platform/generated/client";
import { GROUPS } from "../fields";
import type { GroupId } from "../fields/types";
import { POWERS, scope } from "../policy";
import { NO_ROW } from "../queries/answers";
import { briefFieldsOf } from "../queries/brief-fields";
import { isPinned } from "../queries/pinned";
import { answerSchema } from "../rules/answer-value";
import { secretRefusal } from "../rules/secrets";
import type { answerChange, removeRowInput, saveAnswersInput } from "../schema";
import { factsOf, LOADED } from "./change";

type Change = z.output<typeof answerChange>;

/** What became of one change: kept at a revision, refused with a sentence, or found that somebody else wrote meanwhile. */
export type SavedAnswer = { field: string; rowId: string | null } & (
  | { outcome: "saved"; revision: number }
  | { outcome: "refused"; reason: string; isSecret?: true }
  | { outcome: "conflict"; current: { state: string; value: unknown; revision: number; by: string | null; at: string } }
);

/**
 * Keeps what was typed, answer by answer: each is written only over the revision that it was typed over, and what
 * another person or tab wrote meanwhile is handed back, never overwritten (P1.3). A repeat of the same is no conflict.
 * What looks like a password or a key is kept nowhere (P1.4).
 */
export const saveAnswers = (ctx: Ctx, { id, changes }: z.output<typeof saveAnswersInput>): Promise<{ answers: SavedAnswer[]; savedAt: string }> =>
  writing(ctx, id, async (tx) => {
    const fields = await briefFieldsOf(tx, id);
    const answers: SavedAnswer[] = [];
    for (const change of changes) {
      const { field: fieldId, rowId } = change;
      const field = fields.find((one) => one.id === fieldId);
      const refuse = (reason: string) => answers.push({ field: fieldId, rowId, outcome: "refused", reason });
      if (!field) { refuse("This field is not in the brief's template."); continue; }
      if ((field.group === undefined) !== (rowId === null)) { refuse("This answer is of another shape."); continue; }
      const secret = secretRefusal([change.value, change.unknown?.risk ?? null, change.reason ?? null]);
      if (secret) { answers.push({ field: fieldId, rowId, outcome: "refused", reason: secret, isSecret: true }); continue; }
      const parsed = answerSchema(field).safeParse(change.value);
      if (change.state === "VALUE" && !parsed.success) { refuse(parsed.error.issues[0]?.message ?? "This cannot be kept."); continue; }
      if (!(await isPinned(tx, id, change))) { refuse("This document is not one that was uploaded here. Upload it again."); continue; }
      answers.push({ field: fieldId, rowId, ...(await writeAnswer(tx, ctx, id, change, await sourceOf(tx, id, change))) });
    }
    return { answers, savedAt: ctx.now.toISOString() };
  });

/** Takes one row of a group out of the brief. */
export const removeRow = (ctx: Ctx, { id, group, rowId }: z.output<typeof removeRowInput>): Promise<{ removed: number }> =>
  writing(ctx, id, async (tx) => {
    if (!(group in GROUPS)) throw new AppError("INVALID", { reason: "There is no such list in the brief." });
    const { count } = await tx.briefAnswer.deleteMany({ where: { handoverId: id, rowId, field: { startsWith: `${group as GroupId}.` } } });
    return { removed: count };
  });

/** The handover may not move while an answer is written, and answers of several people may be written at once. */
export function writing<T>(ctx: Ctx, id: string, fn: (tx: Db, handover: { dealId: string }) => Promise<T>): Promise<T> {
  return inTx(ctx, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Handover" WHERE id = ${id}::uuid FOR SHARE`;
    const handover = await tx.handover.findFirst({ where: { AND: [{ id }, scope(ctx.actor)] }, include: LOADED });
    if (!handover) throw new AppError("NOT_FOUND");
    enforce(POWERS.edit(ctx.actor, factsOf({ ...handover, soloMode: false })));
    return fn(tx, handover);
  });
}

/** P1.8: wording that a reviewer suggested is kept as such, as long as it stands as it was suggested. */
async function sourceOf(tx: Db, handoverId: string, { suggestion, field, rowId, value }: Change): Promise<"typed" | "suggestion"> {
  if (!suggestion || typeof value !== "string") return "typed";
  const found = await tx.reviewComment.count({ where: { id: suggestion, handoverId, rowId, suggestion: value, sentAt: { not: null }, OR: [{ field }, { field: field.split(".")[0] ?? "" }] } });
  return found === 1 ? "suggestion" : "typed";
}

/** Writes one answer over its revision; `source` says where it comes from, if nobody typed it (P1.2). */
export async function writeAnswer(tx: Db, ctx: Ctx, handoverId: string, change: Change, source = "typed") {
  const { field, base, state, value, unknown, reason } = change;
  const where = { handoverId_field_rowId: { handoverId, field, rowId: change.rowId ?? NO_ROW } };
  const data = {
    state,
    value: value === null ? Prisma.DbNull : value,
    unknownOwnerId: unknown?.ownerId ?? null,
    unknownDue: unknown?.due ? new Date(unknown.due) : null,
    unknownRisk: unknown?.risk ?? null,
    reason: state === "NOT_APPLICABLE" ? (reason ?? "") : null,
    source,
    updatedById: personOf(ctx.actor),
    updatedAt: ctx.now,
  };
  if (base === 0) {
    const { count } = await tx.briefAnswer.createMany({ data: [{ ...where.handoverId_field_rowId, ...data }], skipDuplicates: true });
    if (count === 1) return { outcome: "saved" as const, revision: 1 };
  } else {
    const { count } = await tx.briefAnswer.updateMany({
      where: { ...where.handoverId_field_rowId, revision: base },
      data: { ...data, revision: { increment: 1 } },
    });
    if (count === 1) return { outcome: "saved" as const, revision: base + 1 };
  }
  return standing(tx, where, change);
}

/** What stands instead of the change; the same answer, sent twice or typed by two, is simply kept. */
export async function standing(tx: Db, where: Prisma.BriefAnswerWhereUniqueInput, { state, value, unknown, reason }: Pick<Change, "state" | "value" | "unknown" | "reason">) {
  const current = await tx.briefAnswer.findUnique({ where });
  if (!current) return { outcome: "conflict" as const, current: { state: "VALUE", value: null, revision: 0, by: null, at: "" } };
  const isSame =
    current.state === state && same(current.value, value) && (current.reason ?? "") === (reason ?? "") &&
    (state !== "UNKNOWN" || (current.unknownRisk === (unknown?.risk ?? null) && current.unknownOwnerId === (unknown?.ownerId ?? null) &&
      (current.unknownDue?.toISOString().slice(0, 10) ?? null) === (unknown?.due ?? null)));
  if (isSame) return { outcome: "saved" as const, revision: current.revision };
  const by = current.updatedById && (await tx.user.findUnique({ where: { id: current.updatedById }, select: { name: true } }));
  return {
    outcome: "conflict" as const,
    current: { state: current.state, value: current.value, revision: current.revision, by: by ? by.name : null, at: current.updatedAt.toISOString() },
  };
}

const same = (a: unknown, b: unknown) => stable(a) === stable(b);
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner);
