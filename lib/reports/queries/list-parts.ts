import "server-only";
import { Prisma } from "@/lib/platform/generated/client";
import { sinceRange } from "../rules/age";
import type { FigureParams } from "../schema";
import { managersAsked } from "./asked";
import { atRiskDeals } from "./at-risk";
import { accountableName, dealsIn, pipelineHandovers } from "./facts";
import { checks, efforts, mends, ratings } from "./quality";
import { firstOutcomes, returnPoints } from "./reviews";
import type { Slice } from "./slice";

const { sql, empty } = Prisma;

/** One figure's rows as SQL: `from` gives id, sort and the facts, `columns` what a shown row needs besides. */
type Parts = { from: Prisma.Sql; columns: Prisma.Sql; newestFirst: boolean };

const ownerName = sql`(SELECT u.name FROM "User" u WHERE u.id = f.owner) AS "ownerName"`;
const dealColumns = sql`
  (SELECT c.name FROM "Deal" d JOIN "Client" c ON c.id = d."clientId" WHERE d.id = f.deal) AS client, (SELECT d.name FROM "Deal" d WHERE d.id = f.deal) AS "dealName"`;
const dealTeams = sql`(SELECT string_agg(t.name, ', ' ORDER BY t.name) FROM "DealTeam" x JOIN "Team" t ON t.id = x."teamId" WHERE x."dealId" = f.id) AS teams`;
const handoverTeams = sql`(SELECT string_agg(t.name, ', ' ORDER BY t.name) FROM "HandoverTeam" x JOIN "Team" t ON t.id = x."teamId" WHERE x."handoverId" = f.id) AS teams`;
const handoverColumns = sql`
  f.handover, (SELECT h.number FROM "Handover" h WHERE h.id = f.handover) AS number,
  (SELECT c.name FROM "Handover" h JOIN "Deal" d ON d.id = h."dealId" JOIN "Client" c ON c.id = d."clientId" WHERE h.id = f.handover) AS client,
  (SELECT d.name FROM "Handover" h JOIN "Deal" d ON d.id = h."dealId" WHERE h.id = f.handover) AS "dealName"`;
const contactOwnerOfHandover = sql`(SELECT u.name FROM "Handover" h JOIN "User" u ON u.id = h."contactOwnerId" WHERE h.id = f.handover) AS "ownerName"`;
const byName = sql`(SELECT u.name FROM "User" u WHERE u.id = f.by) AS "byName"`;

/** Of what has been in its state since `since`: the part of that age and currency. */
function ofPart({ age, currency }: Partial<FigureParams>, { at }: Slice) {
  const range = age && sinceRange(age, at);
  return sql`${range ? sql`AND p.since <= ${range.upTo}::timestamptz ${range.after ? sql`AND p.since > ${range.after}::timestamptz` : empty}` : empty}
    ${currency ? sql`AND p.currency = ${currency}` : empty}`;
}

/** The rows behind a figure, by the same SQL that counts them. */
export function listWhere(slice: Slice, part: Pick<FigureParams, "figure"> & Partial<FigureParams>): Parts {
  switch (part.figure) {
    case "handovers":
      return {
        from: sql`SELECT p.*, p.since AS sort FROM (${pipelineHandovers(slice)}) p WHERE true ${part.state ? sql`AND p.state = ${part.state}` : empty} ${ofPart(part, slice)}`,
        columns: sql`f.id, f.sort, f.number, f.state, f.since, f.minor, f.currency, ${ownerName}, ${dealColumns}, ${handoverTeams}, ${accountableName(slice)} AS accountable`,
        newestFirst: false,
      };
    case "deals":
      return {
        from: sql`SELECT p.*, p.since AS sort FROM (${dealsIn(slice, "open")}) p WHERE true ${part.stage ? sql`AND p.state = ${part.stage}` : empty} ${ofPart(part, slice)}`,
        columns: sql`f.id, f.sort, f.number, f.state, f.since, f.minor, f.currency, ${ownerName}, ${dealColumns}, ${dealTeams}`,
        newestFirst: false,
      };
    case "at-risk":
      return {
        from: sql`SELECT p.*, p.until AS sort FROM (${atRiskDeals(slice)}) p`,
        columns: sql`f.id, f.sort, f.number, f.since, f.until, f.minor, f.currency, ${ownerName}, ${dealColumns}, ${dealTeams}`,
        newestFirst: false,
      };
    case "asked":
      return {
        from: sql`SELECT p.*, p.at AS sort FROM (${managersAsked(slice)}) p`,
        columns: sql`f.id, f.sort, f.state, f.reason, f.at, ${handoverColumns}, ${contactOwnerOfHandover}`,
        newestFirst: false,
      };
    case "first-pass":
      return {
        from: sql`SELECT p.id, p.stream AS handover, p.type, p.at, p.at AS sort FROM (${firstOutcomes(slice)}) p
          WHERE true ${part.passed ? sql`AND (p.type = 'handover.accepted') = ${part.passed === "yes"}` : empty}`,
        columns: sql`f.id, f.sort, f.type, f.at, ${handoverColumns}, ${contactOwnerOfHandover}`,
        newestFirst: true,
      };
    case "ratings":
      return {
        from: sql`SELECT p.*, p.at AS sort FROM (${ratings(slice)}) p WHERE true ${part.side ? sql`AND p.side = ${part.side}` : empty}`,
        columns: sql`f.id, f.sort, f.side, f.score, f.sentence, f.at, ${handoverColumns}, ${byName}`, newestFirst: true,
      };
    case "checks":
      return {
        from: sql`SELECT p.*, p.at AS sort FROM (${checks(slice)}) p WHERE true ${part.field ? sql`AND p.fields @> to_jsonb(${part.field}::text)` : empty}`,
        columns: sql`f.id, f.sort, f.verdict, f.fields, f.sentence, f.at, ${handoverColumns}, ${byName}`, newestFirst: true,
      };
    case "mends":
      return {
        from: sql`SELECT p.*, p.at AS sort FROM (${mends(slice)}) p WHERE true ${part.by ? sql`AND p.by = ${part.by}::uuid` : empty}`,
        columns: sql`f.id, f.sort, f.field, f.before, f.after, f.at, ${handoverColumns}, ${byName}`, newestFirst: true,
      };
    case "effort":
      return {
        from: sql`SELECT p.*, p.at AS sort FROM (${efforts(slice)}) p`,
        columns: sql`f.id, f.sort, f.stayed, f.changed, f.typed, f.minutes, f.at, ${handoverColumns}, ${contactOwnerOfHandover}`, newestFirst: true,
      };
    default:
      return {
        from: sql`SELECT p.*, p."handoverId" AS handover, p.at AS sort FROM (${returnPoints(slice)}) p
          WHERE true ${part.reason ? sql`AND p.reason::text = ${part.reason}` : empty} ${part.field ? sql`AND p.field = ${part.field}` : empty}`,
        columns: sql`f.id, f.sort, f.reason::text AS reason, f.field, f.needed, f.at, ${handoverColumns}, (SELECT u.name FROM "User" u WHERE u.id = f."byId") AS "byName"`,
        newestFirst: true,
      };
  }
}
