import "server-only";
import { namesOf } from "@/lib/auth/names";
import type { Db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { GroupId } from "../fields/types";
import type { Json } from "../rules/answers";
import { isEmpty, type Standing } from "../rules/keep-answer";
import { NO_ROW } from "./answers";

/** An answer as autosave compares it, with whom a conflict names (P1.3). */
export type StandingAnswer = Standing & { field: string; by: string | null; byId: string | null; at: string };

type Place = { field: string; rowId: string | null };

/** What the column holds for a row, or for none. */
export const rowNumbers = (rowId: string | null): string => rowId ?? NO_ROW;

const keyOf = ({ field, rowId }: Place): string => `${field}:${rowId ?? ""}`;

/** What stands at these places, by field and row. No authorisation here. */
export async function standingAnswers(tx: Db, handoverId: string, places: readonly Place[]): Promise<Map<string, StandingAnswer>> {
  const found = await find(tx, { handoverId, OR: places.map(({ field, rowId }) => ({ field, rowId: rowNumbers(rowId) })) });
  return new Map(found.map(({ rowId, ...one }) => [keyOf({ field: one.field, rowId }), one]));
}

/** What stands at one place, or null. */
export const standingAnswer = async (tx: Db, handoverId: string, place: Place): Promise<StandingAnswer | null> =>
  (await standingAnswers(tx, handoverId, [place])).get(keyOf(place)) ?? null;

/** The cells of one row, by field, removed or not. */
export async function standingCells(tx: Db, handoverId: string, { group, rowId }: { group: GroupId; rowId: string }): Promise<Map<string, StandingAnswer>> {
  const found = await find(tx, { handoverId, rowId, field: { startsWith: `${group}.` } });
  return new Map(found.map(({ rowId: _, ...one }) => [one.field, one]));
}

/** The revisions of a row's cells, where the row was removed; undefined where it still says something. */
export async function removedRow(tx: Db, handoverId: string, { field, rowId }: { field: string; rowId: string }): Promise<Record<string, number> | undefined> {
  const cells = await standingCells(tx, handoverId, { group: field.split(".")[0] as GroupId, rowId });
  return [...cells.values()].every(isEmpty) ? Object.fromEntries([...cells].map(([cell, { revision }]) => [cell, revision])) : undefined;
}

async function find(tx: Db, where: Prisma.BriefAnswerWhereInput) {
  const rows = await tx.briefAnswer.findMany({ where });
  const names = await namesOf(tx, rows.map(({ updatedById }) => updatedById));
  return rows.map(({ field, rowId, state, value, unknownOwnerId, unknownDue, unknownRisk, reason, revision, mark, updatedById, updatedAt }) => ({
    field, rowId: rowId === NO_ROW ? null : rowId, state, value: value as Json, revision, mark,
    ...(state === "UNKNOWN" && { unknown: { ownerId: unknownOwnerId, due: unknownDue?.toISOString().slice(0, 10) ?? null, risk: unknownRisk } }),
    ...(reason !== null && { reason }),
    byId: updatedById,
    by: (updatedById && names.get(updatedById)) ?? null,
    at: updatedAt.toISOString(),
  }));
}
