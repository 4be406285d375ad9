import "server-only";
import type { Db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { RatingSide } from "@/lib/platform/generated/enums";
import { countedHandovers } from "./facts";
import type { Slice } from "./slice";

const { sql } = Prisma;

const inPeriod = ({ from, at }: Slice) => sql`f.at > ${from}::timestamptz AND f.at <= ${at}::timestamptz`;
const told = (slice: Slice, type: string) => sql`
  "Event" e JOIN (${countedHandovers(slice)}) h ON h.id = e.stream WHERE e.type = ${type} AND e.at <= ${slice.at}::timestamptz`;

/** `ratingsOf` of rules/quality.ts: id, handover, by, side, score, sentence, at. */
export const ratings = (slice: Slice) => sql`
  SELECT * FROM (
    SELECT DISTINCT ON (e.stream, e.actor, e.payload::jsonb ->> 'side') e.id, e.stream AS handover, substring(e.actor FROM '^user:(.+)$')::uuid AS by,
      e.payload::jsonb ->> 'side' AS side, (e.payload::jsonb ->> 'score')::int AS score, e.payload::jsonb ->> 'sentence' AS sentence, e.at
    FROM ${told(slice, "rating.given")} ORDER BY e.stream, e.actor, e.payload::jsonb ->> 'side', e.seq DESC) f
  WHERE ${inPeriod(slice)}`;

/** `checksOf` of rules/quality.ts: id, handover, by, verdict, fields, sentence, at. */
export const checks = (slice: Slice) => sql`
  SELECT * FROM (
    SELECT DISTINCT ON (e.stream) e.id, e.stream AS handover, substring(e.actor FROM '^user:(.+)$')::uuid AS by,
      e.payload::jsonb ->> 'verdict' AS verdict, e.payload::jsonb -> 'fields' AS fields, e.payload::jsonb ->> 'sentence' AS sentence, e.at
    FROM ${told(slice, "briefCheck.answered")} ORDER BY e.stream, e.seq DESC) f
  WHERE ${inPeriod(slice)}`;

/** The typos that reviewers mended in the period (P1.7): id, handover, by, field, before, after, at. */
export const mends = (slice: Slice) => sql`
  SELECT * FROM (
    SELECT e.id, e.stream AS handover, substring(e.actor FROM '^user:(.+)$')::uuid AS by, e.payload::jsonb ->> 'field' AS field,
      e.payload::jsonb ->> 'before' AS before, e.payload::jsonb ->> 'after' AS after, e.at
    FROM ${told(slice, "brief.mended")}) f
  WHERE ${inPeriod(slice)}`;

/** The briefs that `effortFigures` of rules/quality.ts counts: id, handover, at, stayed, changed, typed, minutes. */
export const efforts = (slice: Slice) => sql`
  SELECT f.* FROM (
    SELECT h.id, h.id AS handover, v."createdAt" AS at, v."prefilledStayed" AS stayed, v."prefilledChanged" AS changed, v.typed,
      floor(extract(epoch FROM v."createdAt" - b."createdAt") / 60)::int AS minutes
    FROM "BriefVersion" v JOIN (${countedHandovers(slice)}) h ON h.id = v."handoverId" JOIN "Handover" b ON b.id = h.id
    WHERE v.version = 1 AND v."prefilledStayed" IS NOT NULL) f
  WHERE ${inPeriod(slice)}`;

export type QualityFigures = Awaited<ReturnType<typeof qualityFigures>>;

/** P8.4, P4.9, P1.7: ratings, whether briefs were right, what was typed, and what was mended, in four statements. */
export async function qualityFigures(tx: Db, slice: Slice) {
  const [given, answers, [effort], mended] = await Promise.all([
    tx.$queryRaw<{ side: RatingSide; count: number; sum: number }[]>`SELECT side, count(*)::int AS count, sum(score)::int AS sum FROM (${ratings(slice)}) r GROUP BY side`,
    tx.$queryRaw<{ field: string | null; answered: number; right: number }[]>`
      WITH c AS (${checks(slice)})
      SELECT NULL AS field, count(*)::int AS answered, (count(*) FILTER (WHERE verdict = 'RIGHT'))::int AS right FROM c
      UNION ALL SELECT field, count(*)::int, 0 FROM c CROSS JOIN LATERAL jsonb_array_elements_text(c.fields) AS named (field) GROUP BY field ORDER BY 2 DESC, 1`,
    tx.$queryRaw<{ briefs: number; prefilledStayed: number; prefilledChanged: number; typed: number; minutes: number | null }[]>`
      SELECT count(*)::int AS briefs, coalesce(sum(stayed), 0)::int AS "prefilledStayed", coalesce(sum(changed), 0)::int AS "prefilledChanged", coalesce(sum(typed), 0)::int AS typed,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes)::float8 AS minutes FROM (${efforts(slice)}) e`,
    tx.$queryRaw<{ by: string; name: string; count: number }[]>`
      SELECT m.by, u.name, count(*)::int AS count FROM (${mends(slice)}) m JOIN "User" u ON u.id = m.by GROUP BY m.by, u.name ORDER BY 3 DESC, 2, 1`,
  ]);
  const of = (side: RatingSide) => { const found = given.find((one) => one.side === side); return { count: found?.count ?? 0, sum: found?.sum ?? 0 }; };
  const total = answers.find(({ field }) => field === null);
  return {
    brief: of("BRIEF"), acceptance: of("ACCEPTANCE"),
    checks: { answered: total?.answered ?? 0, right: total?.right ?? 0, fields: answers.flatMap(({ field, answered }) => (field === null ? [] : [{ field, count: answered }])) },
    mends: { count: mended.reduce((sum, { count }) => sum + count, 0), by: mended },
    effort: effort ?? { briefs: 0, prefilledStayed: 0, prefilledChanged: 0, typed: 0, minutes: null },
  };
}
