import { describe } from "vitest";
import type { Ctx } from "@/lib/auth/ctx";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { policyInForce } from "@/lib/policies/queries";
import { approveTrial, cancelTrial, declineTrial, evaluateTrial, extendTrial } from "@/lib/trials/commands/review";
import { requestTrial } from "@/lib/trials/commands/request";
import { deliverTrial, recordTrialHours, startTrial } from "@/lib/trials/commands/run";
import { requestTrialInput } from "@/lib/trials/schema";
import { requestInvolvement } from "@/lib/involvement/commands/request";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { anAgency, aPerson } from "../../support/factories/agency";
import { aRequest, aSeriousDeal, aTrial, aTrialRequest } from "../../support/factories/involvement";

const trialEvents = async (db: Db, dealId: string) => (await eventTypes(db, dealId)).filter((type) => type.startsWith("trial"));
const entry = (id: string, minutes: number) => ({ id, entryId: newId(), minutes, workedOn: "2030-01-02", note: "" });
const deliver = (ctx: Ctx, { id }: { id: string }) => deliverTrial(ctx, { id, result: "It answers within ten seconds." });
const evaluate = (ctx: Ctx, { id }: { id: string }) => evaluateTrial(ctx, { id, outcome: "MET", evaluation: "We can build on it." });
const decline = (ctx: Ctx, { id }: { id: string }) => declineTrial(ctx, { id, reason: "NO_TIME", note: "" });
const cancel = (ctx: Ctx, { id }: { id: string }) => cancelTrial(ctx, { id, reason: "They bought elsewhere" });

