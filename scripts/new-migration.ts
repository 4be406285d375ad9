import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { startTemporaryCluster } from "./cluster";
import { APP_ROLE } from "./migrate";
import { MIGRATIONS, schemaDifference } from "./migration-engine";
import { PlainProblem, runScript } from "./plain-problem";

/** The same on a throw-away cluster, where the role that earlier migrations grant to is made first. */
async function difference(): Promise<string> {
  const cluster = await startTemporaryCluster();
  try {
    const client = new pg.Client({ connectionString: cluster.url("postgres") });
    await client.connect();
    await client.query(`CREATE ROLE ${APP_ROLE}`);
    await client.end();
    return await schemaDifference(cluster.url("postgres"));
  } finally {
    await cluster.stop();
  }
}

/** `npm run db:new-migration -- name`: writes the difference as the next migration; `--empty` for SQL written by hand. */
runScript(async () => {
  const name = process.argv.slice(2).find((word) => !word.startsWith("--"));
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) throw new PlainProblem("Name the migration in lower case with underscores: npm run db:new-migration -- add_teams");
  const byHand = process.argv.includes("--empty");
  const sql = byHand ? "-- Written by hand: what the schema file cannot say.\n" : await difference();
  if (!sql) {
    console.log("The migrations already say what the schema says; nothing was written.");
    return;
  }
  const folder = join(MIGRATIONS, `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  writeFileSync(join(MIGRATIONS, "migration_lock.toml"), 'provider = "postgresql"\n');
  console.log(`Wrote ${join(folder, "migration.sql")}.`);
});
