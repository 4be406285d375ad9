// `npm run bench`: the production build on a database of its own that writes as a real one does, then tests/bench/main.ts
// against it: PUBLIC_URL is the portal, DATABASE_URL its database as the application's role, OWNER_DATABASE_URL as owner.
import { ensureBuild } from "./build";
import { startTemporaryCluster } from "./cluster";
import { appUrl } from "./migrate";
import { PlainProblem, runScript } from "./plain-problem";
import { spawnNode } from "./run-node";
import { startPortal } from "./test-portal";

runScript(async () => {
  await ensureBuild((line) => console.log(line));
  const cluster = await startTemporaryCluster({ durable: true });
  const undo: (() => Promise<void>)[] = [cluster.stop];
  try {
    const portal = await startPortal(cluster, "bench");
    undo.push(portal.stop);
    const bench = spawnNode("tests/bench/main.ts", {
      args: process.argv.slice(2),
      env: { PUBLIC_URL: portal.url, OWNER_DATABASE_URL: portal.ownerUrl, DATABASE_URL: appUrl(portal.ownerUrl, portal.authSecret), AUTH_SECRET: portal.authSecret },
    });
    const code = await new Promise<number | null>((ended) => bench.once("exit", ended));
    if (code !== 0) throw new PlainProblem("The bench did not reach its end; its messages are above.");
  } finally {
    for (const step of undo.reverse()) await step();
  }
});
