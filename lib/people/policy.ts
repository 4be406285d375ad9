import type { Refusal } from "@/lib/platform/errors";

/** What somebody holds, so that it can be given to somebody else first (P1.6). */
export type Held = {
  as: "PM" | "TEAM_LEAD" | "CONTACT_OWNER" | "DEAL_OWNER" | "DEFAULT_PM" | "ASKED";
  /** `HO-12`, `D-7`, or a team's name. */
  label: string;
  name: string;
  /** Where it can be given to somebody else. */
  href: string;
  /** By whom; null where any admin can. */
  by: readonly { id: string; name: string }[] | null;
  teamId?: string;
};

const AS: { [A in Held["as"]]: string } = {
  PM: "PM of", TEAM_LEAD: "team lead of", CONTACT_OWNER: "contact owner of", DEAL_OWNER: "deal owner of", DEFAULT_PM: "default PM of", ASKED: "asked before the contract of",
};

/** `PM of HO-12, contact owner of D-7 and 3 more`. */
export function heldText(held: readonly Held[]): string {
  const named = held.slice(0, 5).map(({ as, label }) => `${AS[as]} ${label}`).join(", ");
  return held.length > 5 ? `${named} and ${held.length - 5} more` : named;
}

export const heldAs = (as: Held["as"]): string => AS[as];

/** Nobody is deactivated while holding something (P1.6). */
export const deactivationRefusal = (name: string, held: readonly Held[]): Refusal | null =>
  held.length === 0 ? null : { code: "CONFLICT", rule: "P1.6", reason: `${name} is ${heldText(held)}. Give that to somebody else first.` };

/** Somebody must be able to configure: the last active admin stays one. */
export const lastAdminRefusal = (otherActiveAdmins: number): Refusal | null =>
  otherActiveAdmins > 0
    ? null
    : { code: "CONFLICT", rule: "Roles", reason: "This is the last active admin. Make somebody else an admin first." };
