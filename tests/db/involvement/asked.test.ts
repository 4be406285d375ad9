import { describe } from "vitest";
import { agreeInvolvement, declineInvolvement, withdrawInvolvement } from "@/lib/involvement/commands/decide";
import { requestInvolvement } from "@/lib/involvement/commands/request";
import { findAskedRequest, listAskedRequests } from "@/lib/involvement/queries/asked";
import { getAsking, listHours, listRequests } from "@/lib/involvement/queries/of-deal";
import { getDeal, listDeals } from "@/lib/deals/queries";
import { listDealsParams } from "@/lib/deals/schema";
import { announceEvent } from "@/lib/jobs/announce";
import { deactivatePerson } from "@/lib/people/commands/people";
import { loadHeld } from "@/lib/people/queries/held";
import { getShell } from "@/lib/people/queries/shell";
import { deliverTrial, startTrial } from "@/lib/trials/commands/run";
import { findAskedTrial, listAskedTrials } from "@/lib/trials/queries/asked";
import { listTrials } from "@/lib/trials/queries/of-deal";
import { recordHours } from "@/lib/involvement/commands/hours";
import { newId } from "@/lib/platform/ids";
import { chainProblem } from "@/lib/events/verify";
import { moveDeal } from "@/lib/deals/commands/stage";
import { asActor, asUser, eventTypes, expect, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aRequest, aSeriousDeal, asked, aTrial } from "../../support/factories/involvement";

