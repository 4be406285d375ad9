import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "./env";
import { type Prisma, PrismaClient } from "./generated/client";
import { statementNames } from "./statement-names";

/**
 * A connection that nobody needs stays this long: opening one, and preparing its statements anew, costs more than a page. Shorter than
 * what firewalls between us and the database forget; one that has gone all the same is noticed by TCP's own questions.
 */
const IDLE = { idleTimeoutMillis: 5 * 60_000, keepAlive: true, keepAliveInitialDelayMillis: 60_000 };

/** Connects as the application's role. A busy pool or a waiting lock becomes an error, never a hang. */
const connect = (connectionString: string, max: number) =>
  new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString,
        max,
        connectionTimeoutMillis: 5_000,
        ...IDLE,
        statement_timeout: 10_000,
        lock_timeout: 5_000,
        idle_in_transaction_session_timeout: 10_000,
      },
      { statementNameGenerator: statementNames() as (query: { sql: string }) => string },
    ),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  });

const kept = globalThis as { portalDb?: PrismaClient; portalSampleDb?: PrismaClient };

/** The organisation's own database. */
export const prisma = (kept.portalDb ??= connect(env.DATABASE_URL, 10));

/** The sample's database: opened on first use. A Ctx of a sample session carries it as `db`. */
export function samplePrisma(): PrismaClient {
  if (!env.SAMPLE_DATABASE_URL) throw new Error("There is no sample database.");
  return (kept.portalSampleDb ??= connect(env.SAMPLE_DATABASE_URL, 5));
}

export type Db = Prisma.TransactionClient;

/** The database of this request: the caller's transaction or sample, else the organisation's own. */
export const db = (ctx: { db?: Db }): Db => ctx.db ?? prisma;

/** All or nothing. Inside a caller's transaction this is a savepoint: a refused command leaves nothing there either. */
export const inTx = <T>(ctx: { db?: Db }, fn: (tx: Db) => Promise<T>): Promise<T> => db(ctx).$transaction(fn);
