import type { BriefVerdict, RatingSide } from "@/lib/platform/generated/enums";
import { median } from "./percentile";
import type { Period } from "./reviews";

const isIn = ({ from, to }: Period, at: Date) => at > from && at <= to;

/** What was said of a handover, as its history keeps it. */
export type RatingRow = { stream: string; seq: number; actor: string; at: Date; side: RatingSide; score: number };
export type CheckRow = { stream: string; seq: number; at: Date; verdict: BriefVerdict; fields: readonly string[] };
/** The first version of a brief, with what was counted when it was submitted (P4.9). */
export type EffortRow = { handoverId: string; begunAt: Date; submittedAt: Date; prefilledStayed: number; prefilledChanged: number; typed: number };

/** The newest up to an instant, of each group. */
function newest<T extends { seq: number; at: Date }>(rows: readonly T[], keyOf: (row: T) => string, at: Date): T[] {
  const found = new Map<string, T>();
  for (const row of rows) {
    const key = keyOf(row);
    if (row.at <= at && row.seq > (found.get(key)?.seq ?? 0)) found.set(key, row);
  }
  return [...found.values()];
}

/** P8.4, R6: what each person's rating of a handover was at the period's end, if they gave or changed it in the period. */
export const ratingsOf = (rows: readonly RatingRow[], period: Period): RatingRow[] =>
  newest(rows, ({ stream, actor, side }) => [stream, actor, side].join(), period.to).filter(({ at }) => isIn(period, at));

/** P8.4, R3: the PMs' answers to whether the brief was right, as they were at the period's end, given or changed in the period. */
export const checksOf = (rows: readonly CheckRow[], period: Period): CheckRow[] =>
  newest(rows, ({ stream }) => stream, period.to).filter(({ at }) => isIn(period, at));

/** How many said so, their scores together, for the mean. */
export function ratingFigures(ratings: readonly RatingRow[], side: RatingSide): { count: number; sum: number } {
  const scores = ratings.filter((one) => one.side === side).map(({ score }) => score);
  return { count: scores.length, sum: scores.reduce((total, score) => total + score, 0) };
}

/** How many answered, how many of them that all was right, and how often each field was named. */
export function checkFigures(checks: readonly CheckRow[]): { answered: number; right: number; fields: Map<string, number> } {
  const fields = new Map<string, number>();
  for (const field of checks.flatMap((one) => one.fields)) fields.set(field, (fields.get(field) ?? 0) + 1);
  return { answered: checks.length, right: checks.filter(({ verdict }) => verdict === "RIGHT").length, fields };
}

/** P4.9: of the briefs that were submitted first in the period: the answers by how they came about, and the median minutes from begin to submit. */
export function effortFigures(rows: readonly EffortRow[], period: Period): { briefs: number; prefilledStayed: number; prefilledChanged: number; typed: number; minutes: number | null } {
  const counted = rows.filter(({ submittedAt }) => isIn(period, submittedAt));
  const sum = (of: (row: EffortRow) => number) => counted.reduce((total, row) => total + of(row), 0);
  return {
    briefs: counted.length, prefilledStayed: sum((row) => row.prefilledStayed), prefilledChanged: sum((row) => row.prefilledChanged), typed: sum((row) => row.typed),
    minutes: median(counted.map(({ begunAt, submittedAt }) => Math.floor((submittedAt.getTime() - begunAt.getTime()) / 60_000))),
  };
}
