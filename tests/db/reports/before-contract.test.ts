import type { Ctx } from "@/lib/auth/ctx";
import { acceptInvolvement } from "@/lib/involvement/commands/decide";
import { recordHours } from "@/lib/involvement/commands/hours";
import { requestInvolvement } from "@/lib/involvement/commands/request";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { exportBeforeContract, getBeforeContract, listBeforeContract } from "@/lib/reports/queries/before-contract";
import { earlyParams, reportParams } from "@/lib/reports/schema";
import { asUser, expect, NOW, test } from "../../support/db";
import { type Agency, anAgency } from "../../support/factories/agency";
import { aReview } from "../../support/factories/handovers";
import { aRequest, aSeriousDeal, aTrial } from "../../support/factories/involvement";

/** A deal on which Lee spent so many minutes. */
async function worked(db: Db, agency: Agency, minutes: number, more: Parameters<typeof aSeriousDeal>[2] = {}) {
  const dealId = await aSeriousDeal(db, agency, more);
  const { id } = await requestInvolvement(await asUser(agency.sam, db), aRequest(dealId, agency.lee));
  const lee = await asUser(agency.lee, db);
  await acceptInvolvement(lee, { id });
  await recordHours(lee, { id, entryId: newId(), minutes, workedOn: "2030-01-02", note: "" });
  return dealId;
}
const report = (ctx: Ctx, more = {}) => getBeforeContract(ctx, reportParams.parse(more));
const list = (ctx: Ctx, part: object, more = {}) => listBeforeContract(ctx, { params: reportParams.parse(more), part: earlyParams.parse(part) });
const later = new Date(NOW.getTime() + 60_000);

test("P5.5 R4 hours stand by outcome, and on lost deals by seller and source; each number opens its rows", async ({ db }) => {
  const agency = await anAgency(db);
  await worked(db, agency, 30);
  for (const [minutes, source] of [[40, "Trade fair"], [50, ""], [20, "Trade fair"]] as const)
    await db.deal.update({ where: { id: await worked(db, agency, minutes, { more: { source } }) }, data: { stage: "LOST" } });
  const bea = await asUser(agency.bea, db, later);
  const { hours } = await report(bea);
  expect([hours.outcomes.open, hours.outcomes.lost, hours.outcomes.won].map(({ minutes, deals }) => [minutes, deals])).toEqual([[30, 1], [110, 3], [0, 0]]);
  expect(hours.sellers).toMatchObject([{ label: "Sam", minutes: 110, deals: 3 }]);
  expect(hours.sources).toMatchObject([{ label: "Trade fair", minutes: 60 }, { label: "No source given", minutes: 50 }]);
  for (const { key, minutes, deals } of hours.sources) {
    const { rows } = await list(bea, { figure: "hours", outcome: "lost", source: key });
    expect([rows.length, rows.reduce((sum, { cells }) => sum + Number(cells[6]), 0)]).toEqual([deals, minutes]);
  }
});

test("R4 trial tasks by state, grants with whether they were used, complex work without delivery", async ({ db }) => {
  const agency = await aReview(db);
  await db.deal.update({ where: { id: agency.dealId }, data: { wonAt: new Date("2030-01-02T08:00:00Z") } });
  await aTrial(db, agency, { until: "running" });
  await aTrial(db, agency);
  const simple = await aSeriousDeal(db, agency, { complexity: "SIMPLE" });
  const grant = { dealId: simple, reason: "A very old site", until: new Date("2030-02-01"), score: 7, needed: 5, grantedById: agency.bea, grantedAt: NOW };
  await db.involvementGrant.createMany({ data: [{ id: newId(), allows: "WRITTEN", ...grant }, { id: newId(), allows: "CALL", ...grant }] });
  await requestInvolvement(await asUser(agency.sam, db), aRequest(simple, agency.lee));
  const rubric = await db.policyVersion.findFirstOrThrow({ where: { kind: "COMPLEXITY_RUBRIC" }, select: { id: true } });
  await db.classOverride.create({ data: { id: newId(), dealId: simple, rubricId: rubric.id, from: "SIMPLE", class: "STANDARD", reason: "Nobody knows the old theme", state: "STANDING", askedById: agency.sam, askedAt: NOW } });
  const bea = await asUser(agency.bea, db, later);
  const found = await report(bea);
  expect(found.overrides).toEqual({ count: 1, kinds: [{ fromClass: "SIMPLE", toClass: "STANDARD", count: 1 }] });
  expect((await list(bea, { figure: "overrides" })).rows.map(({ cells }) => cells.slice(5, 9))).toEqual([["simple", "standard", "stands", "Nobody knows the old theme"]]);
  expect(found.trials.states.filter(({ count }) => count > 0)).toEqual([{ state: "REQUESTED", count: 1 }, { state: "RUNNING", count: 1 }]);
  expect(found.grants.kinds).toEqual([{ kind: "WRITTEN", count: 1, used: 1 }, { kind: "CALL", count: 1, used: 0 }]);
  expect(found.uninvolved).toBe(1);
  expect((await list(bea, { figure: "trials", state: "RUNNING" })).rows).toHaveLength(1);
  expect((await list(bea, { figure: "uninvolved" })).rows.map(({ id }) => id)).toEqual([agency.dealId]);
});

test("R4 is for managers, each of their own; a delivery manager reads what the team was asked; the file holds the list", async ({ db }) => {
  const agency = await anAgency(db);
  await worked(db, agency, 30, { more: { name: "=HYPERLINK(1)" } });
  for (const who of [agency.sam, agency.lee, agency.ada]) await expect(report(await asUser(who, db, later))).rejects.toMatchObject({ code: "FORBIDDEN" });
  const other = await anAgency(db);
  expect((await report(await asUser(agency.bo, db, later))).hours.outcomes.open.minutes).toBe(30);
  for (const who of [other.bea, other.bo]) expect((await report(await asUser(who, db, later))).hours.outcomes.open.minutes).toBe(0);
  const pieces: string[] = [];
  for await (const piece of await exportBeforeContract(await asUser(agency.bea, db, later), { params: reportParams.parse({}), part: earlyParams.parse({}) })) pieces.push(piece);
  expect(pieces.join("").split("\r\n")).toEqual(["\uFEFFDeal,Client,Name,Stands,Contact owner,Source,Minutes,Entries", expect.stringMatching(/^D-\d+,Acme,'=HYPERLINK\(1\),Still open,Sam,,30,1$/), ""]);
});
