// `npm run restore -- <folder>`: into an empty database; proven equal to the backup, and the history walked, or nothing.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type pg from "pg";
import { openStore, type Store } from "../lib/platform/store";
import { type Manifest, damagedFile, documentFile, rowsOf, tablesOf } from "./backup";
import { ensureClient } from "./build";
import { copyIn, copyOut } from "./copy";
import { historyProblems } from "./history";
import { readSecrets, stateFolder, storageSettings } from "./installation";
import { migrate } from "./migrate";
import { migrationList } from "./migration-engine";
import { withOwnerDatabase } from "./owner-database";
import { PlainProblem, runScript } from "./plain-problem";

/** Reads the manifest and checks every file's digest before anything is touched. */
export async function readBackup(folder: string): Promise<Manifest> {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  } catch {
    throw new PlainProblem(`${folder} is no backup: it has no readable manifest.json.`);
  }
  if (manifest.format !== 1) throw new PlainProblem("This backup was written in a format that this release does not know.");
  const damaged = await damagedFile(folder, manifest);
  if (damaged) throw new PlainProblem(`The backup is damaged: ${damaged} is not what was written.`);
  const known = migrationList().migrationDirectories.map(({ path }) => path);
  if (manifest.migrations.some((name, index) => known[index] !== name)) {
    throw new PlainProblem(`The backup belongs to another release (${manifest.migrations.at(-1) ?? "none"}): restore it with that one, then update.`);
  }
  return manifest;
}

/** Puts every document into the store and reads it back: what comes back is what was backed up. */
async function bringDocuments(folder: string, { documents = [] }: Manifest, store: Store): Promise<void> {
  for (const kept of documents) {
    await store.put(documentFile(folder, kept), kept);
    const source = await store.read(kept.sha256);
    const digest = createHash("sha256");
    if (source) for await (const piece of source) digest.update(piece as Buffer);
    if (!source || digest.digest("hex") !== kept.sha256) throw new PlainProblem(`What came back as the document ${kept.sha256} is not what was backed up; nothing was restored.`);
  }
}

/** Foreign keys and triggers stand aside while the rows come in, and come back as they were; the keys check every row then. */
async function withoutGuards(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`);
  const { rows: triggers } = await client.query<{ table: string; name: string; mode: string }>(`
    SELECT tgrelid::regclass::text AS "table", quote_ident(tgname) AS name, CASE tgenabled WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE' END AS mode
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT tgisinternal AND tgenabled <> 'D' AND c.relnamespace = 'public'::regnamespace`);
  for (const { table, name } of triggers) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  await work();
  for (const { table, name, definition } of keys) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  for (const { table, name, mode } of triggers) await client.query(`ALTER TABLE ${table} ${mode} TRIGGER ${name}`);
}

/**
 * Brings a backup into an empty database, as its owner. All or nothing: the tables are read back and compared with the
 * manifest, and the history is walked, before anything is committed. Returns the number of rows.
 */
export async function restore(client: pg.Client, { ownerUrl, folder, authSecret, store }: { ownerUrl: string; folder: string; authSecret: string; store: Store }): Promise<number> {
  const manifest = await readBackup(folder);
  const { rows: found } = await client.query<{ used: boolean }>(`SELECT to_regclass('public."User"') IS NOT NULL AS used`);
  if (found[0]?.used) {
    const { rows } = await client.query<{ used: boolean }>(`SELECT EXISTS (SELECT FROM "User") OR EXISTS (SELECT FROM "Organisation") AS used`);
    if (rows[0]?.used) throw new PlainProblem("The database is not empty: restore into a new one, so that nothing is lost.");
  }
  await bringDocuments(folder, manifest, store); // before anything names them; the digests were checked
  await migrate(ownerUrl, authSecret, manifest.migrations);
  await client.query("BEGIN");
  try {
    await client.query("SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 3; SET LOCAL statement_timeout = 0");
    await withoutGuards(client, async () => {
      for (const { name } of await tablesOf(client)) await client.query(`DELETE FROM ${name}`); // what migrations and queues put there
      for (const { name, columns, file } of manifest.tables) await copyIn(client, `${name} (${columns.join(", ")})`, join(folder, file));
    });
    for (const { name, value } of manifest.sequences) if (value !== null) await client.query("SELECT setval($1::regclass, $2::bigint)", [name, value]);
    for (const table of manifest.tables) {
      const { rows, sha256 } = await copyOut(client, rowsOf(table));
      if (rows !== table.rows || sha256 !== table.sha256) throw new PlainProblem(`What came back into ${table.name} is not what was backed up; nothing was kept.`);
    }
    const { problems } = await historyProblems(client);
    if (problems.length) throw new PlainProblem(`The backup's history is broken (${problems.map(({ stream, problem }) => `${stream}: ${problem}`).join("; ")}); nothing was kept.`);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
  await migrate(ownerUrl, authSecret); // what this release added since
  return manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
}

if (import.meta.main) {
  runScript(async () => {
    const [given] = process.argv.slice(2);
    if (!given) throw new PlainProblem("Name the backup's folder: npm run restore -- <folder>");
    await ensureClient();
    const authSecret = process.env.AUTH_SECRET || readSecrets(stateFolder()).authSecret;
    process.env.AUTH_SECRET = authSecret;
    const rows = await withOwnerDatabase((client, ownerUrl) => restore(client, { ownerUrl, folder: resolve(given), authSecret, store: openStore(storageSettings(stateFolder())) }), { mayCreate: true });
    console.log(`Restored ${String(rows)} rows; every table and document equals the backup, and the history is whole.`);
  });
}
