import type { Actor } from "@/lib/auth/ctx";
import { teamsAs } from "@/lib/auth/roles";
import type { Refusal } from "@/lib/platform/errors";

/** Whose figures a manager reads: those of the sellers of some sales teams, and those of some delivery teams. */
export type ReportScope = { salesTeamIds: readonly string[]; deliveryTeamIds: readonly string[] };

export const reportScope = ({ memberships }: { memberships: Parameters<typeof teamsAs>[0] }): ReportScope => ({
  salesTeamIds: teamsAs(memberships, "MANAGER", "SALES"),
  deliveryTeamIds: teamsAs(memberships, "MANAGER", "DELIVERY"),
});

/** Why this actor reads no reports, or null: they are for managers, each of their own teams (R1). */
export function reportRefusal(actor: Actor): Refusal | null {
  const { salesTeamIds, deliveryTeamIds } = actor.type === "user" ? reportScope(actor) : { salesTeamIds: [], deliveryTeamIds: [] };
  if (salesTeamIds.length + deliveryTeamIds.length > 0) return null;
  return { code: "FORBIDDEN", rule: "R1", reason: "Reports are for managers of a team. An admin can make you one." };
}
