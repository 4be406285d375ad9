import "server-only";
import { Prisma } from "@/lib/platform/generated/client";
import { AT_RISK_EVENTS } from "../rules/at-risk";
import { countsDeal } from "./facts";
import type { Slice } from "./slice";

const { sql } = Prisma;

/** The deals that were at risk at the slice's instant, `isAtRisk` of rules/at-risk.ts: id, owner, since (approved), until. */
export const atRiskDeals = (slice: Slice) => slice.isNow
  ? sql`SELECT d.id, d.id AS deal, d.number, d."contactOwnerId" AS owner, d."atRiskApprovedAt" AS since, d."atRiskUntil" AS until, d."valueMinor" AS minor, d.currency
      FROM "Deal" d WHERE d."atRiskApprovedAt" IS NOT NULL AND d."signedOn" IS NULL AND ${countsDeal(slice, sql`d."contactOwnerId"`)}`
  : sql`SELECT d.id, d.id AS deal, d.number, o.value::uuid AS owner, e.at AS since,
        ((e.payload::jsonb ->> 'until') || 'T23:59:59.999Z')::timestamptz AS until, split_part(v.value, ' ', 1)::bigint AS minor, split_part(v.value, ' ', 2) AS currency
      FROM "Event" e JOIN "Deal" d ON d.id = e.stream
      JOIN "Interval" o ON o.stream = d.id AND o.kind = 'OWNER' AND o."from" <= ${slice.at}::timestamptz AND (o."to" IS NULL OR o."to" > ${slice.at}::timestamptz)
      JOIN "Interval" v ON v.stream = d.id AND v.kind = 'VALUE' AND v."from" <= ${slice.at}::timestamptz AND (v."to" IS NULL OR v."to" > ${slice.at}::timestamptz)
      WHERE e.type = 'deal.atRiskApproved' AND e.at <= ${slice.at}::timestamptz AND NOT EXISTS (
        SELECT FROM "Event" n WHERE n.stream = e.stream AND n.seq > e.seq AND n.at <= ${slice.at}::timestamptz AND n.type = ANY(${AT_RISK_EVENTS}::text[])
          AND (n.type <> 'deal.moved' OR n.payload::jsonb ->> 'to' = 'LOST'))
        AND ${countsDeal(slice, sql`o.value::uuid`)}`;
