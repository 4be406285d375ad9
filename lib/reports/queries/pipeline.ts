import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { type Db, db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { instantAt } from "@/lib/platform/time";
import { type AgeId, daysOld } from "../rules/age";
import { median, percentile } from "../rules/percentile";
import type { PipelineCell } from "../rules/pipeline";
import { weeksBetween } from "../rules/week";
import { OPEN_STAGES, PIPELINE_STATES, type ReportParams } from "../schema";
import { fieldText, type ListRow } from "../format";
import { ageOf, dealsIn, pipelineHandovers } from "./facts";
import { fieldLabels } from "./field-labels";
import { listWhere } from "./list-parts";
import { listOrphans } from "./orphans";
import { decisionTimes, MOST_DECISIONS, reviewFigures } from "./reviews";
import { orphanRow, type Raw, toRow } from "./rows";
import { qualityFigures } from "./quality";
import { readSlice, type Slice } from "./slice";

const { sql, empty } = Prisma;

/** The manager's pipeline page (R1): few statements, aggregated where the rows are. FORBIDDEN for who manages no team. */
export async function getPipeline(ctx: Ctx, params: ReportParams) {
  const { slice, choices } = await readSlice(ctx, params);
  const tx = db(ctx);
  const isSales = slice.scope.salesTeamIds.length > 0;
  const [cells, waiting, atRisk, asked, decisions, reviews, quality] = await Promise.all([
    pipelineCells(tx, slice), isSales ? listOrphans(tx, slice) : [], isSales ? firstAtRisk(tx, slice) : { count: 0, expired: 0, rows: [] },
    firstAsked(tx, slice), decisionTimes(tx, slice), reviewFigures(tx, slice), qualityFigures(tx, slice),
  ]);
  const labels = await fieldLabels(tx, [...reviews.fields, ...quality.checks.fields].map(({ field }) => field));
  const named = <T extends { field: string }>(one: T) => ({ ...one, label: labels.get(one.field) ?? fieldText(one.field) });
  return {
    at: slice.at.toISOString(), isNow: slice.isNow, from: slice.from.toISOString(), choices,
    filters: { ...params, team: slice.team?.id, owner: slice.owner ?? undefined },
    states: PIPELINE_STATES.map((state) => summaryOf(cells.handovers, state, slice)),
    /** Null for who manages no sales team: deals are not theirs yet. */
    sales: isSales
      ? { stages: OPEN_STAGES.map((stage) => summaryOf(cells.deals, stage, slice)), orphans: { count: waiting.length, rows: waiting.slice(0, FIRST).map(orphanRow) }, atRisk }
      : null,
    /** P1.10: where this manager was asked to help. */
    asked,
    decisions: decisionFigures(decisions, slice),
    reviews: { ...reviews, fields: reviews.fields.map(named) },
    quality: { ...quality, checks: { ...quality.checks, fields: quality.checks.fields.map(named) } },
  };
}

export type PipelineReport = Awaited<ReturnType<typeof getPipeline>>;

/** Both halves of the pipeline, by state, age and currency, in one statement; `handoverPipeline` and `dealPipeline` of the rules. */
export async function pipelineCells(tx: Db, slice: Slice): Promise<{ handovers: PipelineCell[]; deals: PipelineCell[] }> {
  const cellsOf = (kind: "handovers" | "deals", facts: Prisma.Sql) => sql`
    SELECT ${kind}::text AS kind, state, age, currency, count(*)::int AS count, sum(minor)::float8 AS minor, min(since) AS since
    FROM (SELECT f.state, f.currency, f.minor, f.since, ${ageOf(slice)} AS age FROM (${facts}) f) g GROUP BY state, age, currency`;
  const rows = await tx.$queryRaw<(PipelineCell & { kind: string })[]>`
    ${cellsOf("handovers", pipelineHandovers(slice))}
    ${slice.scope.salesTeamIds.length > 0 ? sql`UNION ALL ${cellsOf("deals", dealsIn(slice, "open"))}` : empty}`;
  const of = (wanted: string) => rows.filter(({ kind }) => kind === wanted).map(({ kind: _, ...cell }) => cell);
  return { handovers: of("handovers"), deals: of("deals") };
}

/** How many rows of what needs the manager stand on the page itself. */
const FIRST = 5;

/** P1.1: how many starts are at risk, how many of them past their expiry, and those that expire first. */
async function firstAtRisk(tx: Db, slice: Slice): Promise<{ count: number; expired: number; rows: ListRow[] }> {
  const { from, columns } = listWhere(slice, { figure: "at-risk" });
  const rows = await tx.$queryRaw<(Raw & { total: number; expired: number })[]>`
    SELECT ${columns}, f.total, f.expired FROM (
      SELECT f.*, (count(*) OVER ())::int AS total, (count(*) FILTER (WHERE f.until <= ${slice.at}::timestamptz) OVER ())::int AS expired
      FROM (${from}) f ORDER BY f.sort, f.id LIMIT ${FIRST}) f ORDER BY f.sort, f.id`;
  const labels = new Map<string, string>();
  return { count: rows[0]?.total ?? 0, expired: rows[0]?.expired ?? 0, rows: rows.map((row) => toRow(row, { figure: "at-risk", slice, labels })) };
}

/** P1.10: how many reasons managers were asked to help with, and those that wait the longest. */
async function firstAsked(tx: Db, slice: Slice): Promise<{ count: number; rows: ListRow[] }> {
  const { from, columns } = listWhere(slice, { figure: "asked" });
  const rows = await tx.$queryRaw<(Raw & { total: number })[]>`
    SELECT ${columns}, f.total FROM (SELECT f.*, (count(*) OVER ())::int AS total FROM (${from}) f ORDER BY f.sort, f.id LIMIT ${FIRST}) f ORDER BY f.sort, f.id`;
  return { count: rows[0]?.total ?? 0, rows: rows.map((row) => toRow(row, { figure: "asked", slice, labels: new Map() })) };
}

type Amount = { count: number; minor: number; currency: string };

/** Per currency, never added up across them; the largest first. */
function valuesOf(amounts: readonly Amount[]): { currency: string; minor: number; count: number }[] {
  const sums = new Map<string, { currency: string; minor: number; count: number }>();
  for (const { currency, minor, count } of amounts) {
    const sum = sums.get(currency) ?? { currency, minor: 0, count: 0 };
    sums.set(currency, { currency, minor: sum.minor + minor, count: sum.count + count });
  }
  return [...sums.values()].sort((a, b) => b.minor - a.minor || a.currency.localeCompare(b.currency));
}

function summaryOf<S extends string>(cells: readonly PipelineCell[], state: S, { at }: Slice): StateSummary<S> {
  const mine = cells.filter((cell) => cell.state === state);
  const ages: StateSummary["ages"] = {};
  for (const { age, count } of mine) ages[age] = (ages[age] ?? 0) + count;
  const oldest = mine.reduce<Date | null>((first, { since }) => (first === null || since < first ? since : first), null);
  return {
    state, count: mine.reduce((sum, { count }) => sum + count, 0), ages, values: valuesOf(mine),
    oldestDays: oldest === null ? null : daysOld(oldest, at),
  };
}
/** One state's row: how many, by age, with values per currency, and the whole days of the oldest. */
export type StateSummary<S extends string = string> = {
  state: S; count: number; ages: Partial<Record<AgeId, number>>; values: { currency: string; minor: number; count: number }[]; oldestDays: number | null;
};

/** Median and 90th percentile, of all and by week; weeks without a decision have none. */
function decisionFigures(decisions: readonly { at: number; minutes: number }[], { from, at, zone }: Slice) {
  const minutes = decisions.map((one) => one.minutes);
  const weeks = weeksBetween(from, at, zone).map((week) => ({ week, from: instantAt(zone, week, 0).getTime(), minutes: [] as number[] }));
  for (const one of decisions) weeks.findLast((week) => week.from <= one.at)?.minutes.push(one.minutes);
  return {
    count: decisions.length, isCut: decisions.length === MOST_DECISIONS, median: median(minutes), p90: percentile(minutes, 0.9),
    weeks: weeks.map((week) => ({ week: week.week, count: week.minutes.length, median: median(week.minutes) })),
  };
}
