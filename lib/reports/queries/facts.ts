import "server-only";
import { Prisma } from "@/lib/platform/generated/client";
import { AGES } from "../rules/age";
import type { Slice } from "./slice";

const { sql, empty, join } = Prisma;

const peopleOf = (teamIds: readonly string[]) => sql`(SELECT m."userId" FROM "Membership" m WHERE m."teamId" = ANY(${teamIds}::uuid[]))`;

/** What held at the slice's instant, of an interval called by this alias. */
const held = (alias: Prisma.Sql, { at, isNow }: Slice) =>
  isNow ? sql`${alias}."to" IS NULL` : sql`${alias}."from" <= ${at}::timestamptz AND (${alias}."to" IS NULL OR ${alias}."to" > ${at}::timestamptz)`;

type Columns = { owner: Prisma.Sql; dealOwner: Prisma.Sql; inTeam: (teamIds: readonly string[]) => Prisma.Sql };

const isSales = ({ owner, dealOwner }: Columns, { scope }: Slice) =>
  scope.salesTeamIds.length === 0 ? sql`false` : sql`(${owner} IN ${peopleOf(scope.salesTeamIds)} OR ${dealOwner} IN ${peopleOf(scope.salesTeamIds)})`;

const isWanted = ({ owner, inTeam }: Columns, { team, owner: seller }: Slice) => sql`${
  team === null ? empty : team.kind === "DELIVERY" ? sql`AND ${inTeam([team.id])}` : sql`AND ${owner} IN ${peopleOf([team.id])}`
} ${seller === null ? empty : sql`AND ${owner} = ${seller}::uuid`}`;

/** `countsHandover` of rules/history.ts, as SQL over "Handover" h. */
function countsHandover(slice: Slice, owner: Prisma.Sql) {
  const columns: Columns = {
    owner, dealOwner: sql`h."dealOwnerId"`,
    inTeam: (ids) => sql`EXISTS (SELECT FROM "HandoverTeam" x WHERE x."handoverId" = h.id AND x."teamId" = ANY(${ids}::uuid[]))`,
  };
  const { deliveryTeamIds } = slice.scope;
  const isDelivery = deliveryTeamIds.length === 0 ? sql`false`
    : sql`(h."firstSubmitAt" <= ${slice.at}::timestamptz AND ${columns.inTeam(deliveryTeamIds)})`;
  return sql`(${isSales(columns, slice)} OR ${isDelivery}) ${isWanted(columns, slice)}`;
}

/** The handovers that count for the slice, whatever their state: id, owner. */
export const countedHandovers = (slice: Slice) => slice.isNow
  ? sql`SELECT h.id, h."contactOwnerId" AS owner FROM "Handover" h WHERE ${countsHandover(slice, sql`h."contactOwnerId"`)}`
  : sql`SELECT h.id, o.value::uuid AS owner FROM "Handover" h
      JOIN "Interval" o ON o.stream = h.id AND o.kind = 'OWNER' AND ${held(sql`o`, slice)}
      WHERE ${countsHandover(slice, sql`o.value::uuid`)}`;

/**
 * The pipeline's handovers as they were at the slice's instant: id, deal, number, state, since, owner, minor, currency.
 * For now from the tables, which an index covers; for the past from the intervals.
 */
export const pipelineHandovers = (slice: Slice) => slice.isNow
  ? sql`SELECT h.id, h."dealId" AS deal, h.number, h.status::text AS state, h."statusSince" AS since, h."contactOwnerId" AS owner, d."valueMinor" AS minor, d.currency
      FROM "Handover" h JOIN "Deal" d ON d.id = h."dealId"
      WHERE h.status NOT IN ('WITHDRAWN', 'CLOSED') AND ${countsHandover(slice, sql`h."contactOwnerId"`)}`
  : sql`SELECT h.id, h."dealId" AS deal, h.number, s.value AS state, s."from" AS since, o.value::uuid AS owner,
        split_part(v.value, ' ', 1)::bigint AS minor, split_part(v.value, ' ', 2) AS currency
      FROM "Interval" s JOIN "Handover" h ON h.id = s.stream
      JOIN "Interval" o ON o.stream = h.id AND o.kind = 'OWNER' AND ${held(sql`o`, slice)}
      JOIN "Interval" v ON v.stream = h."dealId" AND v.kind = 'VALUE' AND ${held(sql`v`, slice)}
      WHERE s.kind = 'STATUS' AND s.value IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'IN_DELIVERY') AND ${held(sql`s`, slice)}
        AND ${countsHandover(slice, sql`o.value::uuid`)}`;

