import pg from "pg";
import { withClient, withDatabase } from "./database";
import { runNode } from "./run-node";

type State = "absent" | "creating" | "ready" | "failed";
type Options = { ownerUrl: string; sampleUrl: string; authSecret: string; env: Record<string, string> };

/** The name of the sample's database beside the main one. */
export const sampleName = (ownerUrl: string): string => `${decodeURIComponent(new URL(ownerUrl).pathname.slice(1))}_sample`;

/**
 * Makes and drops the sample's database when the web asks on the channel `sample` (it may not create databases itself),
 * one request after the other, and says in SampleState how far it is. Resolves once it listens; the answer stops it.
 */
export async function serveSample(options: Options): Promise<() => Promise<void>> {
  const { ownerUrl } = options;
  const name = sampleName(ownerUrl);
  const quoted = pg.escapeIdentifier(name);
  const say = (state: State, detail = "") => withClient(ownerUrl, (client) => client.query(
    `INSERT INTO "SampleState" (id, state, detail) VALUES (1, $1, $2) ON CONFLICT (id) DO UPDATE SET state = excluded.state, detail = excluded.detail`, [state, detail]));
  const exists = () => withClient(ownerUrl, async (client) => (await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name])).rowCount === 1);
  const drop = () => withClient(ownerUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`));
  const isReady = () => withClient(ownerUrl, async (client) => (await client.query(`SELECT 1 FROM "SampleState" WHERE state = 'ready'`)).rowCount === 1);

  const create = async () => {
    if ((await isReady()) && (await exists())) return;
    await say("creating", "The sample organisation is being made. This takes a few seconds.");
    try {
      await drop();
      await withClient(ownerUrl, (client) => client.query(`CREATE DATABASE ${quoted}`));
      await runNode("scripts/fill-sample.ts", { env: sampleEnv(options) });
      await say("ready");
    } catch (error) {
      console.error(error);
      await drop();
      await say("failed", "The sample could not be made; the reason is in the log.");
    }
  };
  const remove = async () => {
    await say("absent");
    await drop();
  };

  if (!(await exists()) || !(await isReady())) await remove();
  else await runNode("scripts/migrate.ts", { env: sampleEnv(options) }).catch(remove); // an older release's sample: brought up to date, or gone

  let queue = Promise.resolve();
  let listener: pg.Client | undefined;
  let isStopping = false;
  const listen = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: ownerUrl, keepAlive: true });
    client.on("error", () => undefined);
    client.once("end", () => !isStopping && setTimeout(() => void listen().catch(() => undefined), 1_000));
    client.on("notification", ({ payload }) => {
      const work = payload === "create" ? create : payload === "drop" ? remove : undefined;
      if (work) queue = queue.then(work).catch((error: unknown) => console.error(error));
    });
    await client.connect();
    await client.query("LISTEN sample");
    listener = client;
  };
  await listen();
  return async () => {
    isStopping = true;
    await listener?.end().catch(() => undefined);
  };
}

/** The sample's own view of the world: its database is the main one there. */
function sampleEnv({ ownerUrl, sampleUrl, authSecret, env }: Options): Record<string, string> {
  const owner = withDatabase(ownerUrl, sampleName(ownerUrl));
  return { ...env, AUTH_SECRET: authSecret, DATABASE_URL: owner, OWNER_DATABASE_URL: owner, SAMPLE_DATABASE_URL: sampleUrl };
}
