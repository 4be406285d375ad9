import { createHash, randomBytes } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { userInfo } from "node:os";
import type { StorageSettings } from "../lib/platform/store";
import { ROOT_HOME } from "./cluster";
import { PlainProblem } from "./plain-problem";
import { isAlive, stopProcess } from "./processes";
import { ROOT } from "./run-node";

/** What an installation without settings keeps for itself: made at the first start, the same from then on. */
export type Secrets = { authSecret: string; ownerPassword: string };
type Run = { supervisor: number; address: string; children: number[]; ownerUrl?: string };

const startedBy = "supervise.ts";

/** Where this clone keeps its data: PORTAL_DATA_DIR, else `.data` in the clone; for root a folder that the user "postgres" can reach too. */
export function stateFolder(): string {
  const folder = process.env.PORTAL_DATA_DIR || (userInfo().uid === 0 ? join(ROOT_HOME, `${basename(ROOT)}-${createHash("sha256").update(ROOT).digest("hex").slice(0, 8)}`) : join(ROOT, ".data"));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new PlainProblem(`The portal's data belongs in ${folder}, but you may not write there: start as the folder's owner.`);
  }
  return folder;
}

/** Where documents lie, on disk or on their way to a bucket: STORAGE_DIR, else a folder in the data folder. Made if it is not there. */
export function documentsFolder(folder: string): string {
  const documents = resolve(process.env.STORAGE_DIR || join(folder, "documents"));
  try {
    mkdirSync(documents, { recursive: true, mode: 0o700 });
    accessSync(documents, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new PlainProblem(`Documents belong in ${documents}, but you may not write there: name another folder in STORAGE_DIR.`);
  }
  return documents;
}

/** Where this installation keeps its documents, as web and worker are told. Throws a PlainProblem where a bucket is named in part. */
export function storageSettings(folder: string): StorageSettings {
  const { STORAGE = "", STORAGE_ENDPOINT = "", STORAGE_BUCKET = "", STORAGE_REGION = "", STORAGE_ACCESS_KEY = "", STORAGE_SECRET_KEY = "" } = process.env;
  if (!["", "disk", "s3"].includes(STORAGE)) throw new PlainProblem("STORAGE must be disk or s3.");
  for (const [name, value] of Object.entries({ STORAGE_ENDPOINT, STORAGE_BUCKET, STORAGE_ACCESS_KEY, STORAGE_SECRET_KEY }))
    if (STORAGE === "s3" && value === "") throw new PlainProblem(`${name} is missing: STORAGE=s3 needs it.`);
  return {
    STORAGE: STORAGE === "s3" ? "s3" : "disk", STORAGE_DIR: documentsFolder(folder), STORAGE_ENDPOINT, STORAGE_BUCKET,
    STORAGE_REGION: STORAGE_REGION || "us-east-1", STORAGE_ACCESS_KEY, STORAGE_SECRET_KEY,
  };
}

/** Reads the installation's secrets; makes them at the first start. */
export function readSecrets(folder: string): Secrets {
  const file = join(folder, "secrets.json");
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw new PlainProblem(`The secrets in ${file} cannot be read: start as the folder's owner, or restore the file.`);
  }
  const secrets = { authSecret: randomBytes(32).toString("base64url"), ownerPassword: randomBytes(24).toString("base64url") };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600, flag: "wx" });
  return secrets;
}

/** One start at a time per clone; what a killed start left running is stopped first. */
export async function claimRun(folder: string): Promise<{ note: (run: Partial<Run>) => void; release: () => void }> {
  const file = join(folder, "run.json");
  const earlier = readRun(file);
  if (earlier && isAlive(earlier.supervisor, startedBy)) {
    throw new PlainProblem(`The portal is already running at ${earlier.address || "another address"} (process ${earlier.supervisor}): stop that one first.`);
  }
  for (const pid of earlier?.children ?? []) {
    if (isAlive(pid, ROOT)) await stopProcess(pid, { signal: "SIGTERM", patienceMs: 10_000 });
  }
  rmSync(file, { force: true });
  let run: Run = { supervisor: process.pid, address: "", children: [] };
  try {
    writeFileSync(file, JSON.stringify(run), { flag: "wx", mode: 0o600 });
  } catch {
    throw new PlainProblem("The portal is being started by somebody else at this moment.");
  }
  return {
    note: (news) => writeFileSync(file, JSON.stringify((run = { ...run, ...news }))),
    release: () => rmSync(file, { force: true }),
  };
}

/** The database of the portal that runs from this clone now, as its owner. */
export function runningDatabase(folder: string): string | undefined {
  const run = readRun(join(folder, "run.json"));
  return run && isAlive(run.supervisor, startedBy) ? run.ownerUrl : undefined;
}

function readRun(file: string): Run | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Run;
  } catch {
    return undefined;
  }
}
