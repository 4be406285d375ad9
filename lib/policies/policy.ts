import { type Actor, isAdmin } from "@/lib/auth/ctx";
import { teamsAs } from "@/lib/auth/roles";
import type { Refusal } from "@/lib/platform/errors";

const isManager = (actor: Actor): boolean => actor.type === "user" && teamsAs(actor.memberships, "MANAGER").length > 0;

/** Whoever works here reads what is in force; a draft is for admins, who write it, and managers, who consent (B6). */
export const readsDrafts = (actor: Actor): boolean => isAdmin(actor) || isManager(actor);

/** Why this actor cannot consent to a rubric, or null (B6): only managers of a sales or delivery team do. */
export const consentRefusal = (actor: Actor): Refusal | null =>
  isManager(actor) ? null : { code: "FORBIDDEN", rule: "B6", reason: "A sales manager and a delivery manager consent to a complexity rubric." };
