import type { Db } from "@/lib/platform/db";
import type { Membership } from "./roles";

export type UserActor = {
  type: "user";
  id: string;
  name: string;
  isAdmin: boolean;
  memberships: readonly Membership[];
};
export type Actor = UserActor | { type: "system"; job: string };

declare const minted: unique symbol;

/** Proof that somebody was authenticated. Only lib/auth mints it, with roles read from the database just now. */
export type Ctx = {
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
  readonly db?: Db;
  readonly [minted]: true;
};

export const mint = (parts: Omit<Ctx, typeof minted>): Ctx => parts as Ctx;

/** The person who acts; null for the system itself. */
export const personOf = (actor: Actor): string | null => (actor.type === "user" ? actor.id : null);

/** The actor as history keeps it: `user:…` or `system:…`. */
export const actorText = (actor: Actor): string => `${actor.type}:${actor.type === "system" ? actor.job : actor.id}`;

/** Does this actor hold any role, as `SALES`, `PM`, … or administer? The system holds all. */
export const isAdmin = (actor: Actor): boolean => actor.type === "system" || actor.isAdmin;
