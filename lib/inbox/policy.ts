import { type Actor, NOTHING, personOf } from "@/lib/auth/ctx";
import { teamsAs } from "@/lib/auth/roles";
import type { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";

/** Which saved views exist for somebody: their own, and those shared with a team of theirs. */
export const viewScope = (actor: Actor): Prisma.SavedViewWhereInput =>
  actor.type === "system" ? {} : actor.type === "client" ? NOTHING : { OR: [{ ownerId: actor.id }, { teamId: { in: teamsOf(actor) } }] };

/** The teams that somebody is in, in any role. */
export const teamsOf = (actor: Actor): string[] => (actor.type === "user" ? [...new Set(actor.memberships.map(({ teamId }) => teamId))] : []);

/** The delivery teams whose keys this person may see and re-assign (P1.6). */
export const managedTeams = (actor: Actor): string[] => (actor.type === "user" ? teamsAs(actor.memberships, "MANAGER", "DELIVERY") : []);

type View = { ownerId: string; teamId: string | null };
const no = (reason: string): Refusal => ({ code: "FORBIDDEN", rule: "P1.7", reason });

/** A view is shared, or taken back, by its owner, with a team that the owner is in. */
export function shareRefusal(actor: Actor, { ownerId }: Pick<View, "ownerId">, teamId: string | null): Refusal | null {
  if (personOf(actor) !== ownerId) return no("Only the owner of a view shares it.");
  return teamId === null || teamsOf(actor).includes(teamId) ? null : no("You can share a view with a team that you are in.");
}

/** A view is deleted by its owner; one that is shared with a team, by a manager of that team, too. */
export function deleteRefusal(actor: Actor, { ownerId, teamId }: View): Refusal | null {
  if (personOf(actor) === ownerId) return null;
  const manages = actor.type === "user" && teamId !== null && teamsAs(actor.memberships, "MANAGER").includes(teamId);
  return manages ? null : no("Only the owner of a view, or a manager of the team that it is shared with, deletes it.");
}
