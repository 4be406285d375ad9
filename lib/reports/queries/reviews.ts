import "server-only";
import type { Db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { ReturnReason } from "@/lib/platform/generated/enums";
import { DECISIONS, OUTCOMES, UNDOS } from "../rules/reviews";
import { weekOf } from "../rules/week";
import { workClocks } from "./clocks";
import { countedHandovers } from "./facts";
import type { Slice } from "./slice";

const { sql } = Prisma;

/** So many of a period's latest decisions are measured at most. */
export const MOST_DECISIONS = 5_000;

/** Not taken back by the slice's instant: the event right after it in its history is no undoing. */
const stands = (alias: Prisma.Sql, { at }: Slice) => sql`NOT EXISTS (
  SELECT FROM "Event" n WHERE n.stream = ${alias}.stream AND n.seq = ${alias}.seq + 1 AND n.type = ANY(${UNDOS}::text[]) AND n.at <= ${at}::timestamptz)`;

const inPeriod = (column: Prisma.Sql, { from, at }: Slice) => sql`${column} > ${from}::timestamptz AND ${column} <= ${at}::timestamptz`;

export type MeasuredDecision = {
  id: string; handoverId: string; type: string; byId: string; submittedAt: Date; decidedAt: Date;
  /** Working minutes of whoever decided. */
  minutes: number;
  /** The Monday of its week, in the reader's zone. */
  week: string;
};

/** The decisions of the period, latest first, each with the submit before it: id, stream, type, actor, submitted, decided. */
const decisions = (slice: Slice) => sql`
  SELECT e.id, e.stream, e.type, e.actor, s.at AS submitted, e.at AS decided
  FROM "Event" e JOIN (${countedHandovers(slice)}) h ON h.id = e.stream
  CROSS JOIN LATERAL (SELECT s.at FROM "Event" s WHERE s.stream = e.stream AND s.seq < e.seq AND s.type = 'handover.submitted' ORDER BY s.seq DESC LIMIT 1) s
  WHERE e.type = ANY(${DECISIONS}::text[]) AND ${inPeriod(sql`e.at`, slice)} AND ${stands(sql`e`, slice)}
  ORDER BY e.at DESC, e.id LIMIT ${MOST_DECISIONS}`;

const byOf = (actor: string) => actor.replace(/^user:/, "");

/** R1: the decisions of the period with the working time each took, latest first; `decisionsOf` of rules/reviews.ts. */
export async function measureDecisions(tx: Db, slice: Slice): Promise<MeasuredDecision[]> {
  const rows = await tx.$queryRaw<{ id: string; stream: string; type: string; actor: string; submitted: Date; decided: Date }[]>(decisions(slice));
  const from = rows.reduce((first, { submitted }) => (submitted < first ? submitted : first), slice.at);
  const clocks = await workClocks(tx, rows.map(({ actor }) => byOf(actor)), { from, to: slice.at });
  return rows.map(({ id, stream, type, actor, submitted, decided }) => ({
    id, handoverId: stream, type, byId: byOf(actor), submittedAt: submitted, decidedAt: decided,
    minutes: clocks.get(byOf(actor))?.(submitted, decided) ?? 0, week: weekOf(decided, slice.zone),
  }));
}

/** The same as figures alone: when each was taken, in milliseconds, and the working minutes it took. A few rows instead of thousands. */
export async function decisionTimes(tx: Db, slice: Slice): Promise<{ at: number; minutes: number }[]> {
  const rows = await tx.$queryRaw<{ actor: string; times: [submitted: number, decided: number][] }[]>`
    SELECT d.actor, json_agg(json_build_array(floor(extract(epoch FROM d.submitted) * 1000), floor(extract(epoch FROM d.decided) * 1000))) AS times
    FROM (${decisions(slice)}) d GROUP BY d.actor`;
  const from = rows.reduce((first, { times }) => times.reduce((least, [submitted]) => Math.min(least, submitted), first), slice.at.getTime());
  const clocks = await workClocks(tx, rows.map(({ actor }) => byOf(actor)), { from: new Date(from), to: slice.at });
  return rows.flatMap(({ actor, times }) => {
    const clock = clocks.get(byOf(actor));
    return times.map(([submitted, decided]) => ({ at: decided, minutes: clock?.(new Date(submitted), new Date(decided)) ?? 0 }));
  });
}

/** The first outcome of each handover's review, where it fell into the period: id of the event, stream, type, at. */
export const firstOutcomes = (slice: Slice) => sql`
  SELECT e.id, e.stream, e.type, e.at FROM "Event" e JOIN (${countedHandovers(slice)}) h ON h.id = e.stream
  WHERE e.type = ANY(${OUTCOMES}::text[]) AND ${inPeriod(sql`e.at`, slice)} AND ${stands(sql`e`, slice)} AND NOT EXISTS (
    SELECT FROM "Event" p WHERE p.stream = e.stream AND p.seq < e.seq AND p.type = ANY(${OUTCOMES}::text[]) AND ${stands(sql`p`, slice)})`;

/** The points of the period's returns that were not taken back. */
export const returnPoints = (slice: Slice) => sql`
  SELECT r.id, r."handoverId", r.reason, r.field, r.needed, r."byId", r."createdAt" AS at FROM "ReturnPoint" r JOIN (${countedHandovers(slice)}) h ON h.id = r."handoverId"
  WHERE ${inPeriod(sql`r."createdAt"`, slice)} AND (r."undoneAt" IS NULL OR r."undoneAt" > ${slice.at}::timestamptz)`;

export type ReviewFigures = { decided: number; passed: number; points: number; reasons: { reason: ReturnReason; count: number }[]; fields: { field: string; count: number }[] };

/** R1: first-pass acceptance and the reasons of returns, in one statement. */
export async function reviewFigures(tx: Db, slice: Slice): Promise<ReviewFigures> {
  const rows = await tx.$queryRaw<{ kind: "first" | "reason" | "field"; key: string; count: number }[]>`
    SELECT 'first' AS kind, f.type AS key, count(*)::int AS count FROM (${firstOutcomes(slice)}) f GROUP BY f.type
    UNION ALL
    SELECT CASE WHEN grouping(p.field) = 1 THEN 'reason' ELSE 'field' END, coalesce(p.reason::text, p.field), count(*)::int
    FROM (${returnPoints(slice)}) p GROUP BY GROUPING SETS ((p.reason), (p.field))
    ORDER BY 3 DESC, 2`;
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const sum = (list: readonly { count: number }[]) => list.reduce((total, { count }) => total + count, 0);
  return {
    decided: sum(of("first")), passed: sum(of("first").filter(({ key }) => key === "handover.accepted")), points: sum(of("reason")),
    reasons: of("reason").map(({ key, count }) => ({ reason: key as ReturnReason, count })),
    fields: of("field").map(({ key, count }) => ({ field: key, count })),
  };
}
