import "server-only";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { prisma } from "./db";
import { logger } from "./logger";

const LIMIT_MS = 2_000;

/** Why requests cannot be served now, in one sentence without detail of the inside, or null. Answers within about two seconds. */
export async function databaseProblem(): Promise<string | null> {
  const timeout = new Promise<never>((_, fail) => setTimeout(() => fail(new Error("no answer in time")), LIMIT_MS).unref());
  try {
    const missing = await Promise.race([missingMigrations(), timeout]);
    return missing.length ? "The database is older than this release." : null;
  } catch (error) {
    logger.warn({ err: error }, "not ready");
    return "The database does not answer.";
  }
}

/** The migrations of this release that the database has not finished. */
async function missingMigrations(): Promise<string[]> {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "prisma/migrations");
  const wanted = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const rows = await prisma.$queryRaw<{ name: string }[]>`SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Set(rows.map(({ name }) => name));
  return wanted.filter((name) => !applied.has(name));
}
