import type pg from "pg";
import { beforeAll, describe } from "vitest";
import type { Prisma } from "@/lib/platform/generated/client";
import { dealsIn, pipelineHandovers, waitingDeals } from "@/lib/reports/queries/facts";
import { getPipeline } from "@/lib/reports/queries/pipeline";
import { returnPoints, firstOutcomes } from "@/lib/reports/queries/reviews";
import { readSlice, type Slice } from "@/lib/reports/queries/slice";
import { reportParams } from "@/lib/reports/schema";
import { aPerson, anOrganisation, aTeam } from "../../support/factories/agency";
import { aClient } from "../../support/factories/deals";
import { asOwner, asUser, expect, NOW, prisma, test as it } from "../../support/db";

const MANY = 10_000;
let manager = "";

/** An agency of some years: ten thousand handovers, most of them closed, with their intervals and events. */
async function fill(client: pg.Client, ids: { sellers: string[]; pms: string[]; teams: string[]; clientId: string }): Promise<void> {
  await client.query("SET session_replication_role = replica");
  const one = (list: readonly string[]) => `('{${list.join()}}'::uuid[])[1 + n % ${list.length}]`;
  await client.query(`CREATE TEMP TABLE g AS SELECT n, gen_random_uuid() AS deal, gen_random_uuid() AS handover, ${one(ids.sellers)} AS seller, ${one(ids.pms)} AS pm, ${one(ids.teams)} AS team,
    timestamptz '${NOW.toISOString()}' - (n % 900) * interval '1 day' - interval '20 day' AS t, n % 12 = 0 AS open,
    CASE WHEN n % 5 > 0 THEN 'CLOSED' ELSE ('{DRAFT,SUBMITTED,RETURNED,ACCEPTED,IN_DELIVERY}'::text[])[1 + n / 5 % 5] END AS state FROM generate_series(1, ${MANY}) n`);
  await client.query(`INSERT INTO "Deal" (id, number, "clientId", name, stage, "valueMinor", currency, "contactOwnerId", "ownerId", "wonAt", "createdAt")
    SELECT deal, 100000 + n, '${ids.clientId}', 'Deal', (CASE WHEN open THEN 'PROPOSAL' ELSE 'WON' END)::"DealStage", n * 100, 'EUR', seller, seller, CASE WHEN open THEN NULL ELSE t END, t FROM g`);
  await client.query(`INSERT INTO "Handover" (id, number, "dealId", status, "contactOwnerId", "dealOwnerId", "pmId", "accountableId", "statusSince", "firstSubmitAt", "createdAt", "updatedAt")
    SELECT handover, 100000 + n, deal, state::"HandoverStatus", seller, seller, pm, seller, t, CASE WHEN state = 'DRAFT' THEN NULL ELSE t END, t, t FROM g WHERE NOT open`);
  await client.query(`INSERT INTO "HandoverTeam" ("handoverId", "teamId") SELECT handover, team FROM g WHERE NOT open`);
  const spans = [["deal", "STAGE", "'PROSPECT'", "t - interval '9 day'", "t"], ["deal", "STAGE", "CASE WHEN open THEN 'PROPOSAL' ELSE 'WON' END", "t", "NULL"], ["deal", "OWNER", "seller::text", "t", "NULL"],
    ["deal", "VALUE", "n * 100 || ' EUR'", "t", "NULL"], ["handover", "OWNER", "seller::text", "t", "NULL"], ["handover", "STATUS", "'DRAFT'", "t - interval '2 day'", "t"], ["handover", "STATUS", "state", "t", "NULL"]];
  for (const [stream, kind, value, from, to] of spans)
    await client.query(`INSERT INTO "Interval" (stream, kind, value, "from", "to") SELECT ${stream}, '${kind}', ${value}, ${from}, ${to} FROM g`);
  const types = ["handover.begun", "handover.peopleNamed", "handover.submitted", "key.accepted", "handover.accepted", "checklist.ticked", "checklist.ticked", "promise.updated"];
  for (const [i, type] of types.entries())
    await client.query(`INSERT INTO "Event" (id, "streamKind", stream, seq, type, payload, actor, at) SELECT gen_random_uuid(), 'HANDOVER', handover, ${i + 1}, '${type}', '{}', 'user:' || pm, t + ${i} * interval '5 hour' FROM g WHERE NOT open`);
  await client.query("ANALYZE");
}

