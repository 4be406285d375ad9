import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { keysIn } from "@/lib/handovers/queries/inbox-slice";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { InboxView } from "../format";
import type { Named } from "./around";

export type FilterChoices = { teams: Named[]; clients: Named[]; owners: Named[] };

/** How many keys of a view are looked through for what can be filtered by: the ones on its first pages. */
const LOOKED_AT = 500;

/** What the rows of a view can be filtered by: their teams, clients and contact owners. Asked only where the filters show. */
export async function filterChoices(ctx: Ctx, view: InboxView): Promise<FilterChoices> {
  const me = personOf(ctx.actor);
  if (me === null) return { teams: [], clients: [], owners: [] };
  const [row] = await db(ctx).$queryRaw<FilterChoices[]>`
    WITH seen AS MATERIALIZED (
      SELECT h.id, h."contactOwnerId", d."clientId" FROM (SELECT k."handoverId" FROM "HandoverKey" k WHERE ${keysIn(ctx, view, me)} LIMIT ${LOOKED_AT}) k
      JOIN "Handover" h ON h.id = k."handoverId" JOIN "Deal" d ON d.id = h."dealId")
    SELECT ${named(Prisma.sql`"Team" x WHERE x.id IN (SELECT ht."teamId" FROM "HandoverTeam" ht JOIN seen ON seen.id = ht."handoverId")`)} AS teams,
      ${named(Prisma.sql`"Client" x WHERE x.id IN (SELECT "clientId" FROM seen)`)} AS clients,
      ${named(Prisma.sql`"User" x WHERE x.id IN (SELECT "contactOwnerId" FROM seen)`)} AS owners`;
  return row ?? { teams: [], clients: [], owners: [] };
}

const named = (from: Prisma.Sql) => Prisma.sql`coalesce((SELECT json_agg(json_build_object('id', x.id, 'name', x.name) ORDER BY x.name, x.id) FROM ${from}), '[]')`;
