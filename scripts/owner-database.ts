import { join } from "node:path";
import { existsSync } from "node:fs";
import pg from "pg";
import { givenDatabase, ownDatabase } from "./database";
import { readSecrets, runningDatabase, stateFolder } from "./installation";
import { PlainProblem } from "./plain-problem";

/**
 * Lends the installation's database, as its owner: the one of DATABASE_URL, else the portal's own, which is started for
 * the time being when the portal does not run. Throws a PlainProblem when there is none yet, unless it may be made.
 */
export async function withOwnerDatabase<T>(work: (client: pg.Client, ownerUrl: string) => Promise<T>, { mayCreate = false } = {}): Promise<T> {
  const folder = stateFolder();
  const running = runningDatabase(folder);
  const given = process.env.DATABASE_URL || running;
  if (!given && !mayCreate && !existsSync(join(folder, "postgres/PG_VERSION"))) throw new PlainProblem("There is no database yet: start the portal once, or set DATABASE_URL.");
  const database = given ? await givenDatabase(given) : await ownDatabase(folder, readSecrets(folder).ownerPassword);
  const client = new pg.Client({ connectionString: database.ownerUrl });
  try {
    await client.connect();
    return await work(client, database.ownerUrl);
  } finally {
    await client.end().catch(() => undefined);
    await database.stop();
  }
}
