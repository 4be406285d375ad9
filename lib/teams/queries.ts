import "server-only";
import * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { Role } from "@/lib/platform/generated/enums";

/** Every team by kind and name, with how many people hold each role; for admins. */
export async function listTeams(ctx: Ctx) {
  enforce(adminRefusal(ctx.actor));
  const teams = await db(ctx).team.findMany({
    select: {
      id: true, name: true, slug: true, kind: true, technical: true, active: true, defaultPmId: true,
      memberships: { where: { user: { active: true } }, select: { role: true } },
    },
    orderBy: [{ kind: "asc" }, { name: "asc" }],
  });
  return teams.map(({ memberships, ...team }) => {
    const count = (role: Role) => memberships.filter((m) => m.role === role).length;
    return { ...team, managers: count("MANAGER"), sales: count("SALES"), pms: count("PM"), leads: count("TEAM_LEAD"), developers: count("DEVELOPER") };
  });
}
export type TeamRow = Awaited<ReturnType<typeof listTeams>>[number];

/** One team and its people, by role; for admins. Throws NOT_FOUND. */
export async function getTeam(ctx: Ctx, { id }: { id: string }) {
  enforce(adminRefusal(ctx.actor));
  if (!z.uuid().safeParse(id).success) throw new AppError("NOT_FOUND");
  const team = await db(ctx).team.findUnique({
    where: { id },
    select: {
      id: true, name: true, slug: true, kind: true, technical: true, active: true, defaultPmId: true, revision: true,
      memberships: {
        select: { role: true, user: { select: { id: true, name: true, email: true, active: true } } },
        orderBy: [{ user: { name: "asc" } }],
      },
    },
  });
  if (!team) throw new AppError("NOT_FOUND");
  return team;
}
export type TeamDetail = Awaited<ReturnType<typeof getTeam>>;

/** Teams to choose from, by name. */
export const listTeamNames = (ctx: Ctx) =>
  db(ctx).team.findMany({ where: { active: true }, select: { id: true, name: true, kind: true }, orderBy: [{ kind: "asc" }, { name: "asc" }] });
