import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { keysIn } from "@/lib/handovers/queries/inbox-slice";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { INBOX_VIEWS, type InboxFilters, type InboxView, isCounted } from "../format";
import { deleteRefusal, managedTeams, teamsOf } from "../policy";
import { keptFilters } from "../schema";

export type Named = { id: string; name: string };
export type SavedView = { id: string; name: string; filters: InboxFilters; owner: string; isMine: boolean; team: Named | null; mayDelete: boolean };
export type Around = {
  /** The views that this person has. */
  views: readonly InboxView[];
  /** How many wait in each view that is counted; counting stops at `COUNTED`. */
  counts: Partial<Record<InboxView, number>>;
  saved: SavedView[];
  /** One's own teams, with which a view can be shared. */
  teams: Named[];
};

/** Further than this nobody counts: a list that is longer says “99+”, and costs no more. */
export const COUNTED = 100;

type Stored = Record<string, number> & { saved: StoredView[]; teams: Named[] };
type StoredView = { id: string; name: string; filters: unknown; ownerId: string; owner: string; team: Named | null };

/** What stands around the list: the views with their counts, the saved views, one's teams. One statement. */
export async function getAround(ctx: Ctx): Promise<Around> {
  const me = personOf(ctx.actor);
  if (me === null) return { views: [], counts: {}, saved: [], teams: [] };
  const views = INBOX_VIEWS.filter((view) => view !== "team" || managedTeams(ctx.actor).length > 0);
  const teams = teamsOf(ctx.actor);
  const counted = views.filter(isCounted);
  const counts = counted.map((view) => Prisma.sql`
    (SELECT count(*)::int FROM (SELECT FROM "HandoverKey" k WHERE ${keysIn(ctx, view, me)} LIMIT ${COUNTED}) counted) AS ${Prisma.raw(`"${view}"`)}`);
  const [row] = await db(ctx).$queryRaw<Stored[]>`
    SELECT ${Prisma.join(counts, ", ")},
      coalesce((SELECT json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.name) FROM "Team" t WHERE t.id = ANY (${teams}::uuid[])), '[]') AS teams,
      coalesce((SELECT json_agg(json_build_object('id', v.id, 'name', v.name, 'filters', v.filters, 'ownerId', v."ownerId", 'owner', u.name,
          'team', CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'name', t.name) END) ORDER BY lower(v.name), v.id)
        FROM "SavedView" v JOIN "User" u ON u.id = v."ownerId" LEFT JOIN "Team" t ON t.id = v."teamId"
        WHERE v."ownerId" = ${me}::uuid OR v."teamId" = ANY (${teams}::uuid[])), '[]') AS saved`;
  return {
    views,
    counts: Object.fromEntries(counted.map((view) => [view, row?.[view] ?? 0])),
    teams: row?.teams ?? [],
    saved: (row?.saved ?? []).flatMap(({ filters, ownerId, ...view }) => {
      const kept = keptFilters.safeParse(filters);
      const mayDelete = deleteRefusal(ctx.actor, { ownerId, teamId: view.team?.id ?? null }) === null;
      return kept.success ? [{ ...view, filters: kept.data, isMine: ownerId === me, mayDelete }] : [];
    }),
  };
}
