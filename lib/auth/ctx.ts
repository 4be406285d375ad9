import type { Db } from "@/lib/platform/db";
import type { Membership } from "./roles";

export type UserActor = {
  type: "user";
  id: string;
  name: string;
  isAdmin: boolean;
  memberships: readonly Membership[];
};
/** Whoever holds a client's link (P7.5): reads what one deal was presented with, and chooses. Of everything else there is nothing for them. */
export type ClientActor = { type: "client"; linkId: string; dealId: string };
export type Actor = UserActor | ClientActor | { type: "system"; job: string };

/** The scope of an actor for whom nothing of a kind exists. */
export const NOTHING = { id: { in: [] as string[] } };

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

/** The actor as history keeps it: `user:…`, `client:…` (the link's id) or `system:…`. */
export function actorText(actor: Actor): string {
  switch (actor.type) {
    case "user": return `user:${actor.id}`;
    case "client": return `client:${actor.linkId}`;
    case "system": return `system:${actor.job}`;
  }
}

/** The person in an actor of the history; null for everybody else. */
export const userIdOf = (actor: string): string | null => /^user:(.+)$/.exec(actor)?.[1] ?? null;

/** Who acted, for readers of the history who are no person of ours: the client by a link, or the portal by itself. */
export const otherActorName = (actor: string): string => (actor.startsWith("client:") ? "The client" : "The portal");

/** Does this actor hold any role, as `SALES`, `PM`, … or administer? The system holds all. */
export const isAdmin = (actor: Actor): boolean => actor.type === "system" || (actor.type === "user" && actor.isAdmin);
