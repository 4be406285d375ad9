import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { STAGES } from "@/lib/deals/format";
import { handoverNumber, RETURN_REASONS, STATUS_LOOK } from "@/lib/handovers/format";
import { type Db, db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { DealStage, HandoverStatus, ReturnReason } from "@/lib/platform/generated/enums";
import { pageOf, readCursor } from "@/lib/platform/pagination";
import { type Cell, DECISION_WORDS, fieldText, FIRST_PASS_WORDS, type ListRow } from "../format";
import { daysOld } from "../rules/age";
import type { FigureParams, ReportParams } from "../schema";
import { readSlice, type Slice } from "./slice";
import { listWhere } from "./list-parts";
import { listOrphans } from "./pipeline";
import { measureDecisions } from "./reviews";

const { sql } = Prisma;

/** How many rows a page of a report's list has. */
export const LIST_SIZE = 50;

type Asked = { slice: Slice; part: FigureParams; size: number };
type Listed = { total: number; rows: ListRow[]; next: string | null };
type Raw = { id: string; sort: Date } & Record<string, unknown>;

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
  return { total: counted?.total ?? 0, rows: page.rows.map((row) => toRow(row, part.figure, slice)), next: page.next };
}

const at = (value: unknown): Cell => (value instanceof Date ? { at: value.toISOString() } : null);
const words = (value: unknown): string => (typeof value === "string" ? value : "");
const money = (row: Raw): Cell => ({ minor: Number(row.minor), currency: words(row.currency) });

function toRow(row: Raw, figure: FigureParams["figure"], slice: Slice): ListRow {
  const state = words(row.state);
  const shared = { client: words(row.client), deal: words(row.dealName), owner: words(row.ownerName), teams: words(row.teams) };
  const since: Record<string, Cell> = row.since instanceof Date ? { since: at(row.since), days: daysOld(row.since, slice.at), value: money(row) } : {};
  const handover = handoverNumber(Number(row.number));
  switch (figure) {
    case "handovers":
      return { key: row.id, href: `/handovers/${row.id}`, cells: { ...shared, ...since, handover, state: STATUS_LOOK[state as HandoverStatus].label, accountable: words(row.accountable) } };
    case "deals":
      return { key: row.id, href: `/deals/${row.id}`, cells: { ...shared, ...since, number: `D-${Number(row.number)}`, state: STAGES[state as DealStage].label } };
    case "at-risk":
      return { key: row.id, href: `/deals/${row.id}`, cells: { ...shared, ...since, number: `D-${Number(row.number)}`, until: at(row.until) } };
    case "first-pass":
      return { key: row.id, href: `/handovers/${words(row.handover)}`, cells: { ...shared, handover, outcome: FIRST_PASS_WORDS[words(row.type)] ?? "", decided: at(row.at) } };
    default:
      return {
        key: row.id, href: `/handovers/${words(row.handover)}`,
        cells: {
          ...shared, handover, reason: RETURN_REASONS[words(row.reason) as ReturnReason], field: fieldText(words(row.field)), needed: words(row.needed),
          by: words(row.byName), at: at(row.at),
        },
      };
  }
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
  const details = await tx.deal.findMany({
    where: { id: { in: page.rows.map(({ id }) => id) } },
    select: { id: true, name: true, client: { select: { name: true } }, teams: { select: { team: { select: { name: true } } }, orderBy: { team: { name: "asc" } } } },
  });
  const owners = await namesOf(tx, page.rows.map(({ owner }) => owner));
  const rows = page.rows.map(({ id, number, owner, since, due, minor, currency }): ListRow => {
    const deal = details.find((one) => one.id === id);
    return {
      key: id, href: `/deals/${id}`,
      cells: {
        number: `D-${number}`, client: deal?.client.name ?? "", deal: deal?.name ?? "", since: at(since), due: at(due), value: { minor, currency },
        owner: owners.get(owner) ?? "", teams: deal?.teams.map(({ team }) => team.name).join(", ") ?? "",
      },
    };
  });
  return { total: all.length, rows, next: page.next };
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

const namesOf = async (tx: Db, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map((await tx.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
