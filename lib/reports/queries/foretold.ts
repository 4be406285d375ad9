import "server-only";
import { dealNumber } from "@/lib/deals/format";
import type { Db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { Complexity } from "@/lib/platform/generated/enums";
import { COMPLEXITY_WORDS } from "@/lib/policies/format";
import { type ClassFact, drift, reality } from "../rules/foretold";
import type { EarlyParams } from "../schema";
import { countedHandovers } from "./facts";
import type { Slice } from "./slice";

const { sql, empty } = Prisma;

/**
 * The briefs that were submitted by the slice's instant, each with its class when the deal was first classified, in the version
 * submitted last, and in the PM's last answer by then (P6.3).
 */
const classes = (slice: Slice) => sql`
  SELECT d.id, d.number, d.name, c.name AS client, u.name AS owner, h."firstSubmitAt" AS "submittedAt",
    CASE WHEN d."firstClassAt" <= ${slice.at}::timestamptz THEN d."firstClass"::text END AS first, v.class AS foretold,
    v.class IS DISTINCT FROM coalesce(v.computed, v.class) AS "byHand", setter.name AS "setBy", lead.name AS "consentBy", a.turned, a."answeredAt"
  FROM (${countedHandovers(slice)}) counted JOIN "Handover" h ON h.id = counted.id AND h.status <> 'WITHDRAWN'
  JOIN "Deal" d ON d.id = h."dealId" JOIN "Client" c ON c.id = d."clientId" JOIN "User" u ON u.id = counted.owner
  CROSS JOIN LATERAL (SELECT b.content #>> '{complexity,class}' AS class, b.content #>> '{complexity,computed}' AS computed, (b.content #>> '{policies,override}')::uuid AS override
    FROM "BriefVersion" b WHERE b."handoverId" = h.id AND b.amendment IS NULL AND b.mends IS NULL AND b."createdAt" <= ${slice.at}::timestamptz ORDER BY b.version DESC LIMIT 1) v
  LEFT JOIN "ClassOverride" o ON o.id = v.override LEFT JOIN "User" setter ON setter.id = o."askedById" LEFT JOIN "User" lead ON lead.id = o."leadId" AND o."decidedAt" IS NOT NULL
  LEFT JOIN LATERAL (SELECT e.payload::jsonb ->> 'turnedOut' AS turned, k."answeredAt" FROM "Event" e JOIN "BriefCheck" k ON k."handoverId" = h.id
    WHERE e.stream = h.id AND e.type = 'briefCheck.answered' AND e.at <= ${slice.at}::timestamptz ORDER BY e.seq DESC LIMIT 1) a ON true
  WHERE v.class IS NOT NULL`;
const within = (column: Prisma.Sql, { from, at }: Slice) => sql`${column} > ${from}::timestamptz AND ${column} <= ${at}::timestamptz`;

type ClassFigure = "reality" | "drift";
/** Those of a figure's period. */
const counted = (slice: Slice, figure: ClassFigure) => figure === "reality"
  ? sql`SELECT f.* FROM (${classes(slice)}) f WHERE f.turned IS NOT NULL AND ${within(sql`f."answeredAt"`, slice)}`
  : sql`SELECT f.* FROM (${classes(slice)}) f WHERE ${within(sql`f."submittedAt"`, slice)}`;

/** R4: how well the class foretold reality, and how it drifted. */
export async function classFigures(tx: Db, slice: Slice) {
  const facts = (figure: ClassFigure) => tx.$queryRaw<ClassFact[]>`
    SELECT f.first, f.foretold, f."byHand", f.turned, count(*)::int AS count FROM (${counted(slice, figure)}) f GROUP BY 1, 2, 3, 4`;
  return { reality: reality(await facts("reality")), drift: drift(await facts("drift")) };
}

export const CLASS_COLUMNS = ["Deal", "Client", "Name", "Contact owner", "First classified", "At submission", "Set by hand", "Turned out", "Answered"] as const;

type Row = { id: string; number: number; name: string; client: string; owner: string; first: Complexity | null; foretold: Complexity; byHand: boolean; setBy: string | null; consentBy: string | null; turned: Complexity | null; answeredAt: Date | null };

/** The rows behind them, the newest deal first. */
export async function classRows(tx: Db, slice: Slice, { figure, first, foretold, turned, hand }: EarlyParams & { figure: ClassFigure }, take: number): Promise<{ id: string; cells: string[] }[]> {
  const is = (column: Prisma.Sql, wanted: string | undefined) => (wanted === undefined ? empty : wanted === "NONE" ? sql`AND ${column} IS NULL` : sql`AND ${column} = ${wanted}`);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT f.* FROM (${counted(slice, figure)}) f
    WHERE true ${is(sql`f.first`, first)} ${is(sql`f.foretold`, foretold)} ${is(sql`f.turned`, turned)} ${hand === undefined ? empty : sql`AND f."byHand" = ${hand === "yes"}`}
    ORDER BY f.number DESC, f.id LIMIT ${take}`;
  const word = (one: Complexity | null) => (one === null ? "" : COMPLEXITY_WORDS[one]);
  return rows.map((row) => ({
    id: row.id,
    cells: [
      dealNumber(row.number), row.client, row.name, row.owner, word(row.first), word(row.foretold),
      row.byHand ? `by ${row.setBy ?? "somebody"}${row.consentBy === null ? "" : `, with ${row.consentBy}`}` : "", word(row.turned), row.answeredAt?.toISOString().slice(0, 10) ?? "",
    ],
  }));
}
