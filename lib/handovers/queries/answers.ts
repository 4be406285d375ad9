import "server-only";
import type { Db } from "@/lib/platform/db";
import type { Answer, Json } from "../rules/answers";
import { isEmpty } from "../rules/keep-answer";

/** What the column holds for a field outside of any group. */
export const NO_ROW = "00000000-0000-0000-0000-000000000000";

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** An answer as stored, with what autosave and provenance need besides (P1.2, P1.3). */
export type StoredAnswer = Answer & { revision: number; source: string; updatedById: string | null; updatedAt: Date };

/**
 * The answers of a handover's brief; of one group or section, where a field's prefix is given. Without removed rows, which
 * stay behind as empty cells (P1.3). No authorisation here.
 */
export async function answersOf(db: Db, handoverId: string, prefix = ""): Promise<StoredAnswer[]> {
  const rows = await db.briefAnswer.findMany({
    where: { handoverId, ...(prefix && { field: { startsWith: prefix } }) },
    orderBy: [{ rowId: "asc" }, { field: "asc" }],
  });
  const filled = new Set(rows.filter((row) => !isEmpty({ state: row.state, value: row.value as Json })).map(({ rowId }) => rowId));
  return rows.filter(({ rowId }) => rowId === NO_ROW || filled.has(rowId)).map(({ field, rowId, state, value, unknownOwnerId, unknownDue, unknownRisk, reason, revision, source, updatedById, updatedAt }) => ({
    field,
    rowId: rowId === NO_ROW ? null : rowId,
    state,
    value: value as Json,
    ...(state === "UNKNOWN" && { unknown: { ownerId: unknownOwnerId, due: day(unknownDue), risk: unknownRisk } }),
    ...(reason !== null && { reason }),
    revision,
    source,
    updatedById,
    updatedAt,
  }));
}
