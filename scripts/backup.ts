// `npm run backup -- <folder>`: every table in one snapshot, one file each, with a manifest that says what must come back.
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { openStore, type Kept, type Store } from "../lib/platform/store";
import { type Digest, copyOut } from "./copy";
import { stateFolder, storageSettings } from "./installation";
import { withOwnerDatabase } from "./owner-database";
import { PlainProblem, runScript } from "./plain-problem";

export type Table = { name: string; columns: string[]; order: string[] };
export type Manifest = {
  format: 1;
  createdAt: string;
  /** Names of the migrations, oldest first: the restore brings an empty database to the same point. */
  migrations: string[];
  tables: (Table & Digest & { file: string })[];
  sequences: { name: string; value: string | null }[];
  /** Uploaded documents, each a file named by its digest; a backup from before there were any has none. */
  documents?: Kept[];
};

export const documentFile = (folder: string, { sha256 }: Pick<Kept, "sha256">): string => join(folder, "documents", sha256);

/** The queued jobs are part of the state: mail that was promised is sent after a restore, too. */
const JOBS = `'jobs.job'::regclass`;

/** Every table with its stored columns and an order that both sides can repeat; names are quoted and qualified. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name,
           array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns,
           coalesce((SELECT array_agg(quote_ident(k.attname) ORDER BY k.attnum) FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
                     WHERE i.indrelid = c.oid AND i.indisprimary), array_agg(quote_ident(a.attname) || '::text' ORDER BY a.attnum)) AS "order"
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE (n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> '_prisma_migrations') OR c.oid = ${JOBS}
    GROUP BY c.oid, n.nspname, c.relname ORDER BY 1`);
  return rows;
}

/** The rows of a table in the order that both sides can repeat. */
export const rowsOf = ({ name, columns, order }: Table): string => `SELECT ${columns.join(", ")} FROM ${name} ORDER BY ${order.join(", ")}`;

/** The first file that is not what the manifest says, or null. */
export async function damagedFile(folder: string, { tables, documents = [] }: Manifest): Promise<string | null> {
  for (const { file, sha256 } of [...tables, ...documents.map(({ sha256: name }) => ({ file: join("documents", name), sha256: name }))]) {
    const digest = createHash("sha256");
    try {
      for await (const chunk of createReadStream(join(folder, file))) digest.update(chunk as Buffer);
    } catch {
      return file;
    }
    if (digest.digest("hex") !== sha256) return file;
  }
  return null;
}

/** Copies every document that some brief names out of the store, wherever that is. */
async function copyDocuments(client: pg.Client, folder: string, store: Store): Promise<Kept[]> {
  const { rows } = await client.query<Kept>(`SELECT sha256, size FROM "StoredFile" s WHERE EXISTS (SELECT FROM "Document" d WHERE d.sha256 = s.sha256) ORDER BY sha256`);
  if (rows.length > 0) mkdirSync(join(folder, "documents"), { mode: 0o700 });
  for (const kept of rows) {
    const source = await store.read(kept.sha256);
    if (!source) throw new PlainProblem(`The document ${kept.sha256} is not in the store: the backup was not written.`);
    await pipeline(source, createWriteStream(documentFile(folder, kept), { mode: 0o600, flags: "wx" }));
  }
  return rows;
}

/** Writes a backup of the database and its documents into a folder that does not exist yet. Returns the manifest. */
export async function backUp(client: pg.Client, folder: string, { now, store }: { now: Date; store: Store }): Promise<Manifest> {
  mkdirSync(folder, { mode: 0o700 });
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    await client.query("SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 3; SET LOCAL statement_timeout = 0");
    const { rows: migrations } = await client.query<{ name: string }>(
      `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`);
    const { rows: sequences } = await client.query<{ name: string; value: string | null }>(
      `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`);
    const tables: Manifest["tables"] = [];
    for (const [index, table] of (await tablesOf(client)).entries()) {
      const file = `${String(index + 1).padStart(3, "0")}_${table.name.replace(/[^A-Za-z.]/g, "")}.copy`;
      tables.push({ ...table, file, ...(await copyOut(client, rowsOf(table), join(folder, file))) });
    }
    const manifest: Manifest = { format: 1, createdAt: now.toISOString(), migrations: migrations.map(({ name }) => name), tables, sequences, documents: await copyDocuments(client, folder, store) };
    const damaged = await damagedFile(folder, manifest);
    if (damaged) throw new PlainProblem(`The backup could not be written whole: ${damaged} does not read back.`);
    writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 }); // last: a folder without it is no backup
    return manifest;
  } finally {
    await client.query("ROLLBACK");
  }
}

if (import.meta.main) {
  runScript(async () => {
    const now = new Date();
    const folder = resolve(process.argv[2] ?? `backup-${now.toISOString().slice(0, 19).replace(/\D/g, "")}`);
    const storage = storageSettings(stateFolder());
    const manifest = await withOwnerDatabase((client) => backUp(client, folder, { now, store: openStore(storage) })).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") throw new PlainProblem(`${folder} exists already: name a folder that does not.`);
      if (error.code === "EACCES" || error.code === "ENOENT") throw new PlainProblem(`The folder ${folder} cannot be made.`);
      throw error;
    });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`Backed up ${String(rows)} rows of ${String(manifest.tables.length)} tables and ${String(manifest.documents?.length ?? 0)} documents to ${folder}. It holds personal data and password digests: keep it as safe as the database.`);
  });
}
