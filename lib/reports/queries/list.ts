import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { handoverNumber } from "@/lib/handovers/format";
import { namesOf } from "@/lib/auth/names";
import { type Db, db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { pageOf, readCursor } from "@/lib/platform/pagination";
import { DECISION_WORDS, type ListRow } from "../format";
import type { FigureParams, ReportParams } from "../schema";
import { readSlice, type Slice } from "./slice";
import { listWhere } from "./list-parts";
import { fieldLabels } from "./field-labels";
import { listOrphans } from "./orphans";
import { measureDecisions } from "./reviews";
import { at, namedIn, orphanRow, type Raw, toRow } from "./rows";

const { sql } = Prisma;

/** How many rows a page of a report's list has. */
export const LIST_SIZE = 50;

type Asked = { slice: Slice; part: FigureParams; size: number };
type Listed = { total: number; rows: ListRow[]; next: string | null };

/** The rows behind a figure, exactly those that it counts, a page at a time; `size` for exports. FORBIDDEN for who manages no team. */
export async function listFigure(ctx: Ctx, { params, part, size = LIST_SIZE }: { params: ReportParams; part: FigureParams; size?: number }) {
  const { slice, choices } = await readSlice(ctx, params);
  const listed = await rowsOf(db(ctx), { slice, part, size });
  return {
    ...listed, at: slice.at.toISOString(), isNow: slice.isNow, from: slice.from.toISOString(), choices, part,
    filters: { ...params, team: slice.team?.id, owner: slice.owner ?? undefined },
  };
}
export type FigureList = Awaited<ReturnType<typeof listFigure>>;

async function rowsOf(tx: Db, asked: Asked): Promise<Listed> {
  const { slice, part } = asked;
  const isSales = slice.scope.salesTeamIds.length > 0;
  if (!isSales && (part.figure === "deals" || part.figure === "orphans" || part.figure === "at-risk")) return { total: 0, rows: [], next: null };
  if (part.figure === "orphans") return orphanRows(tx, asked);
  if (part.figure === "decisions") return decisionRows(tx, asked);
  return sqlRows(tx, asked);
}

/** Figures whose rows are found by SQL alone: oldest first for what waits, newest first for what happened. */
async function sqlRows(tx: Db, { slice, part, size }: Asked): Promise<Listed> {
  const { from, columns, newestFirst } = listWhere(slice, part);
  const cursor = readCursor(part.after);
  const after = cursor && !Number.isNaN(Date.parse(cursor.key))
    ? newestFirst ? sql`WHERE (f.sort, f.id) < (${cursor.key}::timestamptz, ${cursor.id}::uuid)` : sql`WHERE (f.sort, f.id) > (${cursor.key}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  const order = newestFirst ? sql`f.sort DESC, f.id DESC` : sql`f.sort, f.id`;
  const [raw, [counted]] = await Promise.all([
    tx.$queryRaw<Raw[]>`SELECT ${columns} FROM (SELECT f.* FROM (${from}) f ${after} ORDER BY ${order} LIMIT ${size + 1}) f ORDER BY ${order}`,
    tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM (${from}) f`,
  ]);
  const page = pageOf(raw, ({ id, sort }) => ({ key: sort.toISOString(), id }), size);
  const labels = await fieldLabels(tx, page.rows.flatMap(({ field, fields }) => (typeof field === "string" ? [field] : namedIn(fields))));
  return { total: counted?.total ?? 0, rows: page.rows.map((row) => toRow(row, { figure: part.figure, slice, labels })), next: page.next };
}

/** Where in a list that was computed here a page begins: the cursor keeps the place. */
function pageAt<T>(rows: readonly T[], { part, size }: Asked, idOf: (row: T) => string) {
  const start = Number(readCursor(part.after)?.key ?? 0) || 0;
  const keyed = rows.slice(start, start + size + 1).map((row, i) => ({ row, place: start + i + 1 }));
  const page = pageOf(keyed, ({ row, place }) => ({ key: String(place), id: idOf(row) }), size);
  return { rows: page.rows.map(({ row }) => row), next: page.next };
}

async function orphanRows(tx: Db, asked: Asked): Promise<Listed> {
  const all = (await listOrphans(tx, asked.slice)).filter(({ currency }) => !asked.part.currency || currency === asked.part.currency);
  const page = pageAt(all, asked, ({ id }) => id);
  return { total: all.length, rows: page.rows.map(orphanRow), next: page.next };
}

async function decisionRows(tx: Db, asked: Asked): Promise<Listed> {
  const all = (await measureDecisions(tx, asked.slice)).filter(({ week }) => !asked.part.week || week === asked.part.week);
  const page = pageAt(all, asked, ({ id }) => id);
  const handovers = await tx.handover.findMany({
    where: { id: { in: page.rows.map(({ handoverId }) => handoverId) } }, select: { id: true, number: true, deal: { select: { client: { select: { name: true } } } } },
  });
  const people = await namesOf(tx, page.rows.map(({ byId }) => byId));
  const rows = page.rows.map(({ id, handoverId, type, byId, submittedAt, decidedAt, minutes }): ListRow => {
    const handover = handovers.find((one) => one.id === handoverId);
    return {
      key: id, href: `/handovers/${handoverId}`,
      cells: {
        handover: handover ? handoverNumber(handover.number) : "", client: handover?.deal.client.name ?? "", decision: DECISION_WORDS[type] ?? "",
        by: people.get(byId) ?? "", submitted: at(submittedAt), decided: at(decidedAt), hours: Math.round(minutes / 6) / 10,
      },
    };
  });
  return { total: all.length, rows, next: page.next };
}
