import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import pg from "pg";
import { afterAll, beforeAll, describe } from "vitest";
import { createDeal } from "@/lib/deals/commands/create";
import { createDealInput } from "@/lib/deals/schema";
import { newId } from "@/lib/platform/ids";
import { addDocument } from "@/lib/documents/commands/add";
import type { UploadValue } from "@/lib/handovers/rules/answers";
import { diskStore } from "@/lib/platform/store-disk";
import { storeFor } from "@/lib/platform/stores";
import { type Manifest, backUp } from "@/scripts/backup";
import { historyProblems } from "@/scripts/history";
import { restore } from "@/scripts/restore";
import { asUser, expect, NOW, prisma, test, untriggered } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aClient } from "../../support/factories/deals";
import { aDraft } from "../../support/factories/handovers";
import { FILES, pieces } from "../../support/files";

const owner = new URL(process.env.OWNER_DATABASE_URL ?? "");
const empty = new URL(owner);
empty.pathname = `${owner.pathname}_restored`;
const authSecret = process.env.AUTH_SECRET ?? "";

async function withClient<T>(url: URL, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  return work(client).finally(() => client.end());
}
const newEmpty = () => withClient(owner, async (client) => {
  await client.query(`DROP DATABASE IF EXISTS ${empty.pathname.slice(1)} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${empty.pathname.slice(1)} TEMPLATE template0`);
});
const home = mkdtempSync(join(tmpdir(), "portal-backup-"));
const elsewhere = diskStore(join(home, "store"));
const restoreInto = (url: URL, folder: string) => withClient(url, (client) => restore(client, { ownerUrl: url.href, folder, authSecret, store: elsewhere }));
const folder = join(home, "good");
let manifest: Manifest;
let document: UploadValue;

