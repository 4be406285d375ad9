// `npm run bench`: the production build on a database of its own that writes as a real one does, then tests/bench/main.ts
// against it: PUBLIC_URL is the portal, DATABASE_URL its database as the application's role, OWNER_DATABASE_URL
// as owner; the same with SMALL_ before it is a second portal, for a small organisation.
// `npm run bench -- --search` needs no portal: a migrated database, and tests/bench/search.ts against it.
import { randomBytes } from "node:crypto";
import { ensureBuild } from "./build";
import { type Cluster, startTemporaryCluster } from "./cluster";
import { withClient } from "./database";
import { appUrl, migrate } from "./migrate";
import { PlainProblem, runScript } from "./plain-problem";
import { spawnNode } from "./run-node";
import { startPortal } from "./test-portal";

/** Runs one of tests/bench to its end. */
async function run(file: string, env: Record<string, string>): Promise<void> {
  const bench = spawnNode(file, { args: process.argv.slice(2), env });
  const code = await new Promise<number | null>((ended) => bench.once("exit", ended));
  if (code !== 0) throw new PlainProblem("The bench did not reach its end; its messages are above.");
}

async function benchSearch(cluster: Cluster): Promise<void> {
  const [ownerUrl, authSecret] = [cluster.url("search"), randomBytes(32).toString("hex")];
  await withClient(cluster.url("postgres"), (client) => client.query("CREATE DATABASE search"));
  await migrate(ownerUrl, authSecret);
  await run("tests/bench/search.ts", { OWNER_DATABASE_URL: ownerUrl, DATABASE_URL: appUrl(ownerUrl, authSecret), AUTH_SECRET: authSecret, PUBLIC_URL: "http://localhost:3000" });
}

runScript(async () => {
  if (process.argv.includes("--search")) {
    const cluster = await startTemporaryCluster({ durable: true });
    await benchSearch(cluster).finally(cluster.stop);
    return;
  }
  await ensureBuild((line) => console.log(line));
  const cluster = await startTemporaryCluster({ durable: true });
  const undo: (() => Promise<void>)[] = [cluster.stop];
  try {
    const portal = await startPortal(cluster, "bench");
    undo.push(portal.stop);
    const small = await startPortal(cluster, "small");
    undo.push(small.stop);
    await run("tests/bench/main.ts", {
      PUBLIC_URL: portal.url, OWNER_DATABASE_URL: portal.ownerUrl, DATABASE_URL: appUrl(portal.ownerUrl, portal.authSecret), AUTH_SECRET: portal.authSecret,
      SMALL_PUBLIC_URL: small.url, SMALL_OWNER_DATABASE_URL: small.ownerUrl, SMALL_DATABASE_URL: appUrl(small.ownerUrl, small.authSecret),
    });
  } finally {
    for (const step of undo.reverse()) await step();
  }
});
