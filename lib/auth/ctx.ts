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

/** How the person who looks wants to see things: their time zone, and whether single keys are shortcuts. */
export type Viewer = { zone: string; singleKeys: boolean };

declare const minted: unique symbol;

/** Proof that somebody was authenticated. Only lib/auth mints it, with roles read from the database just now. */
export type Ctx = {
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
  readonly db?: Db;
  /** Known at the browser's doors only. */
  readonly viewer?: Viewer;
  readonly [minted]: true;
};

export const mint = (parts: Omit<Ctx, typeof minted>): Ctx => parts as Ctx;

/** The zone in which times are shown to this person. */
export const zoneOf = (ctx: Ctx): string => ctx.viewer?.zone ?? "UTC";

/** The person who acts; null for the system itself. */
export const personOf = (actor: Actor): string | null => (actor.type === "user" ? actor.id : null);

/** The actor as history keeps it: `user:…` or `system:…`. */
export const actorText = (actor: Actor): string => `${actor.type}:${actor.type === "system" ? actor.job : actor.id}`;

/** Does this actor hold any role, as `SALES`, `PM`, … or administer? The system holds all. */
export const isAdmin = (actor: Actor): boolean => actor.type === "system" || actor.isAdmin;
