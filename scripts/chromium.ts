import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { userInfo } from "node:os";
import { chromium } from "@playwright/test";
import { PlainProblem } from "./plain-problem";
import { NODE, ROOT } from "./run-node";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

function installed(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), chromium.executablePath()].find((file) => existsSync(file));
}

/** A browser for the tests: an installed one, else Playwright's download, else (as root) the system's package. Its path. */
export function findChromium(say: (line: string) => void): string {
  const found = installed();
  if (found) return found;
  say("No Chromium was found; Playwright is asked for one.");
  const quiet = { cwd: ROOT, stdio: "ignore", timeout: 300_000 } as const;
  spawnSync(NODE, [join(ROOT, "node_modules/@playwright/test/cli.js"), "install", "chromium"], quiet);
  if (installed() === undefined && userInfo().uid === 0) {
    say("That did not work; the system's package is installed.");
    spawnSync("apt-get", ["update"], quiet);
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { ...quiet, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  }
  const now = installed();
  if (!now) throw new PlainProblem("There is no Chromium for the browser tests: install one, or name it in CHROMIUM_PATH.");
  return now;
}
