import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { namesOf } from "@/lib/auth/names";
import { type Db, db } from "@/lib/platform/db";
import type { ReturnReason } from "@/lib/platform/generated/enums";
import { GROUPS } from "../fields";
import type { Field, GroupId } from "../fields/types";
import { type Answers, type Names, rowsOf } from "../rules/answers";
import { fieldOfComment, isAboutCell, listOf, mayRead } from "../rules/comments";
import type { Snapshot } from "../rules/snapshot";
import { rowTitle } from "../rules/versions";
import { answersOf } from "./answers";
import { briefFieldsOf } from "./brief-fields";
import { namesFor } from "./computed";
import type { HandoverHead } from "./handover";
import { snapshotOf } from "./snapshot";
import { fieldsOf, namesIn } from "./versions";

export type ThreadAnswer = { id: string; text: string; by: string; at: string };

/** A comment about one field or row, and the answers to it. */
export type Thread = {
  id: string; field: string; rowId: string | null; label: string; text: string;
  /** The row that it is about, as it stands or, removed meanwhile, as it stood; its title as far as this person may read it. */
  row: CommentedRow | null;
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

export type CommentedRow = { list: GroupId; one: string; title: string; /** The one cell that it is about; null for the whole row. */ cell: string | null; isGone: boolean };

type Head = Pick<HandoverHead, "id" | "status" | "briefVersion" | "readable" | "viewer">;
type Known = { fields: readonly Field[]; answers: Answers; names: Names };

/**
 * The threads of a brief that this person may read, the oldest first: what was sent, and their own that is pending. `known` is the
 * brief that they stand beside; by default the answers for those who mend them, else the version that was submitted last.
 */
export async function listThreads(ctx: Ctx, head: Head, known?: Known): Promise<Thread[]> {
  const database = db(ctx);
  const me = personOf(ctx.actor);
  const rows = await database.reviewComment.findMany({
    where: { handoverId: head.id, OR: [{ sentAt: { not: null } }, ...(me ? [{ authorId: me }] : [])] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (rows.length === 0) return [];
  const fields = known?.fields ?? (await fieldsFor(database, head));
  const readable = new Set(head.readable);
  const names = await namesOf(database, rows.flatMap(({ authorId, resolvedById }) => [authorId, resolvedById]));
  const first = rows.filter(({ threadId, field }) => threadId === null && mayRead(field, fields, readable));
  const commented = await rowsCommented(database, head, { threads: first, fields, known });
  return first.map((row) => ({
    row: commented.get(row.id) ?? null,
    id: row.id, field: row.field, rowId: row.rowId, label: labelOf(row.field, fields), text: row.text, reason: row.reason, suggestion: row.suggestion,
    isPending: row.sentAt === null, isMine: row.authorId === me, keyId: row.keyId, pointId: row.pointId, revision: row.revision, version: row.version,
    by: names.get(row.authorId) ?? "", at: (row.sentAt ?? row.createdAt).toISOString(),
    resolvedBy: row.resolvedAt ? (names.get(row.resolvedById ?? "") ?? "") : null,
    answers: rows.filter(({ threadId }) => threadId === row.id).map((answer) => ({ id: answer.id, text: answer.text, by: names.get(answer.authorId) ?? "", at: answer.createdAt.toISOString() })),
  }));
}

/** The rows that threads are about, by the thread. One that is gone is named as the version said that the comment was sent about. */
async function rowsCommented(
  database: Db, head: Head, { threads, fields, known }: { threads: readonly { id: string; field: string; rowId: string | null; version: number | null }[]; fields: readonly Field[]; known: Known | undefined },
): Promise<Map<string, CommentedRow>> {
  const found = new Map<string, CommentedRow>();
  const about = threads.filter(({ rowId }) => rowId !== null);
  if (about.length === 0) return found;
  const standing = known ?? (await standingAnswers(database, head));
  const earlier = new Map<number, Snapshot | null>();
  for (const thread of about) {
    const list = listOf(thread.field);
    if (list === null || thread.rowId === null) continue;
    const isGone = !rowsOf(standing.answers, list).includes(thread.rowId);
    const version = thread.version ?? head.briefVersion - 1;
    if (isGone && !earlier.has(version)) earlier.set(version, await snapshotOf(database, head.id, version));
    const was = earlier.get(version);
    const from = isGone ? was && { answers: was.answers, names: namesIn(was) } : standing;
    const title = from && rowsOf(from.answers, list).includes(thread.rowId) ? rowTitle(from.answers, list, thread.rowId, from.names) : "";
    found.set(thread.id, { list, one: GROUPS[list].one, title, cell: isAboutCell(thread) ? labelOf(thread.field, fields) : null, isGone });
  }
  return found;
}

/** What those who write the brief see now, and everybody else as it was submitted last. */
async function standingAnswers(database: Db, { id, status, briefVersion, viewer }: Head): Promise<{ answers: Answers; names: Names }> {
  const snapshot = status === "DRAFT" || (status === "RETURNED" && viewer.isWriter) ? null : await snapshotOf(database, id, briefVersion);
  if (snapshot) return { answers: snapshot.answers, names: namesIn(snapshot) };
  const answers = await answersOf(database, id);
  return { answers, names: await namesFor(database, answers) };
}

async function fieldsFor(database: Db, { id, briefVersion }: Pick<Head, "id" | "briefVersion">): Promise<Field[]> {
  const snapshot = await snapshotOf(database, id, briefVersion);
  return snapshot ? fieldsOf(database, snapshot) : briefFieldsOf(database, id);
}

const labelOf = (field: string, fields: readonly Field[]): string =>
  fields.find(({ id }) => id === field)?.label ?? (field in GROUPS ? GROUPS[field as GroupId].label : (fieldOfComment(field, fields)?.label ?? field));
