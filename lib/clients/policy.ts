import { type Actor, isAdmin } from "@/lib/auth/ctx";
import { teamsAs } from "@/lib/auth/roles";
import { dealScope } from "@/lib/deals/policy";
import type { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";

export type ClientPower = "create" | "edit" | "erase";

/** Sells, or manages those who do. */
export const isInSales = (actor: Actor): boolean =>
  actor.type === "user" && actor.memberships.some(({ kind, role }) => role === "SALES" || (kind === "SALES" && role === "MANAGER"));

const isSalesManager = (actor: Actor): boolean => actor.type === "user" && teamsAs(actor.memberships, "MANAGER", "SALES").length > 0;
const isPm = (actor: Actor): boolean => actor.type === "user" && teamsAs(actor.memberships, "PM").length > 0;

/**
 * Which clients exist for this actor. All of them for sales, so that nobody enters one twice, and for an admin, who
 * answers a person's wish to be erased (B3); the others know the clients of the deals that they see.
 */
export function clientScope(actor: Actor): Prisma.ClientWhereInput {
  if (actor.type === "system" || isAdmin(actor) || isInSales(actor)) return {};
  return { deals: { some: dealScope(actor) } };
}

/** Why this actor may not do this with a client in their scope, or null. */
export function clientRefusal(actor: Actor, power: ClientPower): Refusal | null {
  switch (power) {
    case "create":
      return isInSales(actor) ? null : forbidden("Only sales enters clients.");
    case "edit":
      return isInSales(actor) || isPm(actor) ? null : forbidden("Only sales, and the PMs who work with the client, change a client and its contacts.");
    case "erase":
      return isSalesManager(actor) || (actor.type === "user" && isAdmin(actor))
        ? null
        : { code: "FORBIDDEN", rule: "B3", reason: "Only an admin or a sales manager erases a person." };
  }
}

const forbidden = (reason: string): Refusal => ({ code: "FORBIDDEN", rule: "P1.2", reason });
