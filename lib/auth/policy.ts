import type { Refusal } from "@/lib/platform/errors";
import { type Actor, isAdmin, personOf } from "./ctx";

/** People, teams, definitions and history are the admins' to configure. */
export const adminRefusal = (actor: Actor): Refusal | null =>
  isAdmin(actor) ? null : { code: "FORBIDDEN", rule: "Roles", reason: "Only an admin can do that. Any admin can give you the role." };

/** Time off is one's own, or entered by an admin. */
export const ownOrAdminRefusal = (actor: Actor, userId: string): Refusal | null =>
  personOf(actor) === userId ? null : adminRefusal(actor);
