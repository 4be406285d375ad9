import "server-only";
import { createHash } from "node:crypto";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Field } from "../fields/types";
import { NO_ROW } from "../queries/answers";
import { readableFieldsOf } from "../queries/readable";
import { snapshotOf } from "../queries/snapshot";
import { answerSchema } from "../rules/answer-value";
import { answerOf } from "../rules/answers";
import { mendRefusal } from "../rules/mend";
import { noSecrets } from "../rules/secrets";
import type { Snapshot } from "../rules/snapshot";
import type { mendTypoInput } from "../schema";
import { change, type Loaded } from "./change";
import { heldKey, keyPayload, refuseOutside } from "./keys";
import { conflict, permit, type Standing } from "./move";

/**
 * A reviewer mends a typo in what was submitted (P1.7): a new frozen version with the other wording, and nothing else. It
 * changes no substance, so keys that were given stay, nobody is asked again, and the reviewer does not become the writer.
 */
export const mendTypo = (ctx: Ctx, { id, keyId, briefVersion, field: fieldId, rowId, text: after }: z.output<typeof mendTypoInput>): Promise<Standing & { briefVersion: number }> =>
  change(ctx, id, async (tx, handover) => {
    const key = heldKey(ctx, handover, keyId);
    await permit(tx, ctx, "return", handover);
    if (handover.briefVersion !== briefVersion) throw await conflict(tx, id);
    const field = await fieldToMend(tx, ctx, { handover, key, fieldId, rowId });
    const snapshot = await snapshotOf(tx, id, briefVersion);
    const before = snapshot && answerOf(snapshot.answers, fieldId, rowId)?.value;
    if (!snapshot || typeof before !== "string") throw new AppError("INVALID", { rule: "P1.7", reason: "There is nothing written here to mend." });
    if (!answerSchema(field).safeParse(after).success) throw new AppError("INVALID", { rule: "P1.7", reason: "This does not fit the field." });
    enforce(mendRefusal({ before, after, names: [...Object.values(snapshot.labels), ...snapshot.teams.map(({ name }) => name), ...await clientNames(tx, handover.deal.id)] }));
    enforce(noSecrets(after));
    await refuseOtherAnswer(tx, { id, fieldId, rowId, before });

    const next = briefVersion + 1;
    await freezeMended(tx, ctx, { id, version: next, mends: briefVersion, content: { ...snapshot, answers: snapshot.answers.map((one) => (one.field === fieldId && one.rowId === rowId ? { ...one, value: after } : one)) } });
    await tx.briefAnswer.updateMany({
      where: { handoverId: id, field: fieldId, rowId: rowId ?? NO_ROW },
      data: { value: after, revision: { increment: 1 }, updatedById: personOf(ctx.actor), updatedAt: ctx.now },
    });
    const { count } = await tx.handover.updateMany({
      where: { id, briefVersion, revision: handover.revision }, // permit saw it submitted, under the lock
      data: { briefVersion: next, revision: { increment: 1 }, updatedAt: ctx.now },
    });
    if (count === 0) throw await conflict(tx, id);
    await appendEvent(tx, ctx, { stream: id, type: "brief.mended", payload: { ...keyPayload(handover, key, next), field: fieldId, rowId, label: field.label, before, after } });
    return { id, status: handover.status, revision: handover.revision + 1, briefVersion: next };
  });

/** Only words can hold a typo, and only what this reviewer reads and decides on. */
async function fieldToMend(tx: Db, ctx: Ctx, { handover, key, fieldId, rowId }: { handover: Loaded; key: Loaded["keys"][number]; fieldId: string; rowId: string | null }): Promise<Field> {
  const readable = await readableFieldsOf(tx, ctx, handover);
  const field = readable.fields.find(({ id }) => id === fieldId);
  if (!field || !readable.mayRead(fieldId) || (field.group === undefined) !== (rowId === null)) throw new AppError("INVALID", { rule: "P1.7", reason: "There is no such field in the brief." });
  refuseOutside(handover, key, readable, [fieldId]);
  if (field.type !== "text" && field.type !== "longText") throw new AppError("INVALID", { rule: "P1.7", reason: "Only wording can be mended here. Send it back as a point." });
  return field;
}

/** What was submitted is what stands in the draft; were it not so, mending would overwrite somebody. */
async function refuseOtherAnswer(tx: Db, { id, fieldId, rowId, before }: { id: string; fieldId: string; rowId: string | null; before: string }): Promise<void> {
  const answer = await tx.briefAnswer.findUnique({ where: { handoverId_field_rowId: { handoverId: id, field: fieldId, rowId: rowId ?? NO_ROW } }, select: { value: true } });
  if (answer?.value !== before) throw await conflict(tx, id);
}

async function clientNames(tx: Db, dealId: string): Promise<string[]> {
  const deal = await tx.deal.findUniqueOrThrow({ where: { id: dealId }, select: { name: true, client: { select: { name: true, legalName: true, contacts: { select: { name: true } } } } } });
  return [deal.name, deal.client.name, deal.client.legalName, ...deal.client.contacts.map(({ name }) => name)];
}

const freezeMended = (tx: Db, ctx: Ctx, { id, version, mends, content }: { id: string; version: number; mends: number; content: Snapshot }) =>
  tx.briefVersion.create({
    data: {
      handoverId: id, version, mends, content: content as unknown as Prisma.InputJsonValue, createdById: personOf(ctx.actor) ?? "", createdAt: ctx.now,
      digest: createHash("sha256").update(JSON.stringify(content)).digest("hex"),
    },
    select: { version: true },
  });
