import { randomBytes } from "node:crypto";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, type Cluster } from "./cluster";
import { withClient } from "./database";
import { appUrl } from "./migrate";
import { stopProcess } from "./processes";
import { ROOT, spawnNode } from "./run-node";

export type Portal = { url: string; setUpLink: string; ownerUrl: string; appUrl: string; authSecret: string; stop: () => Promise<void> };

/** One for all portals of a run: they share a server, where the application's role has one password, made of it. */
const authSecret = randomBytes(32).toString("hex");

/** Starts the whole portal as `npm start` does, on a database of its own in `cluster`; its log goes to test-results. */
export async function startPortal(cluster: Cluster, name: string): Promise<Portal> {
  const database = `portal_${name}`;
  await withClient(cluster.url("postgres"), (client) => client.query(`CREATE DATABASE ${database}`));
  const [port, dataDir] = [await freePort(), mkdtempSync(join(tmpdir(), "portal-test-"))];
  const url = `http://localhost:${String(port)}`;
  const child = spawnNode("scripts/supervise.ts", {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      DATABASE_URL: cluster.url(database), PORTAL_DATA_DIR: dataDir, PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: url,
      AUTH_SECRET: authSecret, TRUST_PROXY: "0", LOG_LEVEL: "warn",
    },
  });
  mkdirSync(join(ROOT, "test-results"), { recursive: true });
  const log = createWriteStream(join(ROOT, `test-results/portal-${name}.log`));
  let said = "";
  const link = await new Promise<string>((ready, fail) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        log.write(chunk);
        said = (said + chunk.toString()).slice(-20_000);
        const found = /^Set-up link: (.*)$/m.exec(said)?.[1];
        if (found) ready(found);
      });
    }
    child.once("exit", () => fail(new Error(`The portal for the browser tests did not start:\n${said}`)));
  });
  return {
    url,
    setUpLink: link,
    ownerUrl: cluster.url(database),
    appUrl: appUrl(cluster.url(database), authSecret),
    authSecret,
    stop: async () => {
      if (child.pid) await stopProcess(child.pid, { signal: "SIGTERM", patienceMs: 25_000 });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Asks for the sample organisation as the web does, and waits until it is there. */
export async function fillSample(portal: Portal, limitMs = 180_000): Promise<void> {
  await withClient(portal.ownerUrl, async (client) => {
    await client.query("SELECT pg_notify('sample', 'create')");
    for (const until = Date.now() + limitMs; Date.now() < until; ) {
      const { rows } = await client.query<{ state: string; detail: string }>(`SELECT state, detail FROM "SampleState"`);
      if (rows[0]?.state === "ready") return;
      if (rows[0]?.state === "failed") throw new Error("The sample organisation could not be made; see test-results/portal-sample.log.");
      await new Promise((wait) => setTimeout(wait, 200));
    }
    throw new Error("The sample organisation was not there in time.");
  });
}
