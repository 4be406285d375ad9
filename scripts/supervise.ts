// The process behind `npm start` and `npm run dev`: brings up the database, migrates it as its owner, builds when the
// sources changed, and keeps web and worker running as the application's role until it is told to stop.
import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { ensureBuild, ensureClient } from "./build";
import { keepChildren } from "./children";
import { givenDatabase, ownDatabase, withClient, withDatabase } from "./database";
import { claimRun, documentsFolder, readSecrets, stateFolder } from "./installation";
import { appUrl, migrate } from "./migrate";
import { PlainProblem, runScript } from "./plain-problem";
import { sampleName, serveSample } from "./sample-database";

const dev = process.argv.includes("--dev");
const say = (line: string): void => console.log(line);

/** What to undo when stopping, latest first. Once stopping has begun, what still gets started is undone at once. */
const undo: (() => Promise<void> | void)[] = [];
const stopping = new AbortController();
async function later(step: () => Promise<void> | void): Promise<void> {
  undo.push(step);
  if (stopping.signal.aborted) await undoAll();
  stopping.signal.throwIfAborted();
}
async function undoAll(): Promise<void> {
  for (let step = undo.pop(); step; step = undo.pop()) await Promise.resolve(step()).catch((error: unknown) => console.error(error));
}

/** Resolves when somebody asks to stop, or whoever started this has gone. */
const asked = new Promise<string>((stop) => {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => stop(signal));
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop("the process that started it has gone"), 500).unref();
});

function readSettings() {
  const { PORT = "", HOST = "", PUBLIC_URL = "", AUTH_SECRET = "", DATABASE_URL = "", TRUST_PROXY = "" } = process.env;
  const port = Number(PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new PlainProblem("PORT must be a port number between 1 and 65535.");
  if (AUTH_SECRET && AUTH_SECRET.length < 32) throw new PlainProblem("AUTH_SECRET must have at least 32 characters: make one with `openssl rand -base64 32`.");
  const publicUrl = PUBLIC_URL || `http://localhost:${String(port)}`;
  if (!URL.canParse(publicUrl) || !/^https?:$/.test(new URL(publicUrl).protocol)) throw new PlainProblem("PUBLIC_URL must be an address like https://handover.example.com.");
  if (!["", "0", "1"].includes(TRUST_PROXY)) throw new PlainProblem("TRUST_PROXY must be 0 or 1.");
  return { port, host: HOST || "127.0.0.1", publicUrl: new URL(publicUrl).origin, authSecret: AUTH_SECRET, databaseUrl: DATABASE_URL };
}

/** The settings that web and worker will read: a wrong one is said now, and not by a child that ends five times. */
async function checkSettings(): Promise<void> {
  await import("../lib/platform/env").catch((error: unknown) => {
    throw new PlainProblem(error instanceof Error ? error.message : String(error));
  });
}

/** Throws a PlainProblem when the address cannot be listened on. */
function checkPort(host: string, port: number): Promise<void> {
  return new Promise((free, refuse) => {
    const probe = createServer();
    probe.once("error", ({ code }: NodeJS.ErrnoException) => {
      const why = code === "EADDRINUSE" ? "is already used by another program" : code === "EACCES" ? "needs more rights than you have" : `does not exist on this machine (HOST=${host})`;
      refuse(new PlainProblem(`Port ${String(port)} ${why}: choose another one, for example PORT=${String(port < 1024 ? 3000 : port + 1)} npm start.`));
    });
    probe.listen(port, host, () => probe.close(() => free()));
  });
}

/** While nobody has an account: a new one-time link for the set-up, of which the database keeps a digest. Null afterwards. */
const setUpToken = (ownerUrl: string): Promise<string | null> =>
  withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query(`SELECT 1 FROM "User" LIMIT 1`);
    if (rowCount) {
      await client.query(`DELETE FROM "SetupToken"`);
      return null;
    }
    const token = randomBytes(24).toString("base64url");
    await client.query(
      `INSERT INTO "SetupToken" (id, "tokenHash", "createdAt") VALUES (1, $1, now()) ON CONFLICT (id) DO UPDATE SET "tokenHash" = excluded."tokenHash", "createdAt" = now()`,
      [createHash("sha256").update(token).digest("hex")],
    );
    return token;
  });

/** Brings everything up, one thing after the other; then runs until it is asked to stop. Throws what is beyond repair. */
async function serve(): Promise<void> {
  const settings = readSettings();
  const folder = stateFolder();
  const secrets = readSecrets(folder);
  const authSecret = settings.authSecret || secrets.authSecret;
  const run = await claimRun(folder);
  await later(run.release);
  await checkPort(settings.host, settings.port);

  const database = settings.databaseUrl ? await givenDatabase(settings.databaseUrl) : await ownDatabase(folder, secrets.ownerPassword);
  await later(database.stop);
  const { ownerUrl } = database;
  run.note({ ownerUrl });
  // Our own modules read these when they are imported, here and in the scripts that we start.
  Object.assign(process.env, { STORAGE_DIR: documentsFolder(folder), DATABASE_URL: ownerUrl, AUTH_SECRET: authSecret, PUBLIC_URL: settings.publicUrl, PORT: String(settings.port), HOST: settings.host });
  await checkSettings();
  if (dev) await ensureClient(stopping.signal);
  else await ensureBuild(say, stopping.signal);
  const applied = await migrate(ownerUrl, authSecret);
  if (applied.length) say(`Migrated the database (${String(applied.length)} steps).`);

  const sampleUrl = appUrl(withDatabase(ownerUrl, sampleName(ownerUrl)), authSecret);
  await later(await serveSample({ ownerUrl, sampleUrl, authSecret, env: { PUBLIC_URL: settings.publicUrl } }));
  const token = await setUpToken(ownerUrl);

  const hopeless = Promise.withResolvers<never>();
  const children = keepChildren({
    env: { DATABASE_URL: appUrl(ownerUrl, authSecret), SAMPLE_DATABASE_URL: sampleUrl, OWNER_DATABASE_URL: undefined },
    dev,
    onChange: (pids) => run.note({ children: pids, address: settings.publicUrl }),
    onHopeless: (sentence) => hopeless.reject(new PlainProblem(sentence)),
  });
  await later(children.stop);
  await Promise.race([children.ready, hopeless.promise, asked]);
  stopping.signal.throwIfAborted();
  say(`Handover Portal is ready: ${settings.publicUrl}`);
  if (token) say(`Set-up link: ${settings.publicUrl}/setup?token=${token}`);
  await Promise.race([hopeless.promise, asked]);
}

runScript(async () => {
  const served = serve();
  try {
    const reason = await Promise.race([asked, served]);
    say(`Stopping (${reason}).`);
    stopping.abort();
  } finally {
    await undoAll();
    if (stopping.signal.aborted) await Promise.race([served.catch(() => undefined), new Promise((done) => setTimeout(done, 5_000))]); // it may be half-way up
  }
});
