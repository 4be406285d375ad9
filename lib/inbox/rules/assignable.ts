import type { KeyRole, Role } from "@/lib/platform/generated/enums";

export type KeyToGive = {
  role: KeyRole; teamId: string | null; holderId: string;
  /** The delivery teams of its handover. */
  teamIds: readonly string[];
  /** Contact owner and writer, who hold none of its keys; nobody in solo mode. */
  sellers: readonly (string | null)[];
};
export type Candidate = { id: string; memberships: readonly { teamId: string; role: Role }[] };

/**
 * Whether somebody can be given a key (P1.6, P1.7): the PM's goes to a PM of one of the handover's teams, a lead's to a lead of its own
 * team, and none to whoever has it or wrote the brief as a seller. Whoever must choose is offered nobody else; the command asks again.
 */
export function canTake({ role, teamId, holderId, teamIds, sellers }: KeyToGive, { id, memberships }: Candidate): boolean {
  if (id === holderId || sellers.includes(id)) return false;
  return memberships.some((one) => one.role === role && (role === "PM" ? teamIds.includes(one.teamId) : one.teamId === teamId));
}
