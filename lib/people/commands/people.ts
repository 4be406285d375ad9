import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { ROLES } from "@/lib/auth/roles";
import { changesBetween } from "@/lib/events/changes";
import { changeOrganisation } from "@/lib/organisation/commands/change";
import { type Db, inTx } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { MeetingPreference, Role } from "@/lib/platform/generated/enums";
import { hoursText, MEETING_PREFERENCES, type WorkingHours } from "../format";
import { deactivationRefusal, type Held, heldText, lastAdminRefusal } from "../policy";
import { loadHeld } from "../queries/held";
import type { HeldRole, personInput, savePersonInput, setRolesInput, updatePersonInput } from "../schema";
import { lockPerson, requireBackup, requireFreeAddress, requireRevision } from "./load";

/** How the fields of a person read in the history. */
export const PERSON_FIELDS = {
  name: { label: "name", text: (value: string) => value },
  email: { label: "mail address", text: (value: string) => value },
  zone: { label: "time zone", text: (value: string) => value },
  workingHours: { label: "working hours", text: (value: WorkingHours) => hoursText(value) },
  backup: { label: "backup", text: (value: string) => value },
  skills: { label: "skills", text: (value: string[]) => value.join(", ") },
  meetingPreference: { label: "preference for meetings", text: (value: MeetingPreference) => MEETING_PREFERENCES[value].toLowerCase() },
  loadCap: { label: "load cap", text: (value: number) => String(value) },
};

/** An admin's edit of a person. Throws CONFLICT when somebody edited first, INVALID for an address that is taken. */
export const updatePerson = (ctx: Ctx, input: z.output<typeof updatePersonInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const { userId, revision, ...data } = input;
    const person = await lockPerson(tx, userId);
    requireRevision(revision, person.revision, person.name);
    await requireFreeAddress(tx, data.email, userId);
    const backup = await requireBackup(tx, userId, data.backupId);
    const changes = changesBetween(PERSON_FIELDS, { ...person, backup: person.backup?.name ?? "" }, { ...data, backup });
    if (changes.length === 0) return { userId, revision };

    await tx.user.update({ where: { id: userId }, data: { ...data, revision: { increment: 1 } } });
    await record("person.changed", { userId, name: data.name, changes });
    return { userId, revision: revision + 1 };
  });

/**
 * The whole of somebody's roles, as the matrix shows them; effective on their next request. One event per role given
 * or taken. Throws CONFLICT for the last active admin (Roles), and for a role under which something is held (P1.6).
 */
export const setRoles = (ctx: Ctx, { userId, revision, isAdmin, roles }: z.output<typeof setRolesInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const person = await lockPerson(tx, userId);
    requireRevision(revision, person.revision, person.name);
    const { name } = person;
    if (person.isAdmin && !isAdmin && person.active) enforce(lastAdminRefusal(await otherActiveAdmins(tx, userId)));

    const isSame = (a: HeldRole, b: HeldRole) => a.teamId === b.teamId && a.role === b.role;
    const given = roles.filter((role, i) => !person.memberships.some((m) => isSame(m, role)) && roles.findIndex((r) => isSame(r, role)) === i);
    const taken = person.memberships.filter((m) => !roles.some((role) => isSame(m, role)));
    if (given.length === 0 && taken.length === 0 && person.isAdmin === isAdmin) return { userId, revision };
    refuseHeld(name, taken, roles, await loadHeld(tx, userId));

    for (const { teamId, role, team } of taken) {
      await tx.membership.delete({ where: { userId_teamId_role: { userId, teamId, role } } });
      await record("role.revoked", { userId, name, teamId, team: team.name, role });
    }
    for (const { teamId, role } of given) {
      const team = await teamFor(tx, teamId, role);
      await tx.membership.create({ data: { userId, teamId, role } });
      await record("role.granted", { userId, name, teamId, team, role });
    }
    if (person.isAdmin !== isAdmin) await record(isAdmin ? "admin.granted" : "admin.revoked", { userId, name });
    await tx.user.update({ where: { id: userId }, data: { isAdmin, revision: { increment: 1 } } });
    return { userId, revision: revision + 1 };
  });

