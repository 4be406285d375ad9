import pg from "pg";
import type { TestProject } from "vitest/node";
import { startTemporaryCluster } from "@/scripts/cluster";
import { runNode } from "@/scripts/run-node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the server's maintenance database, as owner. */
    adminUrl: string;
    /** The migrated database that every test file copies. */
    template: string;
  }
}

/** One server for the run (TEST_DATABASE_URL, else a throw-away cluster) and one migrated database to copy from. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given ? undefined : await startTemporaryCluster();
  const adminUrl = cluster?.url("postgres") ?? given ?? "";
  const template = `portal_template_${process.pid}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  const owner = new URL(adminUrl);
  owner.pathname = `/${template}`;
  try {
    await admin(`CREATE DATABASE ${template}`);
    await runNode("scripts/migrate.ts", { env: { ...project.config.env, DATABASE_URL: owner.href } }); // in a process of its own: the queues' library leaves timers
    await admin(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`); // a connection would stop the copying
    await admin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${template}'`);
  } catch (error) {
    await cluster?.stop();
    throw error;
  }
  project.provide("adminUrl", adminUrl);
  project.provide("template", template);
  return async () => {
    if (cluster) await cluster.stop();
    else await admin(`DROP DATABASE ${template} WITH (FORCE)`);
  };
}
