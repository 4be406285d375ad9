import type { Role, TeamKind } from "@/lib/platform/generated/enums";

/** Each role, in the words of the screens. */
export const ROLES = {
  SALES: { label: "sales", kinds: ["SALES"] },
  PM: { label: "PM", kinds: ["DELIVERY"] },
  TEAM_LEAD: { label: "team lead", kinds: ["DELIVERY"] },
  DEVELOPER: { label: "developer", kinds: ["DELIVERY"] },
  MANAGER: { label: "manager", kinds: ["SALES", "DELIVERY"] },
} as const satisfies Record<Role, { label: string; kinds: readonly TeamKind[] }>;

/** A role held in a team. */
export type Membership = { teamId: string; kind: TeamKind; role: Role };

/** The teams in which somebody holds a role; of one kind, where it matters. */
export const teamsAs = (memberships: readonly Membership[], role: Role, kind?: TeamKind): string[] =>
  memberships.filter((m) => m.role === role && (!kind || m.kind === kind)).map((m) => m.teamId);