beforeAll(async () => {
  await anOrganisation(prisma);
  const sales = await aTeam(prisma, "Sales", "SALES");
  const teams = [await aTeam(prisma, "Alpha"), await aTeam(prisma, "Beta")];
  const people = (names: string[], role: "SALES" | "PM", teamId: string) => Promise.all(names.map((name) => aPerson(prisma, name, [{ teamId, role }])));
  const sellers = await people(["Ava", "Ben", "Cleo", "Dag"], "SALES", sales);
  const pms = await people(["Eva", "Finn", "Gil", "Hal", "Ida"], "PM", teams[0] ?? "");
  manager = await aPerson(prisma, "Mona", [{ teamId: sales, role: "MANAGER" }]);
  await asOwner(async (client) => fill(client, { sellers, pms, teams, clientId: (await aClient(prisma)).id }));
}, 120_000);

async function sliceOf(asOf?: string): Promise<Slice> {
  return (await readSlice(await asUser(manager), reportParams.parse({ period: "30", asOf }))).slice;
}

/** The plan as text, with what was read in all. */
async function planOf(query: Prisma.Sql): Promise<string> {
  const rows = await prisma.$queryRaw<Record<string, string>[]>`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, BUFFERS) SELECT count(*) FROM (${query}) q`;
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}
const pagesRead = (plan: string): number => Number(/shared hit=(\d+)/.exec(plan)?.[1] ?? 0) + Number(/shared hit=\d+ read=(\d+)/.exec(plan)?.[1] ?? 0);

describe("R1 at ten thousand handovers", () => {
  it("the pipeline of now reads the open handovers through an index", async () => {
    const plan = await planOf(pipelineHandovers(await sliceOf()));
    expect(plan).toMatch(/Index Scan (using|on) (open_handovers|one_live_handover_per_deal)/);
    expect(plan).not.toMatch(/Seq Scan on "Handover"/);
  });

  it("the open deals of now look up their stage's beginning, and walk through no intervals", async () => {
    const plan = await planOf(dealsIn(await sliceOf(), "open"));
    expect(plan).toMatch(/Interval_stream_kind_from_idx/);
    expect(plan).not.toMatch(/Seq Scan on "Interval"/);
  });

  it("what happened in a period is found by its type and time, and not by reading the history", async () => {
    const plan = await planOf(firstOutcomes(await sliceOf()));
    expect(plan).toMatch(/Event_type_at_idx/);
    expect(plan).not.toMatch(/Seq Scan on "Event"/);
  });

  it("a past day costs a few look-ups for each of its rows, and no more", async () => {
    for (const asOf of [undefined, "2029-06-01"]) {
      const slice = await sliceOf(asOf);
      for (const query of [pipelineHandovers(slice), dealsIn(slice, "open"), waitingDeals(slice), firstOutcomes(slice), returnPoints(slice)])
        expect(pagesRead(await planOf(query))).toBeLessThan(20 * MANY);
    }
  });

  it("the whole page is there in time", async () => {
    const ctx = await asUser(manager);
    await getPipeline(ctx, reportParams.parse({})); // the first one lays out the calendars
    const start = performance.now();
    const report = await getPipeline(ctx, reportParams.parse({}));
    expect(report.states.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(1_500);
    expect(report.decisions.count).toBeGreaterThan(100);
    expect(performance.now() - start).toBeLessThan(3_000); // on a busy machine; a tenth of it on a quiet one
  });
});
