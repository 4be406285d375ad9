import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ALLOCATOR, heapFlags } from "@/scripts/children";
import { freePort } from "@/scripts/cluster";

const ROOT = path.resolve(import.meta.dirname, "../..");
const BARE = path.join(ROOT, "tests/bench/bare");
const NEXT = path.join(ROOT, "node_modules/next/dist/bin/next");

const BARE_ENV = { ...ALLOCATOR, ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };

/** Builds the bare Next.js app for production. */
export const buildBare = (): void => void execFileSync(process.execPath, [NEXT, "build", BARE], { env: BARE_ENV, stdio: "pipe" });

/** Starts what was built, with the heap and allocator of the portal's web process. */
export async function startBare(env: Record<string, string>): Promise<{ url: string; stop: () => void }> {
  const whole = { ...BARE_ENV, ...env };
  const port = await freePort();
  const child = spawn(process.execPath, [...heapFlags("web"), NEXT, "start", BARE, "-p", String(port), "-H", "127.0.0.1"], { env: whole, stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 100; i++) {
    if (await fetch(`${url}/inbox`).then((answer) => answer.ok, () => false)) break;
    await new Promise((wait) => setTimeout(wait, 200));
  }
  return { url, stop: () => stop(child) };
}

const stop = (child: ChildProcess) => void child.kill("SIGTERM");

type Running = { pid: number; script: string; command: string };

/** The portal's own processes, found by what they run and by the address they serve. */
function running(publicUrl: string): Running[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
      const script = /(web\.ts|worker\.mjs)/.exec(command)?.[1]?.split(".")[0];
      const isOurs = script && readFileSync(`/proc/${name}/environ`, "utf8").includes(`PUBLIC_URL=${publicUrl}`);
      return isOurs ? [{ pid: Number(name), script, command }] : [];
    } catch {
      return []; // ended meanwhile, or not ours to read
    }
  });
}

/** Starts the portal's web process anew: what it served before is forgotten. */
export async function renewWeb(publicUrl: string): Promise<void> {
  const before = running(publicUrl).find(({ script }) => script === "web");
  if (!before) throw new Error(`No web process serves ${publicUrl}.`);
  process.kill(before.pid, "SIGTERM");
  for (let i = 0; i < 150; i++) {
    await new Promise((wait) => setTimeout(wait, 200));
    const isAnew = running(publicUrl).some(({ script, pid }) => script === "web" && pid !== before.pid);
    if (isAnew && await fetch(`${publicUrl}/api/health/ready`).then((answer) => answer.ok, () => false)) return;
  }
  throw new Error(`The web process of ${publicUrl} did not come back.`);
}

/** The most memory that each of the portal's processes has held, in MB. */
export const peakMemory = (publicUrl: string): Record<string, number> =>
  Object.fromEntries(running(publicUrl).map(({ pid, script }) => {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
    return [script, Math.round(Number(kilobytes) / 1024)];
  }));
