import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import { holdActive } from "@/lib/people/commands/load";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { Role } from "@/lib/platform/generated/enums";
import { templatesInForce } from "@/lib/policies/queries";
import { isAfterAcceptance } from "../lifecycle";
import { POWERS } from "../policy";
import { decisionDue } from "../queries/clocks";
import type { namePeopleInput, reassignLeadInput, reassignPmInput, setTeamsInput } from "../schema";
import { change, factsOf, type Loaded } from "./change";
import { type Standing, standing } from "./move";

/** Which delivery teams the handover needs (P1.13); a team that stays keeps its lead and its template. */
export const setTeams = (ctx: Ctx, { id, teamIds }: z.output<typeof setTeamsInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    enforce(POWERS.edit(ctx.actor, factsOf(handover)));
    const teams = await tx.team.findMany({ where: { id: { in: teamIds }, kind: "DELIVERY", active: true }, select: { id: true, name: true } });
    if (teams.length !== new Set(teamIds).size) throw new AppError("INVALID", { rule: "P1.13", reason: "Choose among the delivery teams." });
    const before = handover.teams.map(({ teamId }) => teamId).sort().join();
    if (before === [...teamIds].sort().join()) return standing(handover);
    const templates = await templatesInForce(tx, teamIds);
    await tx.handoverTeam.deleteMany({ where: { handoverId: id, teamId: { notIn: teamIds } } });
    await tx.handoverTeam.createMany({
      data: teams.map((team) => ({ handoverId: id, teamId: team.id, templateId: templates.get(team.id)?.id ?? null })),
      skipDuplicates: true,
    });
    await appendEvent(tx, ctx, { stream: id, type: "handover.teamsSet", payload: { teams: teams.map(({ name }) => name) } });
    return standing(handover);
  });

/** The seller confirms the PM, and a lead for each team (P1.6). */
export const namePeople = (ctx: Ctx, { id, pmId, leads }: z.output<typeof namePeopleInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    enforce(POWERS.edit(ctx.actor, factsOf(handover)));
    const teamIds = handover.teams.map(({ teamId }) => teamId);
    refuseUnheld(handover, { pmId, leads });
    const pm = pmId === null ? null : await colleague(tx, { userId: pmId, role: "PM", teamIds });
    const named: { team: string; lead: string | null }[] = [];
    for (const { teamId, leadId } of leads) {
      const team = handover.teams.find((one) => one.teamId === teamId);
      if (!team) throw new AppError("INVALID", { rule: "P1.13", reason: "That team is not part of this handover." });
      const lead = leadId === null ? null : await colleague(tx, { userId: leadId, role: "TEAM_LEAD", teamIds: [teamId] });
      await tx.handoverTeam.update({ where: { handoverId_teamId: { handoverId: id, teamId } }, data: { leadId } });
      named.push({ team: team.team.name, lead: lead?.name ?? null });
    }
    await tx.handover.update({ where: { id }, data: { pmId }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: id, type: "handover.peopleNamed", payload: { pm: pm?.name ?? null, leads: named } });
    return standing(handover);
  });

/** A delivery manager names another PM, who decides anew while it is under review, and is accountable after (P1.6, B2). */
export const reassignPm = (ctx: Ctx, { id, pmId, reason }: z.output<typeof reassignPmInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    enforce(POWERS.reassign(ctx.actor, factsOf(handover)));
    if (handover.pmId === pmId) return standing(handover);
    const to = await colleague(tx, { userId: pmId, role: "PM", teamIds: handover.teams.map(({ teamId }) => teamId) });
    refuseWriter(handover, pmId);
    const from = handover.pmId && (await tx.user.findUniqueOrThrow({ where: { id: handover.pmId }, select: { name: true } })).name;
    await tx.handover.update({ where: { id }, data: { pmId, updatedAt: ctx.now }, select: { id: true } });
    await askAnew(tx, ctx, handover, { role: "PM", teamId: null, holderId: pmId });
    await tx.checklistItem.updateMany({ where: { handoverId: id, ownerRole: "PM", state: "OPEN" }, data: { ownerId: pmId } });
    await appendEvent(tx, ctx, { stream: id, type: "handover.pmReassigned", payload: { from, to: to.name, reason, userId: pmId } });
    return standing(handover);
  });

