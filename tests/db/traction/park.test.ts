import { moveDeal } from "@/lib/deals/commands/stage";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { parkSilentDeals } from "@/lib/traction/commands/park";
import { asActor, asUser, eventTypes, expect, NOW, test } from "../../support/db";
import { type Agency, anAgency } from "../../support/factories/agency";
import { aDeal } from "../../support/factories/deals";

// 2 January 2030 is a Wednesday; with no holidays, the twentieth business day after 4 December 2029 ends on 1 January 2030.
const job = (db: Db, now = NOW) => asActor({ type: "system", job: "parkSilentDeals" }, db, now);
const stage = async (db: Db, id: string) => (await db.deal.findUniqueOrThrow({ where: { id } })).stage;
const deal = (db: Db, agency: Agency, heard: string | null, more = {}) =>
  aDeal(db, agency, {
    createdAt: new Date("2029-10-01T08:00:00Z"), ...more,
    ...(heard && { evidence: { create: { id: newId(), kind: "need", happenedOn: new Date(heard), words: "They called.", addedById: agency.sam } } }),
  });

test("P5.6 a deal is parked on the twentieth business day of silence, not before, once, and by the portal", async ({ db }) => {
  const agency = await anAgency(db);
  const [due, early] = [await deal(db, agency, "2029-12-04"), await deal(db, agency, "2029-12-05")];
  expect(await parkSilentDeals(job(db))).toBe(1);
  expect([await stage(db, due), await stage(db, early)]).toEqual(["PARKED", "PROPOSAL"]);
  expect(await parkSilentDeals(job(db))).toBe(0);
  expect(await eventTypes(db, due)).toEqual(["traction.dealParked"]);
  expect(await db.event.findFirstOrThrow({ where: { stream: due } })).toMatchObject({ actor: "system:parkSilentDeals", payload: JSON.stringify({ from: "PROPOSAL", since: "2029-12-04", businessDays: 20 }) });
  expect(await db.deal.findUniqueOrThrow({ where: { id: due } })).toMatchObject({ parkedFrom: "PROPOSAL", revision: 2 });
});

test("P5.6 the seller's holidays do not count, and withdrawn evidence is no sign of the client", async ({ db }) => {
  const agency = await anAgency(db);
  const [heard, withdrawn] = [await deal(db, agency, "2029-12-04"), await deal(db, agency, "2029-12-20")];
  await db.tractionEvidence.updateMany({ where: { dealId: withdrawn }, data: { withdrawnAt: NOW } });
  await db.holiday.createMany({ data: ["2029-12-25", "2029-12-26"].map((date) => ({ id: newId(), date: new Date(date), name: "Christmas" })) });
  await parkSilentDeals(job(db));
  expect([await stage(db, heard), await stage(db, withdrawn)]).toEqual(["PROPOSAL", "PARKED"]);
});

test("P5.6 a deal without evidence is silent since it began; what is won, lost or parked stays as it is", async ({ db }) => {
  const agency = await anAgency(db);
  const silent = await deal(db, agency, null, { stage: "PROSPECT" });
  const fresh = await deal(db, agency, null, { createdAt: new Date("2029-12-20T08:00:00Z") });
  const others = [await deal(db, agency, null, { stage: "WON" }), await deal(db, agency, null, { stage: "LOST" }), await deal(db, agency, null, { stage: "PARKED" })];
  expect(await parkSilentDeals(job(db))).toBe(1);
  expect(await Promise.all([silent, fresh, ...others].map((id) => stage(db, id)))).toEqual(["PARKED", "PROPOSAL", "WON", "LOST", "PARKED"]);
});

test("P5.6 a deal that a person revived has its twenty business days again", async ({ db }) => {
  const agency = await anAgency(db);
  const id = await deal(db, agency, "2029-11-01");
  await parkSilentDeals(job(db));
  await moveDeal(await asUser(agency.sam, db), { id, revision: 2, move: "revive", reason: "They wrote on paper" });
  expect(await parkSilentDeals(job(db, new Date("2030-01-29T10:00:00Z")))).toBe(0);
  expect(await parkSilentDeals(job(db, new Date("2030-01-30T23:00:00Z")))).toBe(1);
});

test("P5.6 a parked deal frees whoever was asked about it", async ({ db }) => {
  const agency = await anAgency(db);
  const id = await deal(db, agency, "2029-11-01");
  await db.involvement.create({
    data: {
      id: newId(), dealId: id, kind: "WRITTEN", personId: agency.lee, role: "TEAM_LEAD", teamId: agency.wordpress, requestedById: agency.sam,
      asked: "Can it be moved?", suggestion: "Yes.", capMinutes: 30, neededBy: new Date("2030-01-10"), why: "7 of 8 points",
    },
  });
  await parkSilentDeals(job(db));
  expect(await db.involvement.findFirstOrThrow({ where: { dealId: id } })).toMatchObject({ state: "WITHDRAWN" });
  expect(await eventTypes(db, id)).toEqual(["traction.dealParked", "involvement.withdrawn"]);
});