describe("what is asked of somebody", () => {
  test("P6.4 is only theirs, and leaves the list of what is to be decided once it is", async ({ db }) => {
    const { id, lee, pia, dev } = await asked(db);
    const ctx = await asUser(lee, db);
    expect(await listAskedRequests(ctx)).toMatchObject([{ id, group: "decide", from: "Sam" }]);
    expect((await getShell(ctx)).toAnswer).toBe(1);
    for (const who of [pia, dev]) {
      expect(await listAskedRequests(await asUser(who, db))).toEqual([]);
      expect(await findAskedRequest(await asUser(who, db), { id })).toBeNull();
    }
    await agreeInvolvement(ctx, { id });
    expect([await listAskedRequests(ctx), (await getShell(ctx)).toAnswer]).toMatchObject([[{ group: "done" }], 0]);
  });
  test("P6.5 a trial task waits for its lead, then its developer, then its lead", async ({ db }) => {
    const agency = await anAgency(db);
    const { id } = await aTrial(db, agency, { until: "approved" });
    const groups = async () => {
      const [dev, lee] = [await asUser(agency.dev, db), await asUser(agency.lee, db)];
      return [(await listAskedTrials(dev))[0]?.group, (await listAskedTrials(lee))[0]?.group, (await getShell(dev)).toAnswer, (await getShell(lee)).toAnswer];
    };
    expect(await groups()).toEqual(["decide", "wait", 1, 0]);
    await startTrial(await asUser(agency.dev, db), { id });
    expect(await groups()).toEqual(["work", "wait", 0, 0]);
    await deliverTrial(await asUser(agency.dev, db), { id, result: "It works." });
    expect(await groups()).toEqual(["wait", "decide", 0, 1]);
  });
  test("a developer sees what is asked, no deal and no money; a lead the deal without its money", async ({ db }) => {
    const agency = await anAgency(db);
    const { id, dealId } = await aTrial(db, agency, { until: "approved", more: { price: "800" } });
    const toDev = await requestInvolvement(await asUser(agency.sam, db), aRequest(dealId, agency.dev));
    const [dev, lee, sam] = [await asUser(agency.dev, db), await asUser(agency.lee, db), await asUser(agency.sam, db)];
    expect((await listDeals(dev, listDealsParams.parse({}))).rows).toEqual([]);
    await expect(getDeal(dev, { id: dealId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const seen = JSON.stringify([await findAskedTrial(dev, { id }), await findAskedRequest(dev, { id: toDev.id }), await listAskedTrials(dev)], (_, value: unknown) => (typeof value === "bigint" ? Number(value) : value));
    for (const money of ["80000", "1250000", "800"]) expect(seen).not.toContain(money);
    expect(await findAskedTrial(dev, { id })).toMatchObject({ dealHref: null });
    expect(await getDeal(lee, { id: dealId })).toMatchObject({ valueMinor: 0 });
    expect(await findAskedTrial(lee, { id })).toMatchObject({ dealHref: `/deals/${dealId}` });
    expect([(await listTrials(lee, { dealId }))[0]?.priceMinor, (await listTrials(sam, { dealId }))[0]?.priceMinor]).toEqual([null, 80_000]);
    expect(await listRequests(lee, { dealId })).toEqual([]);
    expect(await listRequests(sam, { dealId })).toHaveLength(1);
  });
  test("P5.4 P6.4 a deal is seen by who is asked as PM or lead, and by the manager of their team, until it is declined", async ({ db }) => {
    const { id, dealId, lee, bo, pia, max, sue } = await asked(db);
    const sees = async (who: string) => getDeal(await asUser(who, db), { id: dealId }).then(() => true, () => false);
    expect([await sees(lee), await sees(bo), await sees(pia), await sees(max), await sees(sue)]).toEqual([true, true, false, false, false]);
    await declineInvolvement(await asUser(lee, db), { id, reason: "NO_TIME", note: "" });
    expect([await sees(lee), await sees(bo)]).toEqual([false, true]);
  });
  test("P5.5 all hours are for those who answer for the deal; who is asked sees their own", async ({ db }) => {
    const { id, dealId, lee, sam, pia } = await asked(db);
    const toPia = await requestInvolvement(await asUser(sam, db), aRequest(dealId, pia));
    for (const [who, of] of [[lee, id], [pia, toPia.id]] as const) {
      await agreeInvolvement(await asUser(who, db), { id: of });
      await recordHours(await asUser(who, db), { id: of, entryId: newId(), minutes: 20, workedOn: "2030-01-02", note: "" });
    }
    const hours = async (who: string) => (await listHours(await asUser(who, db), { dealId })).map(({ name, minutes }) => [name, minutes]);
    expect([await hours(sam), await hours(lee)]).toEqual([[["Lee", 20], ["Pia", 20]], [["Lee", 20]]]);
  });
});

test("P6.4 whoever is asked is told and led to what is asked of them; who asked is led to the deal", async ({ db }) => {
  const { id, dealId, dev, lee, sam } = await asked(db);
  await requestInvolvement(await asUser(sam, db), aRequest(dealId, dev));
  await agreeInvolvement(await asUser(lee, db), { id });
  const told = asActor({ type: "system", job: "announce" }, db);
  for (const { id: eventId } of await db.event.findMany({ where: { stream: dealId, type: { startsWith: "involvement" } }, orderBy: { seq: "asc" } })) await announceEvent(told, { eventId });
  const notices = await db.notification.findMany({ where: { userId: { in: [dev, lee, sam] } }, orderBy: { at: "asc" }, select: { userId: true, href: true, text: true } });
  expect(notices.filter(({ userId }) => userId !== sam).map(({ href }) => href)).toEqual(["/asked", "/asked"]);
  expect(notices.find(({ userId }) => userId === sam)).toMatchObject({ href: `/deals/${dealId}/involvement`, text: expect.stringContaining("Lee agreed with the seller's own answer") });
});

test("P6.2 P5.3 the form shows the same refusals as the command, and why somebody cannot be asked", async ({ db }) => {
  const agency = await anAgency(db);
  const sam = await asUser(agency.sam, db);
  const simple = await getAsking(sam, { dealId: await aSeriousDeal(db, agency, { complexity: "SIMPLE" }) });
  expect(Object.values(simple.refusals).map((refusal) => refusal?.rule)).toEqual(["P6.2", "P6.2", "P6.2", "P6.2"]);
  const complex = await getAsking(sam, { dealId: await aSeriousDeal(db, agency, { complexity: "COMPLEX", points: 6 }) });
  expect(Object.values(complex.refusals).map((refusal) => refusal?.rule)).toEqual([undefined, undefined, "P5.3", "P5.3"]);
  expect(complex.choices.map(({ name, refusal }) => [name, refusal === null])).toEqual([["Dev", false], ["Lee", true], ["Max", true], ["Pia", true]]);
});

test("P5.6 a deal that is parked or lost frees whoever was asked: requests are withdrawn, trial tasks cancelled, and what was answered stays", async ({ db }) => {
  const agency = await anAgency(db);
  const sam = await asUser(agency.sam, db);
  const { id: trial, dealId } = await aTrial(db, agency, { until: "running" });
  const open = await requestInvolvement(sam, aRequest(dealId, agency.pia));
  const answered = await requestInvolvement(sam, aRequest(dealId, agency.max));
  await agreeInvolvement(await asUser(agency.max, db), answered);
  const { revision } = await db.deal.findUniqueOrThrow({ where: { id: dealId } });
  await moveDeal(sam, { id: dealId, revision, move: "park", reason: "Quiet until spring" });
  const state = async (id: string) => (await db.involvement.findUniqueOrThrow({ where: { id } })).state;
  expect([await state(open.id), await state(answered.id)]).toEqual(["WITHDRAWN", "ANSWERED"]);
  expect(await db.trialTask.findUnique({ where: { id: trial } })).toMatchObject({ state: "CANCELLED", note: "The deal is parked" });
  expect((await eventTypes(db, dealId)).slice(-3)).toEqual(["deal.moved", "involvement.withdrawn", "trial.cancelled"]);
  expect(await chainProblem(db, "DEAL", dealId)).toBeNull();
});

test("P1.6 nobody is deactivated while something is asked of them; the seller is named, who withdraws it", async ({ db }) => {
  const { id, dealId, lee, ada, sam } = await asked(db);
  const [admin, seller] = [await asUser(ada, db), await asUser(sam, db)];
  expect(await loadHeld(db, lee)).toMatchObject([{ as: "ASKED", href: `/deals/${dealId}/involvement`, by: [{ name: "Sam" }] }]);
  await expect(deactivatePerson(admin, { userId: lee })).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.6", message: expect.stringContaining("Lee is asked before the contract of D-") });
  await withdrawInvolvement(seller, { id, reason: "Lee leaves" });
  await deactivatePerson(admin, { userId: lee });
});