describe("requestTrial", () => {
  test("P6.5 has purpose, scope, criteria, cap, price, developer, lead and a due date ten business days ahead", async ({ db }) => {
    const agency = await anAgency(db);
    const { id, dealId } = await aTrial(db, agency, { more: { price: "800" } });
    expect(await db.trialTask.findUnique({ where: { id } })).toMatchObject({
      state: "REQUESTED", teamId: agency.wordpress, capMinutes: 960, priceMinor: 80_000n, dueOn: new Date("2030-01-16"), why: expect.stringContaining("7 of 8"),
    });
    expect(await trialEvents(db, dealId)).toEqual(["trial.requested"]);
    expect(JSON.stringify(await db.event.findMany({ where: { stream: dealId, type: "trial.requested" } }).then((rows) => rows.map(({ payload }) => payload)))).not.toContain("800");
  });
  test("P6.5 the same task again has one effect", async ({ db }) => {
    const agency = await anAgency(db);
    const { id, dealId } = await aTrial(db, agency);
    expect(await requestTrial(await asUser(agency.sam, db), aTrialRequest(dealId, { developerId: agency.dev, leadId: agency.lee }))).toMatchObject({ id });
  });
  test("P5.3 P6.2 traction and complexity decide as for every involvement", async ({ db }) => {
    const agency = await anAgency(db);
    const sam = await asUser(agency.sam, db);
    const people = { developerId: agency.dev, leadId: agency.lee };
    await expect(requestTrial(sam, aTrialRequest(await aSeriousDeal(db, agency, { points: 6 }), people))).rejects.toMatchObject({ code: "CONFLICT", rule: "P5.3" });
    await expect(requestTrial(sam, aTrialRequest(await aSeriousDeal(db, agency, { complexity: "SIMPLE" }), people))).rejects.toMatchObject({ code: "CONFLICT", rule: "P6.2" });
    await requestTrial(sam, aTrialRequest(await aSeriousDeal(db, agency, { complexity: "COMPLEX" }), people));
  });
  test("P6.5 a developer, and a lead of the same team who is somebody else", async ({ db }) => {
    const agency = await anAgency(db);
    const sam = await asUser(agency.sam, db);
    const dealId = await aSeriousDeal(db, agency, { teams: ["wordpress", "shopify"] });
    const both = await aPerson(db, "Both", [{ teamId: agency.wordpress, role: "DEVELOPER" }, { teamId: agency.wordpress, role: "TEAM_LEAD" }]);
    for (const people of [{ developerId: agency.dev, leadId: agency.lin }, { developerId: agency.pia, leadId: agency.lee }, { developerId: agency.dev, leadId: agency.pia }, { developerId: both, leadId: both }])
      await expect(requestTrial(sam, aTrialRequest(dealId, people))).rejects.toMatchObject({ code: "INVALID", rule: "P6.5" });
    await requestTrial(sam, aTrialRequest(dealId, { developerId: both, leadId: agency.lee }));
  });
  test("P6.5 out of scope is not found, the wrong person is refused, a closed deal is a conflict", async ({ db }) => {
    const agency = await anAgency(db);
    const dealId = await aSeriousDeal(db, agency);
    const input = aTrialRequest(dealId, { developerId: agency.dev, leadId: agency.lee });
    await expect(requestTrial(await asUser(agency.sue, db), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(requestTrial(await asUser(agency.bea, db), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await db.deal.update({ where: { id: dealId }, data: { stage: "PARKED" } });
    await expect(requestTrial(await asUser(agency.sam, db), input)).rejects.toMatchObject({ code: "CONFLICT" });
  });
  test("P6.5 P4.4 hostile input: caps, dates, prices, and a contract to review", async ({ db }) => {
    const agency = await anAgency(db);
    const sam = await asUser(agency.sam, db);
    const dealId = await aSeriousDeal(db, agency);
    const people = { developerId: agency.dev, leadId: agency.lee };
    for (const more of [{ hours: "0" }, { hours: "0.4" }, { hours: "81" }, { dueOn: "2030-01-02" }, { dueOn: "2030-02-28" }, { exitCriteria: "TBD" }])
      await expect(requestTrial(sam, aTrialRequest(dealId, people, more)), JSON.stringify(more)).rejects.toMatchObject({ code: "INVALID", rule: "P6.5" });
    await expect(requestTrial(sam, aTrialRequest(dealId, people, { scope: "Review the contract" }))).rejects.toMatchObject({ rule: "P4.4" });
    const plain = { dealId, ...people, purpose: "a", scope: "b", entryCriteria: "c", exitCriteria: "d", hours: "1", currency: "EUR" };
    expect(requestTrialInput.safeParse(plain).success).toBe(true);
    for (const more of [{ hours: "-1" }, { hours: "many" }, { hours: "Infinity" }, { price: "-5" }, { price: "free" }, { currency: "XXY" }, { state: "RUNNING" }, { priceMinor: 1 }, { scope: "\0" }])
      expect(requestTrialInput.safeParse({ ...plain, ...more }).success, JSON.stringify(more)).toBe(false);
  });
});

describe.each([
  { name: "approveTrial", run: approveTrial, by: "lee", until: "requested", state: "APPROVED", event: "trial.approved", over: false },
  { name: "declineTrial", run: decline, by: "lee", until: "requested", state: "DECLINED", event: "trial.declined", over: true },
  { name: "startTrial", run: startTrial, by: "dev", until: "approved", state: "RUNNING", event: "trial.started", over: false },
  { name: "deliverTrial", run: deliver, by: "dev", until: "running", state: "DELIVERED", event: "trial.delivered", over: false },
  { name: "cancelTrial", run: cancel, by: "sam", until: "running", state: "CANCELLED", event: "trial.cancelled", over: true },
] as const)("$name", ({ run, by, until, state, event }) => {
  test("P6.5 works, records one event, and a repeat has no second effect", async ({ db }) => {
    const agency = await anAgency(db);
    const trial = await aTrial(db, agency, { until });
    const before = (await trialEvents(db, trial.dealId)).length;
    const ctx = await asUser(agency[by], db);
    await run(ctx, trial);
    await run(ctx, trial);
    expect(await db.trialTask.findUnique({ where: { id: trial.id } })).toMatchObject({ state });
    expect((await trialEvents(db, trial.dealId)).slice(before)).toEqual([event]);
  });
  test("P6.5 in the wrong state it is a conflict, and says who did what", async ({ db }) => {
    const agency = await anAgency(db);
    const trial = await aTrial(db, agency, { until: "running" });
    const [dev, lee] = [await asUser(agency.dev, db), await asUser(agency.lee, db)];
    await deliver(dev, trial);
    await evaluate(lee, trial);
    await expect(run(await asUser(agency[by], db), trial)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Lee evaluated") });
  });
  test("P6.5 is not found out of scope, and refused to the wrong person", async ({ db }) => {
    const agency = await anAgency(db);
    const trial = await aTrial(db, agency, { until });
    for (const who of [agency.sue, agency.pia, agency.lin, agency.max, agency.ada]) await expect(run(await asUser(who, db), trial)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const who of [agency.bea, agency.bo, by === "sam" ? agency.dev : agency.sam]) await expect(run(await asUser(who, db), trial)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("its life", () => {
  test("P6.5 evaluateTrial keeps outcome and words; only its lead, only once delivered, and once", async ({ db }) => {
    const agency = await anAgency(db);
    const trial = await aTrial(db, agency, { until: "running" });
    const [dev, lee] = [await asUser(agency.dev, db), await asUser(agency.lee, db)];
    await expect(evaluate(lee, trial)).rejects.toMatchObject({ code: "CONFLICT" });
    await deliver(dev, trial);
    await expect(evaluate(dev, trial)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(evaluate(await asUser(agency.sue, db), trial)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await evaluate(lee, trial);
    await evaluate(lee, trial);
    await expect(evaluateTrial(lee, { id: trial.id, outcome: "NOT_MET", evaluation: "Or not." })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db.trialTask.findUnique({ where: { id: trial.id } })).toMatchObject({ state: "EVALUATED", outcome: "MET", evaluation: "We can build on it." });
    expect(await trialEvents(db, trial.dealId)).toEqual(["trial.requested", "trial.approved", "trial.started", "trial.delivered", "trial.evaluated"]);
  });
  test("P6.5 hours over the cap stop it, and it goes on once its lead has approved more", async ({ db }) => {
    const agency = await anAgency(db);
    const trial = await aTrial(db, agency, { until: "running", more: { hours: "2" } });
    const { id } = trial;
    const [dev, lee] = [await asUser(agency.dev, db), await asUser(agency.lee, db)];
    await expect(extendTrial(lee, { id, capMinutes: 300, reason: "More" })).rejects.toMatchObject({ code: "CONFLICT" });
    await recordTrialHours(dev, entry(id, 120));
    const over = entry(id, 30);
    await recordTrialHours(dev, over);
    await recordTrialHours(dev, over);
    expect(await db.trialTask.findUnique({ where: { id } })).toMatchObject({ state: "RUNNING", spentMinutes: 150, stoppedAt: expect.any(Date) });
    for (const act of [() => recordTrialHours(dev, entry(id, 5)), () => deliver(dev, trial)]) await expect(act()).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("over the cap") });
    await expect(extendTrial(dev, { id, capMinutes: 300, reason: "More" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(extendTrial(await asUser(agency.sue, db), { id, capMinutes: 300, reason: "More" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(extendTrial(lee, { id, capMinutes: 150, reason: "More" })).rejects.toMatchObject({ code: "INVALID" });
    await extendTrial(lee, { id, capMinutes: 300, reason: "The test account was slow" });
    await extendTrial(lee, { id, capMinutes: 300, reason: "The test account was slow" });
    await recordTrialHours(dev, entry(id, 5));
    await deliver(dev, trial);
    expect((await trialEvents(db, trial.dealId)).slice(3)).toEqual(["trial.hoursRecorded", "trial.hoursRecorded", "trial.stopped", "trial.extended", "trial.hoursRecorded", "trial.delivered"]);
  });
  test("P5.5 recordTrialHours: only while it runs, only its developer, never negative or absurd", async ({ db }) => {
    const agency = await anAgency(db);
    const approved = await aTrial(db, agency, { until: "approved" });
    const running = await aTrial(db, agency, { until: "running" });
    const dev = await asUser(agency.dev, db);
    await expect(recordTrialHours(dev, entry(approved.id, 60))).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(recordTrialHours(await asUser(agency.lee, db), entry(running.id, 60))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(recordTrialHours(await asUser(agency.pia, db), entry(running.id, 60))).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const minutes of [0, -60, 721]) await expect(recordTrialHours(dev, entry(running.id, minutes))).rejects.toMatchObject({ code: "INVALID", rule: "P5.5" });
  });
  test("P6.5 three run per developer, and a fourth starts once one is delivered", async ({ db }) => {
    const agency = await anAgency(db);
    const dev = await asUser(agency.dev, db);
    const [first] = [await aTrial(db, agency, { until: "running" }), await aTrial(db, agency, { until: "running" }), await aTrial(db, agency, { until: "running" })];
    const fourth = await aTrial(db, agency, { until: "approved" });
    await expect(startTrial(dev, fourth)).rejects.toMatchObject({ code: "CONFLICT", rule: "P6.5", message: expect.stringContaining("Three trial tasks of Dev") });
    await deliver(dev, first);
    await startTrial(dev, fourth);
  });
  test("B6 P6.5 how long a trial task takes, and how many run, is as the policy in force says", async ({ db }) => {
    const agency = await anAgency(db);
    const dev = await asUser(agency.dev, db);
    const [first, second] = [await aTrial(db, agency, { until: "approved" }), await aTrial(db, agency, { until: "approved" })];
    const { content, version } = await policyInForce(db, "TRACTION_RUBRIC");
    await db.policyVersion.create({
      data: { id: newId(), kind: "TRACTION_RUBRIC", version: version + 1, status: "PUBLISHED", publishedAt: new Date(), content: { ...content, caps: { ...content.caps, trialsRunning: 1, trialHours: 4 } } },
    });
    await startTrial(dev, first);
    await expect(startTrial(dev, second)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("One trial task of Dev is running") });
    const ask = aTrialRequest(await aSeriousDeal(db, agency), { developerId: agency.dev, leadId: agency.lee }, { hours: "5" });
    await expect(requestTrial(await asUser(agency.sam, db), ask)).rejects.toMatchObject({ code: "INVALID", fields: { hours: [expect.stringContaining("4 hours")] } });
  });
  test("P6.5 whoever asked for it does not approve it, though a lead", async ({ db }) => {
    const agency = await anAgency(db);
    const seller = await aPerson(db, "Dual", [{ teamId: agency.sales, role: "SALES" }, { teamId: agency.wordpress, role: "TEAM_LEAD" }]);
    const dealId = await aSeriousDeal(db, agency);
    await db.dealCollaborator.create({ data: { dealId, userId: seller } });
    const ctx = await asUser(seller, db);
    await expect(requestTrial(ctx, aTrialRequest(dealId, { developerId: agency.dev, leadId: seller }))).rejects.toMatchObject({ code: "INVALID", fields: { leadId: [expect.stringContaining("sells this deal")] } });
  });
  test("P5.4 a developer who declined a trial task is not asked about the deal again; a lead who did may be", async ({ db }) => {
    const agency = await anAgency(db);
    const sam = await asUser(agency.sam, db);
    const { id, dealId } = await aTrial(db, agency, { until: "approved" });
    await decline(await asUser(agency.dev, db), { id });
    await expect(requestInvolvement(sam, aRequest(dealId, agency.dev))).rejects.toMatchObject({ rule: "P5.4" });
    await expect(requestTrial(sam, aTrialRequest(dealId, { developerId: agency.dev, leadId: agency.lee }))).rejects.toMatchObject({ rule: "P5.4" });
    await requestInvolvement(sam, aRequest(dealId, agency.lee));
  });
});
