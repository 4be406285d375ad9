import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { WORKER } from "./build";
import { stopProcess } from "./processes";
import { NODE, ROOT, spawnNode } from "./run-node";

type Name = "web" | "worker";
type Env = Record<string, string | undefined>;

/** Old and young space: under load both processes stay below 500 MB together, which a free hand with young space costs twice. */
const HEAP_MB: Record<Name, { old: number; young: number }> = { web: { old: 176, young: 12 }, worker: { old: 64, young: 1 } };
const FAILURES_PER_MINUTE = 5;

/** The C library would keep a pool of memory for each thread, a tenth of all that the web process holds; two are as fast. */
export const ALLOCATOR = { MALLOC_ARENA_MAX: "2" };

/**
 * After some quiet seconds V8 would give memory back and forget code that was not run lately; whoever comes then would wait while it is
 * got and compiled again, which took the first pages a third longer. The most that it holds is the same.
 */
const WARM = ["--no-memory-reducer", "--no-flush-bytecode"];

export const heapFlags = (name: Name): string[] => [
  `--max-old-space-size=${String(HEAP_MB[name].old)}`, `--max-semi-space-size=${String(HEAP_MB[name].young)}`,
  ...(name === "web" ? WARM : []),
  // Prisma's WebAssembly is compiled once and quickly: compiling it well would take a quarter of the worker's memory, for jobs that nobody waits for.
  ...(name === "worker" ? ["--liftoff-only"] : []),
];

/** Starts a child in a group of its own, so that Ctrl-C comes to us first and things stop in order. */
function start(name: Name, env: Env, dev: boolean): ChildProcess {
  const heap = dev ? [] : heapFlags(name);
  const stdio: ["ignore", "inherit", "inherit", "ipc"] = ["ignore", "inherit", "inherit", "ipc"];
  const mode = { NODE_ENV: dev ? "development" : "production" } as const;
  if (name === "worker" && dev) return spawnNode("scripts/worker.ts", { env: { ...env, ...mode }, stdio, detached: true });
  const script = name === "worker" ? [WORKER] : [join(ROOT, "scripts/web.ts"), ...(dev ? ["--dev"] : [])];
  return spawn(NODE, [...heap, ...script], { cwd: ROOT, stdio, detached: true, env: { ...ALLOCATOR, ...process.env, ...env, ...mode } });
}

/**
 * Keeps web and worker running: one that dies is started again; one that dies five times in a minute is reported
 * through `onHopeless`. `ready` resolves when both have said that they are.
 */
export function keepChildren({ env, dev, onChange, onHopeless }: { env: Env; dev: boolean; onChange: (pids: number[]) => void; onHopeless: (sentence: string) => void }) {
  const running = new Map<Name, ChildProcess>();
  let isStopping = false;

  const keep = (name: Name, deaths: number[], onReady: () => void): void => {
    const child = start(name, env, dev);
    running.set(name, child);
    onChange([...running.values()].flatMap(({ pid }) => pid ?? []));
    child.on("message", (message) => message === "ready" && onReady());
    child.once("exit", (code, signal) => {
      running.delete(name);
      if (isStopping) return;
      const recent = [...deaths, Date.now()].filter((at) => at > Date.now() - 60_000);
      if (recent.length >= FAILURES_PER_MINUTE) return onHopeless(`The ${name} process ended ${String(recent.length)} times within a minute; its messages are above.`);
      console.error(`The ${name} process ended (${signal ?? String(code)}); it is started again.`);
      setTimeout(() => !isStopping && keep(name, recent, onReady), 500 * recent.length);
    });
  };

  const ready = Promise.all((["web", "worker"] as const).map((name) => new Promise<void>((done) => keep(name, [], done))));
  return {
    ready,
    /** The web first, so that no request waits for a worker or database that has gone. */
    stop: async (): Promise<void> => {
      isStopping = true;
      for (const name of ["web", "worker"] as const) {
        const pid = running.get(name)?.pid;
        if (pid) await stopProcess(pid, { signal: "SIGTERM", patienceMs: 10_000 });
      }
    },
  };
}
