import type { ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { userInfo, tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/scripts/cluster";
import { isAlive } from "@/scripts/processes";
import { spawnNode } from "@/scripts/run-node";
import { expect, test } from "./fixtures";

/** As root the data belongs where Postgres' own user can go. */
const home = userInfo().uid === 0 ? "/var/lib/handover-portal/tmp" : tmpdir();
let folder = "";
let port = 0;
let latest: ChildProcess | undefined;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  folder = mkdtempSync(join(home, "portal-start-"));
  chmodSync(folder, 0o755); // Postgres may run as another user
  port = await freePort();
});
test.afterAll(() => {
  if (latest?.pid && isAlive(latest.pid)) latest.kill("SIGTERM");
  else rmSync(folder, { recursive: true, force: true });
});

/** Starts the portal with a Postgres of its own; resolves once it is ready, with its set-up link. */
function start(): Promise<{ child: ChildProcess; link: string; tookMs: number }> {
  const began = Date.now();
  const env = { PORTAL_DATA_DIR: folder, PORT: String(port), DATABASE_URL: "", AUTH_SECRET: "", PUBLIC_URL: "", HOST: "", TRUST_PROXY: "" };
  const child = spawnNode("scripts/supervise.ts", { stdio: ["ignore", "pipe", "pipe"], detached: true, env }); // detached: a group to interrupt, as a terminal does
  latest = child;
  let said = "";
  return new Promise((ready, fail) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const link = /^Set-up link: (.*)$/m.exec(said)?.[1];
        if (link) ready({ child, link, tookMs: Date.now() - began });
      });
    }
    child.once("exit", () => fail(new Error(said)));
  });
}

/** Everything that a start left running: itself, web, worker and Postgres. */
function processes(): number[] {
  const run = JSON.parse(readFileSync(join(folder, "run.json"), "utf8")) as { supervisor: number; children: number[] };
  const postgres = Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  return [run.supervisor, ...run.children, postgres];
}
const isUp = async () => (await fetch(`http://localhost:${String(port)}/api/health/ready`)).ok;
const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.once("exit", (code) => done(code)));

test("a first start makes its own database; Ctrl-C ends all of it", async () => {
  const { child } = await start();
  expect(await isUp()).toBe(true);
  const started = processes();
  const exit = ended(child);
  process.kill(-(child.pid ?? 0), "SIGINT");
  expect(await exit).toBe(0);
  expect(started.filter((pid) => isAlive(pid))).toEqual([]);
});

test("a start after kill -9 recovers by itself, within ten seconds", async () => {
  const { child, link } = await start();
  const [, web, worker, postgres] = processes();
  const exit = ended(child);
  child.kill("SIGKILL");
  await exit;
  await expect.poll(() => [web, worker].filter((pid) => isAlive(pid ?? 0))).toEqual([]); // they do not outlive whoever watches over them
  expect(isAlive(postgres ?? 0)).toBe(true);

  const again = await start();
  expect(await isUp()).toBe(true);
  expect(again.link).not.toBe(link); // a token of an earlier log is worth nothing
  expect(isAlive(postgres ?? 0)).toBe(false);
  expect(again.tookMs).toBeLessThan(10_000);
});

test("a second start of the same clone is told where the first one is", async () => {
  const refused = await start().then(() => "started", (error: Error) => error.message.trim());
  expect(refused).toMatch(new RegExp(`^The portal is already running at http://localhost:${String(port)} \\(process \\d+\\): stop that one first\\.$`));
});

test("a web process that dies is started again; SIGTERM ends everything", async () => {
  const [supervisor, web] = processes();
  process.kill(web ?? 0, "SIGKILL");
  await expect.poll(() => isUp().catch(() => false), { timeout: 20_000 }).toBe(true);
  const started = processes();
  expect(started).not.toContain(web);
  process.kill(supervisor ?? 0, "SIGTERM");
  await expect.poll(() => started.filter((pid) => isAlive(pid)), { timeout: 20_000 }).toEqual([]);
});
