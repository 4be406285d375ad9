import "server-only";
import { randomUUID } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { orUnavailable } from "@/lib/platform/database-down";
import { type Db, prisma, samplePrisma } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { COOKIE_OPTIONS, SESSION_COOKIE, SESSION_SECONDS } from "./cookie";
import type { Identity } from "./credentials";
import { type Ctx, mint } from "./ctx";
import type { Membership } from "./roles";
import { sampleStatus } from "./sample";

/** The Ctx of this request, read once per request. Throws UNAUTHENTICATED. */
export async function requireCtx(): Promise<Ctx> {
  const ctx = await findCtx();
  if (!ctx) throw new AppError("UNAUTHENTICATED");
  return ctx;
}

/** The same, or null for a visitor. */
export const findCtx = cache(async (): Promise<Ctx | null> => {
  const identity = await readIdentity((await cookies()).get(SESSION_COOKIE)?.value);
  const requestId = (await headers()).get("x-request-id") ?? randomUUID();
  return identity && orUnavailable(() => ctxOf(identity, { now: new Date(), requestId }));
});

/** At the doors, only a session in the sample brings a database of its own. */
export const isSampleSession = (ctx: Ctx): boolean => ctx.db !== undefined;

/** What a session cookie claims, if it is one of ours and not past its time; nothing in it is a permission. */
export async function readIdentity(cookie: string | undefined): Promise<Identity | null> {
  if (!cookie) return null;
  const known = READ.get(cookie);
  if (known && known.until > Date.now()) return known.identity;
  const token = await decode({ token: cookie, secret: env.AUTH_SECRET }).catch(() => null);
  if (!token?.sub || typeof token.epoch !== "number" || !UUID.test(token.sub)) return null;
  const identity = { userId: token.sub, epoch: token.epoch, sample: token.sample === true };
  if (READ.size >= READ_AT_MOST) READ.clear();
  READ.set(cookie, { identity, until: Math.min(Date.now() + READ_FOR_MS, Number(token.exp ?? 0) * 1_000) });
  return identity;
}

/** Cookies deciphered just now: it takes two milliseconds, a page asks for it each time, and it always says the same. */
const READ = new Map<string, { identity: Identity; until: number }>();
const READ_AT_MOST = 2_000;
const READ_FOR_MS = 60_000;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The person as the database has them now: roles, and whether they may still act. Null once they were deactivated or
 * signed out everywhere, or the sample is gone.
 */
export async function ctxOf(identity: Identity, { now, requestId }: { now: Date; requestId: string }): Promise<Ctx | null> {
  if (identity.sample && (await sampleStatus()) !== "ready") return null;
  const db = identity.sample ? samplePrisma() : undefined;
  const person = await loadPerson(db ?? prisma, identity);
  if (!person) return null;
  const { id, name, isAdmin, memberships, zone, singleKeys } = person;
  const actor = { type: "user", id, name, isAdmin, memberships } as const;
  return mint({ actor, now, requestId, ...(db && { db }), viewer: { zone, singleKeys } });
}

/** Which of these sessions are still good: for what stays open beyond one request. One query per database. */
export async function stillSignedIn(identities: readonly Identity[]): Promise<Set<Identity>> {
  const valid = new Set<Identity>();
  for (const isSample of [false, true]) {
    const some = identities.filter(({ sample }) => sample === isSample);
    if (some.length === 0 || (isSample && (await sampleStatus()) !== "ready")) continue;
    const people = await (isSample ? samplePrisma() : prisma).user.findMany({
      where: { id: { in: [...new Set(some.map(({ userId }) => userId))] }, active: true }, select: { id: true, sessionEpoch: true },
    });
    for (const one of some) if (people.some(({ id, sessionEpoch }) => id === one.userId && sessionEpoch === one.epoch)) valid.add(one);
  }
  return valid;
}

type Person = { id: string; name: string; isAdmin: boolean; zone: string; singleKeys: boolean; memberships: Membership[] };

/** One query, at every request. */
async function loadPerson(db: Db, { userId, epoch }: Identity): Promise<Person | null> {
  const [person] = await db.$queryRaw<Person[]>`
    SELECT u.id, u.name, u."isAdmin", u.zone, u."singleKeys", coalesce((
      SELECT json_agg(json_build_object('teamId', m."teamId", 'kind', t.kind, 'role', m.role))
      FROM "Membership" m JOIN "Team" t ON t.id = m."teamId" WHERE m."userId" = u.id), '[]') AS memberships
    FROM "User" u WHERE u.id = ${userId}::uuid AND u.active AND u."sessionEpoch" = ${epoch}`;
  return person ?? null;
}

/** The signed and encrypted cookie of a session, in next-auth's own form. */
export const sessionToken = ({ userId, epoch, sample }: Identity): Promise<string> =>
  encode({ token: { sub: userId, epoch, ...(sample && { sample }) }, secret: env.AUTH_SECRET, maxAge: SESSION_SECONDS });

/** Sign this browser in. Only in actions and route handlers, which may set cookies. */
export async function startSession(identity: Identity): Promise<void> {
  (await cookies()).set(SESSION_COOKIE, await sessionToken(identity), { ...COOKIE_OPTIONS, maxAge: SESSION_SECONDS });
}

/** Sign this browser out. */
export async function endSession(): Promise<void> {
  (await cookies()).set(SESSION_COOKIE, "", { ...COOKIE_OPTIONS, maxAge: 0 });
}

/** Where the request comes from: the last address in the list is the one our own server or proxy wrote. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
