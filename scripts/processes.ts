import { readFileSync, readdirSync, readlinkSync } from "node:fs";

/** Whether a process runs; with `mention`, only if its command line names that text (a pid may have been reused). */
export function isAlive(pid: number, mention?: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  if (isZombie(pid)) return false;
  return mention === undefined || (commandLine(pid)?.includes(mention) ?? true);
}

/** Undefined where the system has no /proc: there the caller trusts the pid. */
function commandLine(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return undefined;
  }
}

function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

/** Asks a process to end, waits, and ends it by force when it does not. */
export async function stopProcess(pid: number, { signal, patienceMs }: { signal: NodeJS.Signals; patienceMs: number }): Promise<void> {
  const send = (what: NodeJS.Signals) => {
    try {
      process.kill(pid, what);
    } catch {
      // it ended in between
    }
  };
  send(signal);
  const until = Date.now() + patienceMs;
  while (isAlive(pid)) {
    if (Date.now() > until) send("SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** The living processes whose working folder this is; none where the system has no /proc. */
export function processesIn(folder: string): number[] {
  const pids = (): string[] => {
    try {
      return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    } catch {
      return [];
    }
  };
  return pids().map(Number).filter((pid) => {
    try {
      return readlinkSync(`/proc/${String(pid)}/cwd`) === folder && !isZombie(pid);
    } catch {
      return false; // it ended, or is somebody else's
    }
  });
}
