import { createHmac } from "node:crypto";
import pg from "pg";
import { ensureClient } from "./build";
import { migrationList, withEngine } from "./migration-engine";
import { PlainProblem, runScript } from "./plain-problem";
import { syncSearchFields } from "./search-fields";

export const APP_ROLE = "portal_app";
/** Any number, the same for every start on one database. */
const LOCK = 4_206_113_001;

/** The application role's password follows from the installation's secret, so that no second one has to be kept. */
export const appPassword = (authSecret: string): string => createHmac("sha256", authSecret).update("database role portal_app").digest("hex");

/** The same database as the application's role sees it. */
export function appUrl(ownerUrl: string, authSecret: string): string {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = appPassword(authSecret);
  return url.href;
}

/** Two databases of one server may be migrated at once, and roles belong to the server: a lost race is tried again. */
async function ensureRole(client: pg.Client, authSecret: string): Promise<void> {
  const alter = `ALTER ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${appPassword(authSecret)}'`;
  for (let attempt = 1; ; attempt++) {
    try {
      const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [APP_ROLE]);
      if (!rowCount) await client.query(`CREATE ROLE ${APP_ROLE}`);
      await client.query(alter);
      return;
    } catch (error) {
      if (attempt === 5) throw error;
      await new Promise((done) => setTimeout(done, 100 * attempt));
    }
  }
}

/** The queues' tables are pg-boss' own; the application's role works with the rows and changes no table. */
async function prepareJobs(client: pg.Client, ownerUrl: string): Promise<void> {
  const { prepareQueues } = await import("../lib/platform/queues"); // late: it may read the settings
  await prepareQueues(ownerUrl);
  await client.query(`
    GRANT USAGE ON SCHEMA jobs TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA jobs TO ${APP_ROLE};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA jobs TO ${APP_ROLE};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA jobs TO ${APP_ROLE};
  `);
}

/**
 * Brings a database up to date, as its owner: role, migrations, queues, one start at a time. With `upTo`, only those
 * migrations (a restore begins where its backup was).
 * Returns the names of the migrations applied just now. Throws a PlainProblem when a migration is refused.
 */
export async function migrate(ownerUrl: string, authSecret: string, upTo?: string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await ensureRole(client, authSecret);
    const { appliedMigrationNames } = await withEngine(ownerUrl, (engine) =>
      engine.applyMigrations({ migrationsList: migrationList(upTo), filters: { externalTables: [], externalEnums: [] } }));
    await client.query(`GRANT SELECT ON _prisma_migrations TO ${APP_ROLE}`); // readiness asks which are applied
    await syncSearchFields(client);
    const { publishFirstQuestions } = await import("./first-questions"); // late: it needs the generated client
    await publishFirstQuestions(client);
    await prepareJobs(client, ownerUrl);
    return appliedMigrationNames;
  } catch (error) {
    if (error instanceof Error && !("code" in error)) throw new PlainProblem(`The database could not be migrated: ${error.message}`);
    throw error;
  } finally {
    await client.end();
  }
}

if (import.meta.main) {
  runScript(async () => {
    const { DATABASE_URL, AUTH_SECRET } = process.env;
    if (!DATABASE_URL || !AUTH_SECRET) throw new PlainProblem("Set DATABASE_URL (the database's owner) and AUTH_SECRET.");
    await ensureClient();
    const applied = await migrate(DATABASE_URL, AUTH_SECRET);
    console.log(applied.length ? `Applied: ${applied.join(", ")}.` : "The database is up to date.");
  });
}
