import pg from "pg";
import { afterAll, expect, test as base } from "vitest";
import { type Actor, type Ctx, mint, type UserActor } from "@/lib/auth/ctx";
import { type Db, prisma } from "@/lib/platform/db";

export const NOW = new Date("2030-01-02T10:00:00Z"); // a Wednesday

/** Who acts, as the session would say it. */
export const asActor = (actor: Actor, db?: Db, now = NOW): Ctx => mint({ actor, now, requestId: "test", ...(db && { db }) });

/** The Ctx of a person, with their roles read from the database just now, as a request would. */
export async function asUser(userId: string, db: Db = prisma, now = NOW): Promise<Ctx & { actor: UserActor }> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, name: true, isAdmin: true, memberships: { select: { teamId: true, role: true, team: { select: { kind: true } } } } },
  });
  const memberships = user.memberships.map(({ teamId, role, team }) => ({ teamId, role, kind: team.kind }));
  const actor: UserActor = { type: "user", id: user.id, name: user.name, isAdmin: user.isAdmin, memberships };
  return { ...mint({ actor, now, requestId: "test", ...(db !== prisma && { db }) }), actor };
}

export const eventTypes = async (db: Db, stream: string): Promise<string[]> =>
  (await db.event.findMany({ where: { stream }, orderBy: { seq: "asc" } })).map(({ type }) => type);

class Rollback extends Error {}

/** A test inside a transaction that is always rolled back, once deferred constraints have had their say. */
export const test = base.extend<{ db: Db }>({
  // eslint wants a pattern here, and Vitest reads the fixtures that are needed from it
  db: async ({}, use) => {
    const run = prisma.$transaction(async (tx) => {
      await use(tx);
      await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
      throw new Rollback();
    }, { timeout: 90_000 });
    await run.catch((error: unknown) => { if (!(error instanceof Rollback)) throw error; });
  },
});

/** The database's owner, past every grant: what an intruder or a careless repair could do. */
export async function asOwner<T>(fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.OWNER_DATABASE_URL });
  await client.connect();
  try { return await fn(client); } finally { await client.end(); }
}

/** The same past every trigger. */
export const untriggered = (sql: string, params: unknown[]) =>
  asOwner(async (client) => { await client.query("SET session_replication_role = replica"); await client.query(sql, params); });

afterAll(() => prisma.$disconnect());
export { expect, prisma };
