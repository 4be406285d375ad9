import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, extname, join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const PATIENCE = 60_000;

export type OwnWeb = Awaited<ReturnType<typeof openWeb>>;

/**
 * A web process of a test's own beside the sample's portal, on the same data, which may be killed and renewed while others
 * go on.
 */
export async function openWeb() {
  const { E2E_APP_DATABASE_URL = "", E2E_AUTH_SECRET = "" } = process.env;
  const folder = mkdtempSync(join(tmpdir(), "portal-web-"));
  const port = await freePort();
  const url = `http://localhost:${String(port)}`;
  const env = {
    ...process.env, NODE_ENV: "production" as const, LOG_LEVEL: "silent", PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: url, TRUST_PROXY: "0", AUTH_SECRET: E2E_AUTH_SECRET,
    DATABASE_URL: E2E_APP_DATABASE_URL, SAMPLE_DATABASE_URL: `${E2E_APP_DATABASE_URL}_sample`, STORAGE_DIR: join(folder, "documents"),
  };
  let child: ChildProcess | null = null;
  let release = ROOT;

  const kill = async (): Promise<void> => {
    const gone = child;
    child = null;
    if (!gone || gone.exitCode !== null) return;
    const over = new Promise((done) => gone.once("exit", done));
    gone.kill("SIGKILL");
    await over;
  };
  const start = async (): Promise<void> => {
    await kill();
    const next = spawn(join(ROOT, "node_modules/.bin/node"), [join(release, "scripts/web.ts")], { cwd: release, env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
    child = next;
    let said = "";
    for (const stream of [next.stdout, next.stderr]) stream?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-5_000)));
    await new Promise<void>((ready, fail) => {
      const timer = setTimeout(() => fail(new Error(`The web process of the test is not ready:\n${said}`)), PATIENCE);
      next.once("message", () => { clearTimeout(timer); ready(); });
      next.once("exit", () => { clearTimeout(timer); fail(new Error(`The web process of the test ended:\n${said}`)); });
    });
  };
  await start();
  return {
    url, kill, start,
    /** Another release takes its place: files and actions have other names, and those of the one before are gone. */
    renew: async () => {
      release = copyAsOtherRelease(join(folder, "release"));
      await start();
    },
    close: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((done) => {
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

/** What a build calls its files, its actions and itself is renamed all through a copy of it. */
function copyAsOtherRelease(folder: string): string {
  cpSync(join(ROOT, ".next"), join(folder, ".next"), { recursive: true, verbatimSymlinks: true, filter: (path) => !path.startsWith(join(ROOT, ".next/cache")) });
  for (const file of ["package.json", "next.config.ts", "tsconfig.json", "scripts", "public"]) cpSync(join(ROOT, file), join(folder, file), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const built = join(folder, ".next");
  const reversed = (word: string) => [...word].reverse().join("");
  const { node: actions } = JSON.parse(readFileSync(join(built, "server/server-reference-manifest.json"), "utf8")) as { node: Record<string, unknown> };
  const chunks = readdirSync(join(built, "static/chunks")).map((name) => basename(name, extname(name)).replace(/\.js$/, ""));
  const buildId = readFileSync(join(built, "BUILD_ID"), "utf8");
  const others = new Map([
    ...[...new Set(chunks)].filter((name) => name.length > 8).map((name) => [name, reversed(name)] as const),
    ...Object.keys(actions).map((id) => [id, id.slice(0, 2) + reversed(id.slice(2))] as const), // the first two say what it takes
    [buildId, reversed(buildId)] as const,
  ]);
  const anyOfThem = new RegExp([...others.keys()].map((name) => name.replace(/[^\w]/g, "\\$&")).join("|"), "g");
  const renamed = (text: string) => text.replace(anyOfThem, (name) => others.get(name) ?? name);
  for (const entry of readdirSync(built, { recursive: true, withFileTypes: true }).filter((one) => one.isFile() && /\.(js|json|css|html|rsc|meta|body|map)$|^BUILD_ID$/.test(one.name))) {
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, "utf8");
    const next = renamed(text);
    if (next !== text) writeFileSync(path, next);
    if (renamed(entry.name) !== entry.name) renameSync(path, join(entry.parentPath, renamed(entry.name)));
  }
  renameSync(join(built, "static", buildId), join(built, "static", reversed(buildId)));
  return folder;
}
