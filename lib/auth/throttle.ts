import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { prisma } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";

const WINDOW_SECONDS = 15 * 60;
export const TRIES_PER_ACCOUNT = 5;
export const TRIES_PER_ADDRESS = 20;

type Statement = { text: string; values?: unknown[] };

/** The limiter's statements, over the pool that is there. Outside any transaction: a refused try stays counted. */
const storeClient = {
  query: async ({ text, values = [] }: Statement) => {
    const found = await prisma.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
    const rows = found.map((row) => ("expire" in row ? { ...row, expire: row.expire === null ? null : String(row.expire) } : row)); // as the pg driver gives it
    return { rows, rowCount: rows.length };
  },
};

const limiter = (keyPrefix: string, points: number) =>
  new RateLimiterPostgres({
    storeClient, storeType: "client", tableName: "RateLimit", tableCreated: true, clearExpiredByTimeout: false,
    keyPrefix, points, duration: WINDOW_SECONDS,
  });

export const OPENINGS_PER_LINK = 60;
export const WRONG_LINKS_PER_ADDRESS = 20;

const perAccount = limiter("account", TRIES_PER_ACCOUNT);
const perAddress = limiter("address", TRIES_PER_ADDRESS);

/** Hashed, so that the table tells nobody who tried, and a key has one length. */
const keyOf = (value: string): string => createHash("sha256").update(value).digest("base64url");
const accountKey = (email: string): string => keyOf(email.trim().toLowerCase());

/** A home or an office has one IPv4 address, or one /64 of IPv6. */
const addressKey = (address: string): string =>
  keyOf(address.includes(":") && !address.includes(".") ? address.split(":").slice(0, 4).join(":") : address);

const perLink = limiter("client-link", OPENINGS_PER_LINK);
const perLinkAddress = limiter("client-link-address", WRONG_LINKS_PER_ADDRESS);

export type Try = { email: string; address: string };

/**
 * Count a try before it is judged, so that many at once cannot all slip through. Throws TOO_MANY, saying how long to
 * wait; it says the same whether the account exists or not.
 */
export async function countTry({ email, address }: Try): Promise<void> {
  await within([perAccount.consume(accountKey(email)), perAddress.consume(addressKey(address))]);
}

/** The same for a client's link: how often it is used, and how often an address tries one that does not work (P7.5). */
export const countOpening = ({ token, address }: { token: string; address: string }): Promise<void> =>
  within([perLink.consume(keyOf(token)), perLinkAddress.consume(addressKey(address))]);

/** The link works: the address did not guess. */
export const forgetOpening = async (address: string): Promise<void> => void (await perLinkAddress.reward(addressKey(address)));

async function within(consumed: readonly Promise<unknown>[]): Promise<void> {
  const counted = await Promise.allSettled(consumed);
  let wait = 0;
  for (const result of counted) {
    if (result.status === "fulfilled") continue;
    if (!(result.reason instanceof RateLimiterRes)) throw result.reason;
    wait = Math.max(wait, result.reason.msBeforeNext);
  }
  if (wait > 0) throw new AppError("TOO_MANY", { reason: `Too many tries. Wait ${minutes(wait)} and try again.` });
}

/** A right password was no failure: it clears the account, and gives the address its try back. */
export async function forgetTry({ email, address }: Try): Promise<void> {
  await Promise.all([perAccount.delete(accountKey(email)), perAddress.reward(addressKey(address))]);
  await prisma.rateLimit.deleteMany({ where: { expire: { lt: BigInt(Date.now()) } } }); // windows that are over
}

const minutes = (ms: number): string => {
  const count = Math.max(1, Math.ceil(ms / 60_000));
  return count === 1 ? "a minute" : `${count} minutes`;
};
