import { join } from "node:path";
import pg from "pg";
import { startCluster } from "./cluster";
import { PlainProblem } from "./plain-problem";

const MAIN = "handover_portal";
const OLDEST = 150_000; // Postgres 15, as server_version_num says it

export type OwnDatabase = { ownerUrl: string; stop: () => Promise<void> };

/** Runs one piece of work on a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined); // a server that goes away is reported by the query that follows
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The same server's address with another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** A Postgres of the portal's own, with its data in `folder`. */
export async function ownDatabase(folder: string, password: string): Promise<OwnDatabase> {
  const cluster = await startCluster({ dataDir: join(folder, "postgres"), password, throwAway: false });
  try {
    await withClient(cluster.url("postgres"), async (client) => {
      const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [MAIN]);
      if (!rowCount) await client.query(`CREATE DATABASE ${MAIN}`);
    });
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return { ownerUrl: cluster.url(MAIN), stop: cluster.stop };
}

/** The operator's Postgres: reachable, recent enough, and ours to change. Throws a PlainProblem that names what is wrong. */
export async function givenDatabase(url: string): Promise<OwnDatabase> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new PlainProblem("DATABASE_URL must be an address like postgresql://user:password@host:5432/database.");
  }
  const { host, pathname, username } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1));
  try {
    await withClient(url, async (client) => {
      const { rows } = await client.query<{ version: string; may: boolean; login: boolean }>(`
        SELECT current_setting('server_version_num') AS version,
               has_database_privilege(current_database(), 'CREATE') AS may,
               (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS login`);
      const [facts] = rows;
      if (Number(facts?.version) < OLDEST) throw new PlainProblem(`The database server at ${host} is older than Postgres 15.`);
      if (!facts?.may) throw new PlainProblem(`The user "${username}" of DATABASE_URL may not create tables in "${database}": use the database's owner.`);
      if (!facts.login) throw new PlainProblem(`The user "${username}" of DATABASE_URL may not create the application's role: grant it CREATEROLE.`);
    });
  } catch (error) {
    throw error instanceof PlainProblem ? error : new PlainProblem(sentenceFor(error, { host, database, username }));
  }
  return { ownerUrl: url, stop: () => Promise.resolve() };
}

function sentenceFor(error: unknown, { host, database, username }: { host: string; database: string; username: string }): string {
  const code = (error as { code?: string }).code ?? "";
  if (code === "28P01" || code === "28000") return `DATABASE_URL is refused: the server at ${host} does not let "${username}" in with this password.`;
  if (code === "3D000") return `DATABASE_URL names the database "${database}", which does not exist at ${host}: create it first.`;
  if (["ENOTFOUND", "EAI_AGAIN"].includes(code)) return `DATABASE_URL names the server ${host}, which cannot be found.`;
  if (code === "ECONNREFUSED") return `DATABASE_URL names the server ${host}, where no Postgres answers.`;
  return `DATABASE_URL does not work: ${error instanceof Error ? error.message || code : String(error)}.`;
}
