import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { changesBetween } from "@/lib/events/changes";
import { changeOrganisation } from "@/lib/organisation/commands/change";
import { holdActive, requireRevision } from "@/lib/people/commands/load";
import { briefTemplateFor, discoverySetFor } from "@/lib/policies/defaults/version-one";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { createTeamInput, updateTeamInput } from "./schema";

const yesNo = (value: boolean) => (value ? "yes" : "no");
const TEAM_FIELDS = {
  name: { label: "name", text: (value: string) => value },
  technical: { label: "technical flag", text: yesNo },
  active: { label: "active flag", text: yesNo },
  defaultPm: { label: "default PM", text: (value: string) => value },
};

/** A new team; a delivery team begins with version 1 of a brief template and of discovery questions. Throws INVALID for a short name that is taken. */
export const createTeam = (ctx: Ctx, input: z.output<typeof createTeamInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    if (await tx.team.findUnique({ where: { slug: input.slug } })) {
      const reason = "Another team already has this short name.";
      throw new AppError("INVALID", { reason, fields: { slug: [reason] } });
    }
    const teamId = await insertTeam(tx, ctx, input);
    await record("team.created", { teamId, name: input.name, kind: input.kind });
    return { teamId };
  });

/** The rows of a new team, in the caller's transaction: the team, and of a delivery team version 1 of its brief template and its discovery questions (B6). */
export async function insertTeam(tx: Db, ctx: Ctx, { name, slug, kind, technical }: z.output<typeof createTeamInput>): Promise<string> {
  const teamId = newId();
  await tx.team.create({ data: { id: teamId, name, slug, kind, technical: technical && kind === "DELIVERY" } });
  if (kind === "DELIVERY") {
    const firsts = { BRIEF_TEMPLATE: briefTemplateFor({ slug, name }), DISCOVERY_SET: discoverySetFor({ slug }) };
    await tx.policyVersion.createMany({
      data: (["BRIEF_TEMPLATE", "DISCOVERY_SET"] as const).map((kind) => ({
        id: newId(), kind, teamId, version: 1, status: "PUBLISHED" as const, publishedAt: ctx.now, content: firsts[kind] as object,
      })),
    });
  }
  return teamId;
}

/**
 * Name, flags and default PM. Throws CONFLICT when somebody edited first, or when the team still has live handovers
 * and should stop; INVALID for a default PM who is no active PM of the team.
 */
export const updateTeam = (ctx: Ctx, { teamId, revision, ...input }: z.output<typeof updateTeamInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const team = await tx.team.findUnique({ where: { id: teamId } });
    if (!team) throw new AppError("NOT_FOUND");
    requireRevision(revision, team.revision, team.name);
    const data = { ...input, technical: input.technical && team.kind === "DELIVERY" };
    const defaultPm = await defaultPmName(tx, teamId, data.defaultPmId);
    if (team.active && !data.active) await refuseLive(tx, team);

    const before = team.defaultPmId && (await tx.user.findUnique({ where: { id: team.defaultPmId }, select: { name: true } }))?.name;
    const changes = changesBetween(TEAM_FIELDS, { ...team, defaultPm: before || "" }, { ...data, defaultPm });
    if (changes.length === 0) return { teamId, revision };
    await tx.team.update({ where: { id: teamId }, data: { ...data, revision: { increment: 1 } } });
    await record("team.changed", { teamId, name: data.name, changes });
    return { teamId, revision: revision + 1 };
  });

async function defaultPmName(tx: Db, teamId: string, userId: string | null): Promise<string> {
  if (userId === null) return "";
  await holdActive(tx, userId);
  const pm = await tx.user.findFirst({
    where: { id: userId, active: true, memberships: { some: { teamId, role: "PM" } } }, select: { name: true },
  });
  if (pm) return pm.name;
  const reason = "Choose an active PM of this team.";
  throw new AppError("INVALID", { reason, rule: "P1.6", fields: { defaultPmId: [reason] } });
}

async function refuseLive(tx: Db, team: { id: string; name: string }): Promise<void> {
  const live = await tx.handoverTeam.count({ where: { teamId: team.id, handover: { status: { notIn: ["CLOSED", "WITHDRAWN"] } } } });
  if (live > 0)
    throw new AppError("CONFLICT", { rule: "P1.6", reason: `${team.name} still has ${live} live ${live === 1 ? "handover" : "handovers"}.` });
}
