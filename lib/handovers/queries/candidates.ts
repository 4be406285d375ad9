import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import type { HandoverHead } from "./handover";

export type Candidate = { id: string; name: string; load: number; cap: number };
export type Candidates = { pms: Candidate[]; leads: { teamId: string; team: string; current: string | null; people: Candidate[] }[] };

/** Who could take over as PM or as a team's lead, with what they hold now and how much they should hold at most (P1.6, P4.8). */
export async function listCandidates(ctx: Ctx, { teams, pmId, soloMode, facts }: HandoverHead): Promise<Candidates> {
  const rows = await db(ctx).membership.findMany({
    relationLoadStrategy: "join",
    where: { teamId: { in: teams.map(({ id }) => id) }, role: { in: ["PM", "TEAM_LEAD"] }, user: { active: true } },
    select: { teamId: true, role: true, user: { select: { id: true, name: true, loadCap: true } } },
    orderBy: { userId: "asc" },
  });
  const ids = [...new Set(rows.map(({ user }) => user.id))];
  const held = await db(ctx).$queryRaw<{ id: string; load: number }[]>`
    SELECT p.id, count(DISTINCT h.id)::int AS load
    FROM unnest(${ids}::uuid[]) AS p(id)
    LEFT JOIN "HandoverKey" k ON k."holderId" = p.id
    LEFT JOIN "Handover" h ON h.id = k."handoverId" AND h.status NOT IN ('CLOSED', 'WITHDRAWN')
    GROUP BY p.id`;
  const mayHold = (id: string) => soloMode || (id !== facts.contactOwnerId && id !== facts.writerId);
  const people = (role: "PM" | "TEAM_LEAD", teamIds: readonly string[], except: string | null): Candidate[] => {
    const found = rows.filter((row) => row.role === role && teamIds.includes(row.teamId) && row.user.id !== except && mayHold(row.user.id));
    return [...new Map(found.map(({ user }) => [user.id, user])).values()]
      .map(({ id, name, loadCap }) => ({ id, name, cap: loadCap, load: held.find((one) => one.id === id)?.load ?? 0 }))
      .sort((a, b) => a.load - b.load || a.name.localeCompare(b.name));
  };
  return {
    pms: people("PM", teams.map(({ id }) => id), pmId),
    leads: teams.map(({ id, name, lead }) => ({ teamId: id, team: name, current: lead?.name ?? null, people: people("TEAM_LEAD", [id], lead?.id ?? null) })),
  };
}
