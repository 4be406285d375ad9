import { mkdtempSync, rmSync } from "node:fs";
import { type Server, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, test } from "vitest";
import { spawnNode } from "@/scripts/run-node";

const folder = mkdtempSync(join(tmpdir(), "portal-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the portal with settings that it should refuse; its exit code and everything it said. */
function start(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const nothing = { DATABASE_URL: "", AUTH_SECRET: "", PUBLIC_URL: "", HOST: "", TRUST_PROXY: "", NODE_OPTIONS: "", PORT: "39999" };
  return new Promise((done) => {
    const child = spawnNode("scripts/supervise.ts", { stdio: ["ignore", "pipe", "pipe"], env: { ...nothing, PORTAL_DATA_DIR: folder, ...settings } });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("close", (code) => done({ code, said: said.trim() }));
  });
}

const listening = (): Promise<Server> => new Promise((ready) => {
  const server = createServer().listen(0, "127.0.0.1", () => ready(server));
});
const portOf = (server: Server): string => {
  const address = server.address();
  return address && typeof address === "object" ? String(address.port) : "";
};
const server = new URL(inject("adminUrl"));
const changed = (change: (url: URL) => void): string => {
  const url = new URL(server);
  change(url);
  return url.href;
};

describe("a start that cannot work is one sentence and exit 1", () => {
  test.each([
    ["a weak secret", { AUTH_SECRET: "too-short" }, /^AUTH_SECRET must have at least 32 characters: make one with `openssl rand -base64 32`\.$/],
    ["a port that is none", { PORT: "http" }, /^PORT must be a port number between 1 and 65535\.$/],
    ["an address without scheme", { PUBLIC_URL: "handover.example.com" }, /^PUBLIC_URL must be an address like https:\/\/handover\.example\.com\.$/],
    ["a folder where nothing can be written", { PORTAL_DATA_DIR: "/dev/null/data" }, /^The portal's data belongs in \/dev\/null\/data, but you may not write there: start as the folder's owner\.$/],
    ["a database address that is none", { DATABASE_URL: "mysql://root@localhost/x" }, /^DATABASE_URL must be an address like postgresql:\/\/user:password@host:5432\/database\.$/],
    ["a database server that is not there", { DATABASE_URL: "postgresql://a:b@127.0.0.1:1/x" }, /^DATABASE_URL names the server 127\.0\.0\.1:1, where no Postgres answers\.$/],
    ["a server name that nobody knows", { DATABASE_URL: "postgresql://a:b@nowhere.invalid/x" }, /^DATABASE_URL names the server nowhere\.invalid, which cannot be found\.$/],
    ["a database that does not exist", { DATABASE_URL: changed((url) => (url.pathname = "/missing")) }, /^DATABASE_URL names the database "missing", which does not exist at 127\.0\.0\.1:\d+: create it first\.$/],
    ["a wrong password", { DATABASE_URL: changed((url) => (url.password = "wrong")) }, /^DATABASE_URL is refused: the server at 127\.0\.0\.1:\d+ does not let "portal_owner" in with this password\.$/],
  ])("%s", async (_what, settings, sentence) => {
    const { code, said } = await start(settings as Record<string, string>);
    expect(said).toMatch(sentence);
    expect(code).toBe(1);
  });

  test("a busy port", async () => {
    const busy = await listening();
    const port = portOf(busy);
    const { code, said } = await start({ PORT: port });
    busy.close();
    expect(said).toBe(`Port ${port} is already used by another program: choose another one, for example PORT=${String(Number(port) + 1)} npm start.`);
    expect(code).toBe(1);
  });
});
