import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine, SchemasContainer } from "@prisma/schema-engine-wasm";
import type pg from "pg";

export const MIGRATIONS = resolve(import.meta.dirname, "../prisma/migrations");
const SCHEMA = resolve(import.meta.dirname, "../prisma/schema.prisma");

const INTERNAL_CHAR = 18; // Postgres' one-byte "char", found in its catalogue only
const TEXT = 25;

/** The adapter for the engine: it also reads the catalogue's "char" columns, which the plain adapter refuses. */
class EngineAdapter extends PrismaPg {
  private readonly opened: { dispose: () => Promise<void> }[] = [];

  constructor(private readonly url: string) {
    super({ connectionString: url });
  }

  /** The engine leaves its connections open; with one of them a database can be neither copied nor dropped. */
  async close(): Promise<void> {
    await Promise.all(this.opened.splice(0).map((adapter) => adapter.dispose().catch(() => undefined)));
  }

  override async connect() {
    const adapter = await super.connect();
    this.opened.push(adapter);
    const pool = adapter.underlyingDriver() as { query: (config: unknown) => Promise<pg.QueryResult> };
    const [query, queryRaw] = [pool.query.bind(pool), adapter.queryRaw.bind(adapter)];
    let asked: Set<number> | undefined; // queryRaw calls pool.query before it first waits, so the two cannot be mixed up
    pool.query = async (config) => {
      const oneByte = asked;
      asked = undefined;
      const result = await query(config);
      for (const [index, field] of (result.fields ?? []).entries()) {
        if (field.dataTypeID !== INTERNAL_CHAR) continue;
        field.dataTypeID = TEXT;
        oneByte?.add(index);
      }
      return result;
    };
    adapter.queryRaw = async (sql) => {
      const oneByte = (asked = new Set<number>());
      const found = await queryRaw(sql);
      return { ...found, columnTypes: found.columnTypes.map((type, index) => (oneByte.has(index) ? ColumnTypeEnum.Character : type)) };
    };
    // The plain adapter cuts a script at every semicolon, also inside a function's body: Postgres takes it whole.
    adapter.executeScript = async (script) => void (await pool.query(script));
    return adapter;
  }

  /** The inherited one would stay on the same database, because the address's database wins over the one it passes. */
  override async connectToShadowDb() {
    const shadow = new URL(this.url);
    shadow.pathname = `/shadow_${randomUUID()}`;
    const adapter = await this.connect();
    await adapter.executeScript(`CREATE DATABASE "${shadow.pathname.slice(1)}"`);
    const beside = new EngineAdapter(shadow.href);
    this.opened.push({ dispose: () => beside.close() });
    return beside.connect();
  }
}

/** Where the engine leaves the reason before it gives up; without it the reason is lost. */
const panic = { message: "", set_message: (message: string) => void (panic.message = message) };
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panic });

/** The engine's WebAssembly needs its glue handed over by hand: Node does not link .wasm imports by itself. */
async function linkEngine(): Promise<typeof SchemaEngine> {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { "./schema_engine_bg.js": { ...glue } });
  const { __wbg_set_wasm: link, __wbindgen_start: begin } = { ...glue, ...instance.exports } as unknown as {
    __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
    __wbindgen_start: () => void;
  };
  link(instance.exports);
  begin();
  return glue.SchemaEngine;
}

/** Once per process: the glue keeps views of the first instance's memory. */
let linked: Promise<typeof SchemaEngine> | undefined;

/** Opens Prisma's schema engine on a database, lends it to `work`, and frees it. */
export async function withEngine<T>(datasource: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const Engine = await (linked ??= linkEngine());
  const adapter = new EngineAdapter(datasource);
  const engine = await Engine.new({ datamodels: undefined }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
  try {
    return await work(engine);
  } catch (error) {
    throw panic.message ? new Error(panic.message, { cause: error }) : error;
  } finally {
    engine.free();
    await adapter.close();
  }
}

/** The migrations folder as the engine wants it, oldest first; with `only`, those of it. */
export function migrationList(only?: string[]): MigrationList {
  const folder = MIGRATIONS;
  const lock = join(folder, "migration_lock.toml");
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).filter((name) => only?.includes(name) ?? true).sort()
    : [];
  return {
    baseDir: folder,
    lockfile: { path: "./migration_lock.toml", content: existsSync(lock) ? readFileSync(lock, "utf8") : 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: readFileSync(join(folder, name, "migration.sql"), "utf8") } },
    })),
  };
}

/** The schema file as the engine wants it. */
const schemaFiles = (file: string = SCHEMA): SchemasContainer => ({
  files: [{ path: file, content: readFileSync(file, "utf8") }],
});

/** Indexes written by hand have names of their own style; Prisma knows only its own, and would drop the others. */
const HAND_WRITTEN_INDEX = /^-- DropIndex\nDROP INDEX "[a-z0-9_]+";\n*$/;
/** The engine does not read back the default of a uuid column, and sets it again in every difference. */
const UUID_DEFAULT = /^-- AlterTable\nALTER TABLE "\w+" ALTER COLUMN "\w+" SET DEFAULT '[0-9a-f-]{36}';\n*$/;

/** The SQL that leads from the migrations to the schema file, worked out in a shadow database of that server; empty when they agree. */
export async function schemaDifference(ownerUrl: string): Promise<string> {
  const { stdout } = await withEngine(ownerUrl, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...migrationList() },
      to: { tag: "schemaDatamodel", ...schemaFiles() },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }));
  return (stdout ?? "")
    .split(/^(?=-- [A-Z][A-Za-z]+$)/m)
    .filter((step) => !HAND_WRITTEN_INDEX.test(step) && !UUID_DEFAULT.test(step) && !/^(\s|--.*)*$/.test(step))
    .join("");
}
