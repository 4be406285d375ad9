import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { dealNumber } from "@/lib/deals/format";
import { ASKING, type Asking } from "@/lib/involvement/format";
import { CSV_START, csvLines } from "@/lib/platform/csv";
import { type Db, db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { ClassOverrideState, Complexity, TrialOutcome, TrialState } from "@/lib/platform/generated/enums";
import { COMPLEXITY_WORDS } from "@/lib/policies/format";
import { TRIAL_OUTCOMES, TRIAL_STATES } from "@/lib/trials/format";
import { EARLY_METRICS, type HoursFact, hoursSums, OUTCOMES, type Outcome, OVERRIDE_WORDS } from "../rules/before-contract";
import type { EarlyParams, ReportParams } from "../schema";
import { CLASS_COLUMNS, classFigures, classRows } from "./foretold";
import { readSlice, type Slice } from "./slice";

const { sql, empty } = Prisma;

/** A list on screen shows so many rows; the CSV holds all. */
const SHOWN = 500;

const members = (teamIds: readonly string[]) => sql`(SELECT m."userId" FROM "Membership" m WHERE m."teamId" = ANY(${teamIds}::uuid[]))`;
const asksTeam = (teamIds: readonly string[]) => sql`(EXISTS (SELECT FROM "Involvement" x WHERE x."dealId" = d.id AND x."teamId" = ANY(${teamIds}::uuid[]))
  OR EXISTS (SELECT FROM "TrialTask" x WHERE x."dealId" = d.id AND x."teamId" = ANY(${teamIds}::uuid[])))`;

/** The deals that this manager answers for: a sales manager's team's, and those for which a delivery manager's team was asked; with how they stood then. */
const dealsOf = ({ scope: { salesTeamIds, deliveryTeamIds }, at, team, owner }: Slice) => sql`
  SELECT d.id, d.number, d.name, d.source, c.name AS client, u.name AS owner, u.id AS "ownerId", d."wonAt",
    CASE s.stage WHEN 'WON' THEN 'won' WHEN 'LOST' THEN 'lost' ELSE 'open' END AS outcome
  FROM "Deal" d JOIN "Client" c ON c.id = d."clientId" JOIN "User" u ON u.id = d."contactOwnerId"
  CROSS JOIN LATERAL (SELECT coalesce((SELECT i.value FROM "Interval" i WHERE i.stream = d.id AND i.kind = 'STAGE'
    AND i."from" <= ${at}::timestamptz AND (i."to" IS NULL OR i."to" > ${at}::timestamptz) ORDER BY i."from" DESC LIMIT 1), d.stage::text) AS stage) s
  WHERE (${salesTeamIds.length > 0 ? sql`d."contactOwnerId" IN ${members(salesTeamIds)} OR d."ownerId" IN ${members(salesTeamIds)}` : sql`false`}
      OR ${deliveryTeamIds.length > 0 ? asksTeam(deliveryTeamIds) : sql`false`})
    ${team === null ? empty : team.kind === "DELIVERY" ? sql`AND ${asksTeam([team.id])}` : sql`AND d."contactOwnerId" IN ${members([team.id])}`}
    ${owner === null ? empty : sql`AND d."contactOwnerId" = ${owner}::uuid`}`;

type Raw = { id: string; number: number; name: string; client: string; owner: string; outcome: Outcome };
const HOURS = (slice: Slice) => sql`
  SELECT d.id, d.number, d.name, d.client, d.owner, d."ownerId", d.source, d.outcome, sum(h.minutes)::int AS minutes, count(*)::int AS entries
  FROM "DealHours" h JOIN (${dealsOf(slice)}) d ON d.id = h."dealId"
  WHERE h."createdAt" > ${slice.from}::timestamptz AND h."createdAt" <= ${slice.at}::timestamptz
  GROUP BY d.id, d.number, d.name, d.client, d.owner, d."ownerId", d.source, d.outcome`;
const TRIALS = (slice: Slice) => sql`
  SELECT d.*, t.state::text AS state, t.outcome::text AS result, t.purpose, t."spentMinutes" AS minutes, dev.name AS developer, t."createdAt" AS at
  FROM "TrialTask" t JOIN (${dealsOf(slice)}) d ON d.id = t."dealId" JOIN "User" dev ON dev.id = t."developerId"
  WHERE t."createdAt" > ${slice.from}::timestamptz AND t."createdAt" <= ${slice.at}::timestamptz`;
const GRANTS = (slice: Slice) => sql`
  SELECT d.*, g.allows, g.reason, by.name AS "grantedBy", g."grantedAt" AS at,
    (EXISTS (SELECT FROM "Involvement" i WHERE i."grantId" = g.id) OR EXISTS (SELECT FROM "TrialTask" t WHERE t."grantId" = g.id)) AS used
  FROM "InvolvementGrant" g JOIN (${dealsOf(slice)}) d ON d.id = g."dealId" JOIN "User" by ON by.id = g."grantedById"
  WHERE g."grantedAt" > ${slice.from}::timestamptz AND g."grantedAt" <= ${slice.at}::timestamptz`;
const OVERRIDES = (slice: Slice) => sql`
  SELECT d.*, o."from"::text AS "fromClass", o.class::text AS "toClass", o.state::text AS state, o.reason, o."askedAt" AS at
  FROM "ClassOverride" o JOIN (${dealsOf(slice)}) d ON d.id = o."dealId"
  WHERE o."askedAt" > ${slice.from}::timestamptz AND o."askedAt" <= ${slice.at}::timestamptz`;
/** P6.2: as lib/involvement/rules/early.ts says it. */
const UNINVOLVED = (slice: Slice) => sql`
  SELECT d.* FROM (${dealsOf(slice)}) d
  WHERE d."wonAt" > ${slice.from}::timestamptz AND d."wonAt" <= ${slice.at}::timestamptz AND d.outcome = 'won'
    AND EXISTS (SELECT FROM "Handover" h WHERE h."dealId" = d.id AND h.complexity = 'COMPLEX' AND h.status <> 'WITHDRAWN')
    AND NOT EXISTS (SELECT FROM "Involvement" i WHERE i."dealId" = d.id AND i.state IN ('ACCEPTED', 'ANSWERED'))
    AND NOT EXISTS (SELECT FROM "TrialTask" t WHERE t."dealId" = d.id AND t."startedAt" IS NOT NULL)`;

/** The page of R4 in its first form. FORBIDDEN for who manages no team. */
export async function getBeforeContract(ctx: Ctx, params: ReportParams) {
  const { slice, choices } = await readSlice(ctx, params);
  const tx = db(ctx);
  const hours = await tx.$queryRaw<HoursFact[]>`${HOURS(slice)}`;
  const trials = await tx.$queryRaw<{ state: TrialState; result: TrialOutcome | null; count: number }[]>`SELECT state, result, count(*)::int AS count FROM (${TRIALS(slice)}) f GROUP BY state, result`;
  const grants = await tx.$queryRaw<{ allows: Asking; used: boolean; count: number }[]>`SELECT allows, used, count(*)::int AS count FROM (${GRANTS(slice)}) f GROUP BY allows, used`;
  const [uninvolved] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${UNINVOLVED(slice)}) f`;
  const overrides = await tx.$queryRaw<{ fromClass: Complexity; toClass: Complexity; count: number }[]>`SELECT "fromClass", "toClass", count(*)::int AS count FROM (${OVERRIDES(slice)}) f GROUP BY "fromClass", "toClass" ORDER BY 3 DESC, 1, 2`;
  const total = (of: readonly { count: number }[]) => of.reduce((sum, { count }) => sum + count, 0);
  const kinds = (Object.keys(ASKING) as Asking[]).map((kind) => ({ kind, count: total(grants.filter(({ allows }) => allows === kind)), used: total(grants.filter(({ allows, used }) => allows === kind && used)) }));
  return {
    at: slice.at.toISOString(), choices, filters: { ...params, team: slice.team?.id, owner: slice.owner ?? undefined },
    hours: hoursSums(hours),
    trials: {
      count: total(trials),
      states: (Object.keys(TRIAL_STATES) as TrialState[]).map((state) => ({ state, count: total(trials.filter((one) => one.state === state)) })),
      results: (Object.keys(TRIAL_OUTCOMES) as TrialOutcome[]).map((result) => ({ result, count: total(trials.filter((one) => one.result === result)) })),
    },
    grants: { count: total(grants), kinds: kinds.filter(({ count }) => count > 0) },
    overrides: { count: total(overrides), kinds: overrides },
    uninvolved: uninvolved?.count ?? 0,
    ...(await classFigures(tx, slice)),
  };
}
export type BeforeContract = Awaited<ReturnType<typeof getBeforeContract>>;

export const EARLY_COLUMNS = {
  hours: ["Deal", "Client", "Name", "Stands", "Contact owner", "Source", "Minutes", "Entries"],
  trials: ["Deal", "Client", "Name", "Stands", "Contact owner", "Trial task", "State", "Result", "Developer", "Minutes", "Asked for"],
  grants: ["Deal", "Client", "Name", "Stands", "Contact owner", "Granted", "By", "Why", "Used", "When"],
  overrides: ["Deal", "Client", "Name", "Stands", "Contact owner", "The rubric said", "Set to", "It", "Why", "When"],
  reality: CLASS_COLUMNS,
  drift: CLASS_COLUMNS,
  uninvolved: ["Deal", "Client", "Name", "Stands", "Contact owner", "Won"],
} as const satisfies Record<EarlyParams["figure"], readonly string[]>;

export type EarlyRow = { id: string; cells: (string | number)[] };

/** The rows behind a figure, the newest deal first. */
export async function listBeforeContract(ctx: Ctx, { params, part }: { params: ReportParams; part: EarlyParams }, take: number = SHOWN) {
  const { slice, choices } = await readSlice(ctx, params);
  const found = await rowsOf(db(ctx), slice, part, take + 1);
  return {
    rows: found.slice(0, take), isCut: found.length > take, columns: EARLY_COLUMNS[part.figure], title: EARLY_METRICS[part.figure].title, choices,
    filters: { ...params, team: slice.team?.id, owner: slice.owner ?? undefined },
  };
}

/** The same as CSV, all of it: it is read at once, and sent in one piece. */
export async function exportBeforeContract(ctx: Ctx, asked: { params: ReportParams; part: EarlyParams }): Promise<AsyncGenerator<string>> {
  const { rows, columns } = await listBeforeContract(ctx, asked, 100_000);
  return (async function* () { yield await Promise.resolve(CSV_START + csvLines([[...columns], ...rows.map(({ cells }) => cells)])); })();
}

async function rowsOf(tx: Db, slice: Slice, part: EarlyParams, take: number): Promise<EarlyRow[]> {
  const { figure, outcome, source, state, result } = part;
  const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? "";
  const head = ({ number, client, name, outcome: stands, owner }: Raw) => [dealNumber(number), client, name, OUTCOMES[stands], owner];
  const end = sql`ORDER BY f.number DESC, f.id LIMIT ${take}`;
  const stands = outcome ? sql`AND f.outcome = ${outcome}` : empty;
  switch (figure) {
    case "hours":
      return (await tx.$queryRaw<(Raw & { source: string; minutes: number; entries: number })[]>`SELECT * FROM (${HOURS(slice)}) f WHERE true ${stands} ${source === undefined ? empty : sql`AND f.source = ${source}`} ${end}`)
        .map((row) => ({ id: row.id, cells: [...head(row), row.source, row.minutes, row.entries] }));
    case "trials":
      return (await tx.$queryRaw<(Raw & { state: TrialState; result: TrialOutcome | null; purpose: string; minutes: number; developer: string; at: Date })[]>`
        SELECT * FROM (${TRIALS(slice)}) f WHERE true ${stands} ${state ? sql`AND f.state = ${state}` : empty} ${result ? sql`AND f.result = ${result}` : empty} ${end}`)
        .map((row) => ({ id: row.id, cells: [...head(row), row.purpose, TRIAL_STATES[row.state].label, row.result ? TRIAL_OUTCOMES[row.result] : "", row.developer, row.minutes, day(row.at)] }));
    case "grants":
      return (await tx.$queryRaw<(Raw & { allows: Asking; grantedBy: string; reason: string; used: boolean; at: Date })[]>`SELECT * FROM (${GRANTS(slice)}) f WHERE true ${stands} ${end}`)
        .map((row) => ({ id: row.id, cells: [...head(row), ASKING[row.allows].label, row.grantedBy, row.reason, row.used ? "Yes" : "No", day(row.at)] }));
    case "overrides":
      return (await tx.$queryRaw<(Raw & { fromClass: Complexity; toClass: Complexity; state: ClassOverrideState; reason: string; at: Date })[]>`SELECT * FROM (${OVERRIDES(slice)}) f WHERE true ${stands} ${end}`)
        .map((row) => ({ id: row.id, cells: [...head(row), COMPLEXITY_WORDS[row.fromClass], COMPLEXITY_WORDS[row.toClass], OVERRIDE_WORDS[row.state], row.reason, day(row.at)] }));
    case "reality":
    case "drift":
      return classRows(tx, slice, { ...part, figure }, take);
    case "uninvolved":
      return (await tx.$queryRaw<(Raw & { wonAt: Date | null })[]>`SELECT * FROM (${UNINVOLVED(slice)}) f WHERE true ${stands} ${end}`).map((row) => ({ id: row.id, cells: [...head(row), day(row.wonAt)] }));
  }
}
