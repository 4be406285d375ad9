import { build as bundle } from "esbuild";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlainProblem } from "./plain-problem";
import { NODE, ROOT } from "./run-node";

const SOURCES = ["app/**/*", "components/**/*", "lib/**/*", "scripts/{build,worker}.ts", "public/**/*", "prisma/schema.prisma", "*.{ts,mjs}", "tsconfig.json", "package-lock.json"];
const NOT_BUILT = /(^|\/)(generated|node_modules)\/|^(vitest|playwright|eslint|knip)[.\w]*\.(ts|mjs)$|^next-env\.d\.ts$/;
const STAMP = join(ROOT, ".next/portal-sources");
const CLIENT = join(ROOT, "lib/platform/generated");
const CLIENT_STAMP = join(CLIENT, ".schema");

/** One digest over the names and contents of everything that the build reads. */
export function sourcesDigest(patterns: string[] = SOURCES): string {
  const files = globSync(patterns, { cwd: ROOT, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .filter((file) => !NOT_BUILT.test(file))
    .sort();
  const digest = createHash("sha256");
  for (const file of files) digest.update(`${file}\0`).update(readFileSync(join(ROOT, file))).update("\0");
  return digest.digest("hex");
}

const isStamped = (file: string, digest: string): boolean => existsSync(file) && readFileSync(file, "utf8") === digest;

/** Writes the database client when the schema has changed since. */
export async function ensureClient(signal?: AbortSignal): Promise<void> {
  const digest = sourcesDigest(["prisma/schema.prisma", "package-lock.json"]);
  if (isStamped(CLIENT_STAMP, digest)) return;
  await run([join(ROOT, "scripts/generate.mjs")], { problem: "The database client could not be written", signal });
  mkdirSync(CLIENT, { recursive: true });
  writeFileSync(CLIENT_STAMP, digest);
}

/** Makes the production build unless the one that is there was made from these sources. Answers whether it built. */
export async function ensureBuild(say: (line: string) => void, signal?: AbortSignal): Promise<boolean> {
  await ensureClient(signal);
  const digest = sourcesDigest();
  if (isStamped(STAMP, digest)) return false;
  say("Building. This takes a minute or two whenever the sources have changed.");
  rmSync(STAMP, { force: true }); // a build that is broken off must not pass for a good one
  await run([join(ROOT, "node_modules/next/dist/bin/next"), "build"], { problem: "The build failed", signal });
  await bundleWorker();
  writeFileSync(STAMP, digest);
  return true;
}

export const WORKER = join(ROOT, ".next/worker.mjs");

/** The worker as one file: without the loader of TypeScript it needs half the memory. Packages stay where they are. */
async function bundleWorker(): Promise<void> {
  await bundle({
    entryPoints: [join(ROOT, "scripts/worker.ts")], outfile: WORKER, bundle: true, platform: "node", format: "esm", target: "node24", packages: "external",
    sourcemap: "linked", alias: { "@": ROOT, "server-only": join(ROOT, "scripts/server-only.ts") }, logLevel: "silent",
  });
}

/** Settings that modules read while they are built; none of them ends in the build. */
const PLACEHOLDERS = {
  DATABASE_URL: "postgresql://build@127.0.0.1:1/none",
  AUTH_SECRET: "only-while-building-and-used-for-nothing",
  PUBLIC_URL: "http://localhost:3000",
  NEXT_TELEMETRY_DISABLED: "1",
  NODE_ENV: "production",
} as const;

/** Quiet when all is well; else a PlainProblem with everything the step said. A signal that is aborted ends the step. */
function run(args: string[], { problem, signal }: { problem: string; signal?: AbortSignal }): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(NODE, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], signal, env: { ...process.env, ...PLACEHOLDERS } });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("error", fail);
    child.once("close", (code) => (code === 0 ? done() : fail(new PlainProblem(`${said.trim()}\n${problem}; the reason is above.`))));
  });
}
