import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { namesOf } from "@/lib/auth/names";
import { db } from "@/lib/platform/db";
import { POWERS } from "../policy";
import { fieldOfComment, mayRead } from "../rules/comments";
import { briefFieldsOf } from "./brief-fields";
import type { HandoverHead } from "./handover";

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

export type ChecklistLine = Awaited<ReturnType<typeof listChecklist>>[number];
export type PromiseLine = Awaited<ReturnType<typeof listPromises>>[number];
export type ConditionLine = Awaited<ReturnType<typeof listConditions>>[number];

/** The checklist (P2.12), each item with why it is here and whether this person may tick it (P3.1). */
export async function listChecklist(ctx: Ctx, { id, facts, teams }: HandoverHead) {
  const rows = await db(ctx).checklistItem.findMany({ where: { handoverId: id }, orderBy: { position: "asc" } });
  const names = await namesOf(db(ctx), rows.flatMap(({ ownerId, doneById }) => [ownerId, doneById]));
  return rows.map(({ ownerId, doneById, dueAt, doneAt, teamId, handoverId: _, ...item }) => ({
    ...item,
    owner: ownerId && (names.get(ownerId) ?? null),
    team: teams.find((one) => one.id === teamId)?.name ?? null,
    dueAt: dueAt?.toISOString() ?? null,
    doneAt: doneAt?.toISOString() ?? null,
    doneBy: doneById && (names.get(doneById) ?? null),
    isLate: item.state === "OPEN" && dueAt !== null && dueAt < ctx.now,
    refusal: POWERS.tick(ctx.actor, facts, { ownerRole: item.ownerRole, ownerId }),
  }));
}

/** The ledger of promises, from acceptance on (P8.2). */
export async function listPromises(ctx: Ctx, { id }: HandoverHead) {
  const rows = await db(ctx).ledgerPromise.findMany({ where: { handoverId: id }, orderBy: { rowId: "asc" } });
  const names = await namesOf(db(ctx), rows.map(({ ownerId }) => ownerId));
  return rows.map(({ id: promiseId, rowId, text, type, contract, status, ownerId, dueOn, note, revision }) => ({
    id: promiseId, rowId, text, type, contract, status, ownerId, note, revision, owner: ownerId && (names.get(ownerId) ?? null), dueOn: day(dueOn),
  }));
}

/** What the acceptances still ask for (P1.7), and about what, as far as this person may read that. */
export async function listConditions(ctx: Ctx, { id, viewer, readable }: HandoverHead) {
  const rows = await db(ctx).condition.findMany({ where: { handoverId: id, undoneAt: null }, orderBy: { id: "asc" } });
  const fields = rows.some(({ field }) => field !== null) ? await briefFieldsOf(db(ctx), id) : [];
  const mayReadAbout = (field: string | null) => field === null || mayRead(field, fields, new Set(readable));
  const names = await namesOf(db(ctx), rows.flatMap(({ ownerId, metById }) => [ownerId, metById]));
  return rows.filter(({ field, ownerId }) => mayReadAbout(field) || ownerId === viewer.id).map(({ id: conditionId, text, ownerId, dueOn, state, metAt, metById, field }) => ({
    id: conditionId, text, state, about: field !== null && mayReadAbout(field) ? (fieldOfComment(field, fields)?.label ?? null) : null, owner: names.get(ownerId) ?? "", dueOn: day(dueOn) ?? "", metAt: metAt?.toISOString() ?? null,
    metBy: metById && (names.get(metById) ?? null),
    refusal: ownerId === viewer.id ? null : viewer.powers.lead,
  }));
}
