import { execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/scripts/cluster";

const ROOT = path.resolve(import.meta.dirname, "../..");

/**
 * Seconds until `npm start` says that it is ready, in a fresh clone of what is committed: the first time with the build
 * and a new database (packages installed already), the second time with nothing to do.
 */
export async function timeStarts(): Promise<{ cold: number; second: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), "portal-start-"));
  try {
    chmodSync(folder, 0o755); // as root, Postgres runs as another user, who must be able to enter
    execFileSync("git", ["clone", "--quiet", ROOT, folder]);
    cpSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"), { recursive: true, verbatimSymlinks: true });
    return { cold: await timeStart(folder), second: await timeStart(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeStart(folder: string): Promise<number> {
  const port = String(await freePort());
  const { PATH, HOME } = process.env;
  const began = performance.now();
  const child = spawn("npm", ["start"], { cwd: folder, env: { PATH, HOME, PORT: port, PORTAL_DATA_DIR: path.join(folder, ".data"), NODE_ENV: "production" }, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const seconds = await new Promise<number>((done) => {
    child.stdout.on("data", (chunk: Buffer) => { if (/is ready/.test(chunk.toString())) done((performance.now() - began) / 1000); });
    void ended.then(() => done(NaN));
  });
  if (child.pid) process.kill(-child.pid, "SIGTERM");
  await ended;
  return seconds;
}
