import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "..");
/** The pinned Node, whatever the machine's own is. */
export const NODE = join(ROOT, "node_modules/.bin/node");

type Options = { args?: string[]; nodeArgs?: string[]; env?: Record<string, string | undefined>; stdio?: SpawnOptions["stdio"]; detached?: boolean };

/** Starts one of our TypeScript files under the pinned Node; its environment is this one's plus `env` (undefined removes). */
export function spawnNode(file: string, { args = [], nodeArgs = [], env = {}, ...options }: Options = {}): ChildProcess {
  return spawn(NODE, [...nodeArgs, "--import", "tsx", join(ROOT, file), ...args], {
    cwd: ROOT,
    stdio: "inherit",
    ...options,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(ROOT, "tsconfig.scripts.json"), ...env },
  });
}

/** Runs one of our TypeScript files to its end. Throws an Error with what it said when it fails. */
export function runNode(file: string, options: Options = {}): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawnNode(file, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("error", fail);
    child.once("close", (code) => (code === 0 ? done() : fail(new Error(said.trim() || `${file} ended with ${String(code)}.`))));
  });
}
