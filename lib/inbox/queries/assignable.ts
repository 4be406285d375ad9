import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { scope } from "@/lib/handovers/policy";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { managedTeams } from "../policy";
import { canTake } from "../rules/assignable";
import type { assignableInput } from "../schema";
import type { Named } from "./around";

/** `takes`: how many of the keys that were asked about. */
export type Assignable = Named & { roles: string; takes: number };

/** Who can be given these keys by this person (P1.6): active PMs and leads of the delivery teams that they manage, who takes the most of them first. */
export async function assignableTo(ctx: Ctx, { keyIds }: z.output<typeof assignableInput>): Promise<Assignable[]> {
  const teams = managedTeams(ctx.actor);
  if (teams.length === 0) return [];
  const held: Prisma.MembershipWhereInput = { teamId: { in: teams }, role: { in: ["PM", "TEAM_LEAD"] } };
  const [found, people, organisation] = await Promise.all([
    db(ctx).handoverKey.findMany({
      where: { id: { in: keyIds }, handover: scope(ctx.actor) },
      select: { role: true, teamId: true, holderId: true, handover: { select: { contactOwnerId: true, writerId: true, teams: { select: { teamId: true } } } } },
    }),
    db(ctx).user.findMany({
      where: { active: true, memberships: { some: held } },
      select: { id: true, name: true, memberships: { where: held, select: { teamId: true, role: true, team: { select: { name: true } } } } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    db(ctx).organisation.findFirst({ select: { soloMode: true } }),
  ]);
  const keys = found.map(({ handover, ...key }) => ({
    ...key, teamIds: handover.teams.map(({ teamId }) => teamId), sellers: organisation?.soloMode ? [] : [handover.contactOwnerId, handover.writerId],
  }));
  return people
    .map(({ id, name, memberships }) => ({
      id, name, takes: keys.filter((key) => canTake(key, { id, memberships })).length,
      roles: memberships.map(({ role, team }) => (role === "PM" ? `PM in ${team.name}` : `${team.name} team lead`)).join(", "),
    }))
    .filter(({ takes }) => takes > 0)
    .sort((a, b) => b.takes - a.takes);
}
