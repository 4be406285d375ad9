import type { Refusal } from "@/lib/platform/errors";
import type { Role } from "@/lib/platform/generated/enums";

/** Somebody who would present, send or call: `roles` in active teams. */
export type PresenterFacts = { name: string; active: boolean; roles: readonly Role[] };

/**
 * P7.3: why this person cannot present options to a client, send them or call about them, or null. Owner, presenter and caller are
 * sales; a developer is none of them, also one who sells besides (but in solo mode, where one person is everything).
 */
export function presenterRefusal({ name, active, roles }: PresenterFacts, { soloMode }: { soloMode: boolean }): Refusal | null {
  const no = (reason: string): Refusal => ({ code: "FORBIDDEN", rule: "P7.3", reason });
  if (!active) return no(`${name} is no longer here. Somebody in sales presents.`);
  if (roles.includes("DEVELOPER") && !(soloMode && roles.includes("SALES"))) return no(`${name} develops: developers estimate in writing, and neither present nor send. Somebody in sales presents.`);
  return roles.includes("SALES") ? null : no(`${name} does not work in sales. Somebody in sales presents.`);
}