/** Settings and roles of the same page: all of it, or nothing (Roles). Throws what either of them throws. */
export const savePerson = (ctx: Ctx, { isAdmin, roles, ...settings }: z.output<typeof savePersonInput>) =>
  inTx(ctx, async (tx) => {
    const inside = { ...ctx, db: tx };
    const { userId, revision } = await updatePerson(inside, settings);
    return setRoles(inside, { userId, revision, isAdmin, roles });
  });

/**
 * Nobody can act as this person from their next request on. Throws CONFLICT while they hold something (P1.6), and for
 * the last active admin. They stop being anybody's backup. A repeat has no effect.
 */
export const deactivatePerson = (ctx: Ctx, { userId }: z.output<typeof personInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const person = await lockPerson(tx, userId);
    if (!person.active) return { userId };
    if (person.isAdmin) enforce(lastAdminRefusal(await otherActiveAdmins(tx, userId)));
    enforce(deactivationRefusal(person.name, await loadHeld(tx, userId)));

    const backed = await tx.user.findMany({ where: { backupId: userId }, select: { name: true }, orderBy: { name: "asc" } });
    await tx.user.updateMany({ where: { backupId: userId }, data: { backupId: null, revision: { increment: 1 } } });
    await tx.invitation.updateMany({ where: { userId, usedAt: null, revokedAt: null }, data: { revokedAt: ctx.now } });
    await tx.user.update({ where: { id: userId }, data: { active: false, sessionEpoch: { increment: 1 }, revision: { increment: 1 } } });
    await record("person.deactivated", { userId, name: person.name, noLongerBackupOf: backed.map(({ name }) => name) });
    return { userId };
  });

/** The person can sign in again, with the roles they had. A repeat has no effect. */
export const reactivatePerson = (ctx: Ctx, { userId }: z.output<typeof personInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const person = await lockPerson(tx, userId);
    if (person.active) return { userId };
    await tx.user.update({ where: { id: userId }, data: { active: true, revision: { increment: 1 } } });
    await record("person.reactivated", { userId, name: person.name });
    return { userId };
  });

const otherActiveAdmins = (tx: Db, userId: string): Promise<number> =>
  tx.user.count({ where: { isAdmin: true, active: true, NOT: { id: userId } } });

/** The team's name. A sales team has no PM, a delivery team no seller. Throws NOT_FOUND, INVALID. */
export async function teamFor(tx: Db, teamId: string, role: Role): Promise<string> {
  const team = await tx.team.findUnique({ where: { id: teamId }, select: { name: true, kind: true } });
  if (!team) throw new AppError("NOT_FOUND");
  const kinds: readonly string[] = ROLES[role].kinds;
  if (!kinds.includes(team.kind))
    throw new AppError("INVALID", { rule: "Roles", reason: `${team.name} is a ${team.kind === "SALES" ? "sales" : "delivery"} team and has no ${ROLES[role].label}.` });
  return team.name;
}

/** A role is not taken from under what is held by it: PM and seller while no other team leaves them the role, lead per team. */
function refuseHeld(name: string, taken: readonly HeldRole[], left: readonly HeldRole[], held: readonly Held[]): void {
  const lost = held.filter(({ as, teamId }) => {
    if (as === "TEAM_LEAD") return taken.some((t) => t.role === "TEAM_LEAD" && t.teamId === teamId);
    if (as === "ASKED") return false; // whoever accepted a request answers it, whatever they are called by then
    const role = as === "PM" || as === "DEFAULT_PM" ? "PM" : "SALES";
    return taken.some((t) => t.role === role) && !left.some((l) => l.role === role);
  });
  if (lost.length === 0) return;
  throw new AppError("CONFLICT", { rule: "P1.6", reason: `${name} is ${heldText(lost)}. Give that to somebody else before you take the role.` });
}