beforeAll(async () => {
  const { sam } = await anAgency(prisma);
  const client = await aClient(prisma, "Zoë\tTab & Söhne \\N \"quoted\"\nsecond line");
  for (const name of ["Shop", "Site"]) await createDeal(await asUser(sam), createDealInput.parse({ clientId: client.id, name, amount: "12,500.50", currency: "EUR" }));
  const long = Array.from({ length: 400 }, (_, index) => ({ id: newId(), name: `Client ${String(index)} ${String(index).repeat(4_000)}` }));
  await prisma.client.createMany({ data: long }); // more than one packet of the wire, where memory is used again
  const draft = await aDraft();
  document = await addDocument(await asUser(draft.sam), { handover: draft.id, field: "commercial.contract", row: null, name: "contract.pdf" }, pieces(FILES.pdf));
  manifest = await withClient(owner, (session) => backUp(session, folder, { now: NOW, store: storeFor({}) }));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("a backup", () => {
  test("names the migrations, and every table's rows with their digest", () => {
    expect(manifest.migrations.length).toBeGreaterThan(0);
    expect(manifest.tables.find(({ name }) => name === 'public."Deal"')).toMatchObject({ rows: 3, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(manifest.tables.map(({ name }) => name)).toContain("jobs.job");
  });

  test("comes back equal into an empty database, with its history whole and its guards standing", async () => {
    await newEmpty();
    const rows = await restoreInto(empty, folder);
    expect(rows).toBe(manifest.tables.reduce((sum, table) => sum + table.rows, 0));
    await withClient(empty, async (client) => {
      const again = await backUp(client, join(home, "again"), { now: NOW, store: elsewhere });
      expect(again).toEqual(manifest);
      expect(await historyProblems(client)).toMatchObject({ problems: [] });
      const guards = `SELECT count(*)::int AS n FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'`;
      const keys = `SELECT count(*)::int AS n FROM pg_constraint WHERE contype = 'f' AND convalidated AND connamespace = 'public'::regnamespace`;
      for (const sql of [guards, keys]) {
        const before = await withClient(owner, async (other) => (await other.query(sql)).rows[0] as unknown);
        expect((await client.query(sql)).rows[0]).toEqual(before);
      }
    });
  });

  test("brings the documents that briefs name into whichever store there is, by their digests", async () => {
    expect(manifest.documents).toEqual([{ sha256: document.sha256, size: document.size }]);
    expect(await buffer((await elsewhere.read(document.sha256))!)).toEqual(FILES.pdf);
  });

  test("continues the numbers and the chains where they were", async () => {
    const next = (url: URL) => withClient(url, async (client) => (await client.query(`SELECT name, value FROM (SELECT sequencename AS name, last_value AS value FROM pg_sequences WHERE schemaname = 'public') s ORDER BY name`)).rows);
    expect(await next(empty)).toEqual(await next(owner));
  });

  test("is refused where something is already", async () => {
    await expect(restoreInto(owner, folder)).rejects.toThrow(/The database is not empty/);
  });

  test("that was damaged is refused before anything is touched", async () => {
    const damaged = join(home, "damaged");
    await withClient(owner, (client) => backUp(client, damaged, { now: NOW, store: storeFor({}) }));
    const file = join(damaged, manifest.tables.find(({ name }) => name === 'public."Deal"')?.file ?? "");
    writeFileSync(file, readFileSync(file, "utf8").replace("Shop", "Shoq"));
    await newEmpty();
    await expect(restoreInto(empty, damaged)).rejects.toThrow(/The backup is damaged: .*Deal/);
    expect(await withClient(empty, async (client) => (await client.query(`SELECT to_regclass('"User"') AS there`)).rows)).toEqual([{ there: null }]);
  });

  test("with a document that was damaged is refused before anything is touched", async () => {
    const damaged = join(home, "damaged-document");
    await withClient(owner, (client) => backUp(client, damaged, { now: NOW, store: storeFor({}) }));
    writeFileSync(join(damaged, "documents", document.sha256), "another contract");
    await newEmpty();
    await expect(restoreInto(empty, damaged)).rejects.toThrow(`The backup is damaged: documents/${document.sha256}`);
  });

  test("of another release is refused with its name", async () => {
    const other = join(home, "other");
    await withClient(owner, (client) => backUp(client, other, { now: NOW, store: storeFor({}) }));
    writeFileSync(join(other, "manifest.json"), JSON.stringify({ ...manifest, migrations: [...manifest.migrations, "29990101000000_future"] }));
    await expect(restoreInto(empty, other)).rejects.toThrow(/another release \(29990101000000_future\)/);
  });
});

describe("B3: the history", () => {
  const problems = () => withClient(owner, async (client) => (await historyProblems(client)).problems.map(({ problem }) => problem));

  test("B3: is whole, and names the stream in which an event was changed, dropped or cut off", async () => {
    expect(await problems()).toEqual([]);
    const { stream } = await prisma.event.findFirstOrThrow({ where: { type: "deal.created" } });
    const kept = await prisma.event.findFirstOrThrow({ where: { stream } });

    await untriggered(`UPDATE "Event" SET payload = payload || ' ' WHERE id = $1`, [kept.id]);
    expect(await problems()).toEqual(["event 1 was changed"]);
    await untriggered(`UPDATE "Event" SET payload = $2 WHERE id = $1`, [kept.id, kept.payload]);
    await untriggered(`UPDATE "Event" SET seq = 2 WHERE id = $1`, [kept.id]);
    expect(await problems()).toEqual(["event 1 is missing"]);
    await untriggered(`DELETE FROM "Event" WHERE id = $1`, [kept.id]);
    expect(await problems()).toEqual(["the end was cut off"]);
  });

  test("B3: with a broken chain does not come back from a backup", async () => {
    const broken = join(home, "broken");
    await withClient(owner, (client) => backUp(client, broken, { now: NOW, store: storeFor({}) }));
    await newEmpty();
    await expect(restoreInto(empty, broken)).rejects.toThrow(/history is broken .*the end was cut off/);
    expect(await withClient(empty, async (client) => (await client.query(`SELECT count(*)::int AS n FROM "User"`)).rows)).toEqual([{ n: 0 }]);
  });
});