/** The same for the lead of one team. */
export const reassignLead = (ctx: Ctx, { id, teamId, leadId, reason }: z.output<typeof reassignLeadInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    enforce(POWERS.reassign(ctx.actor, factsOf(handover)));
    const team = handover.teams.find((one) => one.teamId === teamId);
    if (!team) throw new AppError("INVALID", { rule: "P1.13", reason: "That team is not part of this handover." });
    if (team.leadId === leadId) return standing(handover);
    const to = await colleague(tx, { userId: leadId, role: "TEAM_LEAD", teamIds: [teamId] });
    refuseWriter(handover, leadId);
    const from = team.leadId && (await tx.user.findUniqueOrThrow({ where: { id: team.leadId }, select: { name: true } })).name;
    await tx.handoverTeam.update({ where: { handoverId_teamId: { handoverId: id, teamId } }, data: { leadId } });
    await askAnew(tx, ctx, handover, { role: "TEAM_LEAD", teamId, holderId: leadId });
    await tx.checklistItem.updateMany({ where: { handoverId: id, ownerRole: "TEAM_LEAD", teamId, state: "OPEN" }, data: { ownerId: leadId } });
    await appendEvent(tx, ctx, {
      stream: id, type: "handover.leadReassigned", payload: { from, to: to.name, team: team.team.name, reason, userId: leadId },
    });
    return standing(handover);
  });

/** Whoever comes new to a key decides for themselves, with the full time, as long as the handover is not accepted. */
async function askAnew(tx: Db, ctx: Ctx, handover: Loaded, { role, teamId, holderId }: { role: "PM" | "TEAM_LEAD"; teamId: string | null; holderId: string }) {
  if (isAfterAcceptance(handover.status)) return;
  const key = handover.keys.find((one) => one.role === role && one.teamId === teamId);
  if (!key) return;
  const state = handover.status === "RETURNED" && key.state === "RETURNED" ? "RETURNED" : "OPEN";
  await tx.handoverKey.update({
    where: { id: key.id },
    data: { state, acceptedVersion: null, decidedAt: null, dueAt: await decisionDue(tx, holderId, ctx.now) },
  });
}

/** Once a brief was submitted, each of its keys has a named holder: the seller names somebody else, and not nobody (P1.6). */
function refuseUnheld({ keys, teams }: Loaded, { pmId, leads }: Pick<z.output<typeof namePeopleInput>, "pmId" | "leads">): void {
  const unheld = keys.find(({ role, teamId }) => (role === "PM" ? pmId === null : leads.some((one) => one.teamId === teamId && one.leadId === null)));
  if (!unheld) return;
  const what = unheld.role === "PM" ? "PM" : `${teams.find(({ teamId }) => teamId === unheld.teamId)?.team.name ?? ""} team lead`;
  throw new AppError("INVALID", { rule: "P1.6", reason: `Name the ${what}: a brief that was submitted is never without.` });
}

function refuseWriter(handover: Loaded, userId: string): void {
  if (!handover.soloMode && (userId === handover.contactOwnerId || userId === handover.writerId))
    throw new AppError("INVALID", { rule: "P1.7", reason: "Who wrote the brief as a seller holds none of its keys." });
}

/** An active colleague with this role in one of the teams; INVALID with a sentence otherwise. */
async function colleague(tx: Db, { userId, role, teamIds }: { userId: string; role: Role; teamIds: readonly string[] }) {
  await holdActive(tx, userId);
  const user = await tx.user.findFirst({
    where: { id: userId, active: true, memberships: { some: { role, teamId: { in: [...teamIds] } } } },
    select: { id: true, name: true },
  });
  const who = role === "PM" ? "an active PM of one of the delivery teams" : "an active lead of that team";
  if (!user) throw new AppError("INVALID", { rule: "P1.6", reason: `Choose ${who}.` });
  return user;
}