/** `countsDeal` of rules/history.ts, as SQL over "Deal" d. */
export function countsDeal(slice: Slice, owner: Prisma.Sql) {
  const columns: Columns = {
    owner, dealOwner: sql`d."ownerId"`,
    inTeam: (ids) => sql`EXISTS (SELECT FROM "DealTeam" x WHERE x."dealId" = d.id AND x."teamId" = ANY(${ids}::uuid[]))`,
  };
  return sql`${isSales(columns, slice)} ${isWanted(columns, slice)}`;
}

/** When a deal came into the stage it is in: a look-up per open deal, of which there are few, and not a walk through all the past. */
const openStage = sql`CROSS JOIN LATERAL (
  SELECT i."from" FROM "Interval" i WHERE i.stream = d.id AND i.kind = 'STAGE' AND i."to" IS NULL ORDER BY i."from" DESC LIMIT 1) s`;

/** The deals in some stages at the slice's instant, with the same columns; literals, so that the plan knows them. */
export const dealsIn = (slice: Slice, stages: "open" | "won") => slice.isNow
  ? sql`SELECT d.id, d.id AS deal, d.number, d.stage::text AS state, ${stages === "won" ? sql`d."wonAt"` : sql`s."from"`} AS since,
        d."contactOwnerId" AS owner, d."valueMinor" AS minor, d.currency
      FROM "Deal" d ${stages === "won" ? empty : openStage}
      WHERE ${stages === "won" ? sql`d.stage = 'WON'` : sql`d.stage IN ('PROSPECT', 'QUALIFIED', 'PROPOSAL')`}
        AND ${countsDeal(slice, sql`d."contactOwnerId"`)}`
  : sql`SELECT d.id, d.id AS deal, d.number, s.value AS state, s."from" AS since, o.value::uuid AS owner,
        split_part(v.value, ' ', 1)::bigint AS minor, split_part(v.value, ' ', 2) AS currency
      FROM "Interval" s JOIN "Deal" d ON d.id = s.stream
      JOIN "Interval" o ON o.stream = d.id AND o.kind = 'OWNER' AND ${held(sql`o`, slice)}
      JOIN "Interval" v ON v.stream = d.id AND v.kind = 'VALUE' AND ${held(sql`v`, slice)}
      WHERE s.kind = 'STAGE' AND ${stages === "won" ? sql`s.value = 'WON'` : sql`s.value IN ('PROSPECT', 'QUALIFIED', 'PROPOSAL')`}
        AND ${held(sql`s`, slice)} AND ${countsDeal(slice, sql`o.value::uuid`)}`;

/** Won, and no handover of it was submitted and not withdrawn: `waitingDeals` of rules/pipeline.ts. */
export const waitingDeals = (slice: Slice) => sql`
  SELECT f.* FROM (${dealsIn(slice, "won")}) f WHERE NOT EXISTS (
    SELECT FROM "Handover" h ${slice.isNow ? empty : sql`JOIN "Interval" s ON s.stream = h.id AND s.kind = 'STATUS' AND ${held(sql`s`, slice)}`}
    WHERE h."dealId" = f.id AND h."firstSubmitAt" <= ${slice.at}::timestamptz AND ${slice.isNow ? sql`h.status` : sql`s.value`} <> 'WITHDRAWN')`;

/** The class of age of `since`, as `ageOf` of rules/age.ts has it. */
export const ageOf = ({ at }: Slice) => sql`CASE ${join(
  AGES.toReversed().map(({ id, from }) => sql`WHEN floor(extract(epoch FROM ${at}::timestamptz - f.since) / 86400) >= ${from}::int THEN ${id}::text`), " ",
)} ELSE ${AGES[0].id}::text END`;

/** Who was accountable for a handover at the slice's instant (B2). */
export const accountableName = (slice: Slice) => sql`(
  SELECT u.name FROM "Interval" a JOIN "User" u ON u.id = a.value::uuid
  WHERE a.stream = f.id AND a.kind = 'ACCOUNTABLE' AND ${held(sql`a`, slice)} LIMIT 1)`;
