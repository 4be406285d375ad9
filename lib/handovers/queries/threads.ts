import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { type Db, db } from "@/lib/platform/db";
import type { ReturnReason } from "@/lib/platform/generated/enums";
import { GROUPS } from "../fields";
import type { Field, GroupId } from "../fields/types";
import { fieldOfComment, mayRead } from "../rules/comments";
import { briefFieldsOf } from "./brief-fields";
import type { HandoverHead } from "./handover";
import { snapshotOf } from "./snapshot";
import { fieldsOf } from "./versions";

export type ThreadAnswer = { id: string; text: string; by: string; at: string };

/** A comment about one field or row, and the answers to it. */
export type Thread = {
  id: string; field: string; rowId: string | null; label: string; text: string;
  /** Of a point of a return; of a pending comment, what it will be should it be returned. */
  reason: ReturnReason | null;
  suggestion: string;
  /** Mine alone until I decide (P1.8). */
  isPending: boolean;
  isMine: boolean;
  keyId: string | null;
  /** The point of the return that it became. */
  pointId: string | null;
  revision: number;
  version: number | null;
  by: string; at: string;
  resolvedBy: string | null;
  answers: ThreadAnswer[];
};

type Head = Pick<HandoverHead, "id" | "briefVersion" | "readable">;

/** The threads of a brief that this person may read, the oldest first: what was sent, and their own that is pending. */
export async function listThreads(ctx: Ctx, head: Head, known?: readonly Field[]): Promise<Thread[]> {
  const database = db(ctx);
  const me = personOf(ctx.actor);
  const rows = await database.reviewComment.findMany({
    where: { handoverId: head.id, OR: [{ sentAt: { not: null } }, ...(me ? [{ authorId: me }] : [])] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (rows.length === 0) return [];
  const fields = known ?? (await fieldsFor(database, head));
  const readable = new Set(head.readable);
  const names = await namesOf(database, rows.flatMap(({ authorId, resolvedById }) => [authorId, ...(resolvedById ? [resolvedById] : [])]));
  return rows.filter(({ threadId, field }) => threadId === null && mayRead(field, fields, readable)).map((row) => ({
    id: row.id, field: row.field, rowId: row.rowId, label: labelOf(row.field, fields), text: row.text, reason: row.reason, suggestion: row.suggestion,
    isPending: row.sentAt === null, isMine: row.authorId === me, keyId: row.keyId, pointId: row.pointId, revision: row.revision, version: row.version,
    by: names.get(row.authorId) ?? "", at: (row.sentAt ?? row.createdAt).toISOString(),
    resolvedBy: row.resolvedAt ? (names.get(row.resolvedById ?? "") ?? "") : null,
    answers: rows.filter(({ threadId }) => threadId === row.id).map((answer) => ({ id: answer.id, text: answer.text, by: names.get(answer.authorId) ?? "", at: answer.createdAt.toISOString() })),
  }));
}

async function fieldsFor(database: Db, { id, briefVersion }: Head): Promise<Field[]> {
  const snapshot = await snapshotOf(database, id, briefVersion);
  return snapshot ? fieldsOf(database, snapshot) : briefFieldsOf(database, id);
}

const labelOf = (field: string, fields: readonly Field[]): string =>
  fields.find(({ id }) => id === field)?.label ?? (field in GROUPS ? GROUPS[field as GroupId].label : (fieldOfComment(field, fields)?.label ?? field));

async function namesOf(database: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await database.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}
