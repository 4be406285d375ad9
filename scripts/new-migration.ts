import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { startTemporaryCluster } from "./cluster";
import { APP_ROLE } from "./migrate";
import { MIGRATIONS, migrationList, schemaFiles, withEngine } from "./migration-engine";
import { PlainProblem, runScript } from "./plain-problem";

/** The SQL between the migrations so far and the schema, worked out on a throw-away cluster; empty when they agree. */
export async function schemaDifference(): Promise<string> {
  const cluster = await startTemporaryCluster();
  try {
    const client = new pg.Client({ connectionString: cluster.url("postgres") });
    await client.connect();
    await client.query(`CREATE ROLE ${APP_ROLE}`); // earlier migrations grant to it
    await client.end();
    const { stdout } = await withEngine(cluster.url("postgres"), (engine) =>
      engine.diff({
        from: { tag: "migrations", ...migrationList() },
        to: { tag: "schemaDatamodel", ...schemaFiles() },
        script: true,
        exitCode: null,
        filters: { externalTables: [], externalEnums: [] },
      }));
    const sql = stdout ?? "";
    return /^(\s|--.*)*$/.test(sql) ? "" : sql;
  } finally {
    await cluster.stop();
  }
}

/** `npm run db:new-migration -- name`: writes the difference as the next migration; `--empty` for SQL written by hand. */
runScript(async () => {
  const name = process.argv.slice(2).find((word) => !word.startsWith("--"));
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) throw new PlainProblem("Name the migration in lower case with underscores: npm run db:new-migration -- add_teams");
  const byHand = process.argv.includes("--empty");
  const sql = byHand ? "-- Written by hand: what the schema file cannot say.\n" : await schemaDifference();
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
