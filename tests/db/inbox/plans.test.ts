import type pg from "pg";
import { beforeAll, describe } from "vitest";
import { pageOfKeys } from "@/lib/handovers/queries/inbox-slice";
import { INBOX_VIEWS, type InboxFilters, type InboxView } from "@/lib/inbox/format";
import { getAround } from "@/lib/inbox/queries/around";
import { anOrganisation, aPerson, aTeam } from "../../support/factories/agency";
import { aClient } from "../../support/factories/deals";
import { asOwner, asUser, expect, NOW, prisma, test as it } from "../../support/db";

const FEW = 10_000;
const MANY = 100_000;
const people = { pia: "", others: [] as string[], owner: "", team: "", client: "" };

/** Handovers of others, past every trigger: most of them closed, as after some years. `who` holds their PM's key. */
async function add(client: pg.Client, count: number, who: readonly string[], mix: string): Promise<void> {
  await client.query(`DROP TABLE IF EXISTS g`);
  await client.query(`CREATE TEMP TABLE g AS SELECT n, gen_random_uuid() AS deal, gen_random_uuid() AS handover, ('{${who.join()}}'::uuid[])[1 + n % ${who.length}] AS pm,
    timestamptz '${NOW.toISOString()}' - (n % 900) * interval '1 day' AS t, (${mix})::text AS status FROM generate_series(1, ${count}) n`);
  await client.query(`INSERT INTO "Deal" (id, "clientId", name, stage, currency, "contactOwnerId", "ownerId", "createdAt") SELECT deal, '${people.client}', 'Deal ' || n, 'WON', 'EUR', '${people.owner}', '${people.owner}', t FROM g`);
  await client.query(`INSERT INTO "Handover" (id, "dealId", status, "briefVersion", "contactOwnerId", "dealOwnerId", "pmId", "accountableId", "statusSince", "submittedAt", "firstSubmitAt", complexity, rounds)
    SELECT handover, deal, status::"HandoverStatus", 1, '${people.owner}', '${people.owner}', pm, '${people.owner}', t, t, t, 'STANDARD', n % 2 FROM g`);
  await client.query(`INSERT INTO "HandoverTeam" ("handoverId", "teamId") SELECT handover, '${people.team}' FROM g`);
  await client.query(`INSERT INTO "HandoverKey" (id, "handoverId", role, "holderId", state, "dueAt", "handoverStatus", "statusSince")
    SELECT gen_random_uuid(), handover, 'PM', pm, (CASE WHEN status = 'SUBMITTED' THEN 'OPEN' ELSE 'ACCEPTED' END)::"KeyState", t + interval '2 day', status::"HandoverStatus", t FROM g`);
}
const OF_PIA = "('{SUBMITTED,SUBMITTED,RETURNED,ACCEPTED,CLOSED,CLOSED}'::text[])[1 + n % 6]";
const OF_OTHERS = "CASE WHEN n % 40 = 0 THEN 'SUBMITTED' WHEN n % 40 = 1 THEN 'RETURNED' WHEN n % 40 < 6 THEN 'IN_DELIVERY' ELSE 'CLOSED' END";
const grow = (count: number, who: readonly string[], mix: string) =>
  asOwner(async (client) => { await client.query("SET session_replication_role = replica"); await add(client, count, who, mix); await client.query("VACUUM ANALYZE"); });

const VIEWS: InboxView[] = INBOX_VIEWS.filter((view) => view !== "team");
const filtersOf = (view: InboxView): InboxFilters[] => [
  { view }, { view, team: people.team }, { view, client: people.client }, { view, complexity: "complex" }, { view, owner: people.owner, round: "again" },
  { view, due: "week" }, { view, q: "deal 99" }, { view, q: "HO-7" },
];

/** The plan of one page as text, and how many pages of the database were read for it. */
async function planOf(filters: InboxFilters): Promise<{ plan: string; read: number }> {
  const page = pageOfKeys(await asUser(people.pia), filters, { take: 26 });
  const rows = await prisma.$queryRaw<Record<string, string>[]>`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, BUFFERS) SELECT count(*) FROM (${page}) q`;
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  const [, hit = "0", , missed = "0"] = /shared hit=(\d+)( read=(\d+))?/.exec(plan) ?? [];
  return { plan, read: Number(hit) + Number(missed) };
}
async function readAll(): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const view of VIEWS) for (const filters of filtersOf(view)) found.set(JSON.stringify(filters), (await planOf(filters)).read);
  return found;
}

let few = new Map<string, number>();

beforeAll(async () => {
  await anOrganisation(prisma);
  people.team = await aTeam(prisma, "Alpha");
  people.owner = await aPerson(prisma, "Sam");
  people.pia = await aPerson(prisma, "Pia", [{ teamId: people.team, role: "PM" }]);
  people.others = await Promise.all(Array.from({ length: 37 }, (_, n) => aPerson(prisma, `Other ${n}`, [{ teamId: people.team, role: "PM" }])));
  people.client = (await aClient(prisma)).id;
  await grow(240, [people.pia], OF_PIA);
  await grow(FEW - 240, people.others, OF_OTHERS);
  few = await readAll();
  await grow(MANY - FEW, people.others, OF_OTHERS);
}, 180_000);

describe("P1.7 an inbox at a hundred thousand handovers", () => {
  it.each(VIEWS)("%s reads its own index, and no table from end to end, whatever the filters", async (view) => {
    for (const filters of filtersOf(view)) {
      const { plan } = await planOf(filters);
      expect(plan).toMatch({ "to-review": /inbox_open/, snoozed: /inbox_open|Snooze_pkey/, waiting: /inbox_waiting/, accepted: /inbox_accepted/, done: /inbox_done/, team: /inbox_open/ }[view]);
      expect(plan).not.toMatch(/Seq Scan on "(HandoverKey|Handover|Deal|HandoverTeam)"/);
    }
  });

  it("reads as much as it did at ten thousand", async () => {
    for (const [filters, before] of few) {
      const { read } = await planOf(JSON.parse(filters) as InboxFilters);
      expect.soft(read, filters).toBeLessThan(2.5 * before + 50); // an index is a level deeper, and rows lie further apart
    }
  });

  it("counts what waits in one statement that stops counting", async () => {
    const { views, counts } = await getAround(await asUser(people.pia));
    expect(views).toEqual(VIEWS);
    expect(counts).toEqual({ "to-review": 80, waiting: 40, snoozed: 0 });
    await grow(60, [people.pia], "'SUBMITTED'");
    expect((await getAround(await asUser(people.pia))).counts["to-review"], "140 wait").toBe(100);
  });
});
