import { describe } from "vitest";
import { acceptInvolvement, declineInvolvement } from "@/lib/involvement/commands/decide";
import { requestInvolvement } from "@/lib/involvement/commands/request";
import { nameDeveloper } from "@/lib/involvement/commands/name-developer";
import { requestInvolvementInput } from "@/lib/involvement/schema";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aRequest, aSeriousDeal, asked } from "../../support/factories/involvement";

describe("requestInvolvement", () => {
  test("P6.4 asks one named person, and records one event", async ({ db }) => {
    const { dealId, id, lee, wordpress } = await asked(db);
    expect(await db.involvement.findUnique({ where: { id } })).toMatchObject({ state: "REQUESTED", personId: lee, role: "TEAM_LEAD", teamId: wordpress, capMinutes: 60, why: expect.stringContaining("7 of 8 points") });
    expect((await eventTypes(db, dealId)).filter((type) => type.startsWith("involvement"))).toEqual(["involvement.requested"]);
  });
  test("P6.4 the same request again has one effect, another of the kind is a conflict", async ({ db }) => {
    const { dealId, id, lee, sam } = await asked(db);
    const ctx = await asUser(sam, db);
    expect(await requestInvolvement(ctx, aRequest(dealId, lee))).toMatchObject({ id });
    await expect(requestInvolvement(ctx, aRequest(dealId, lee, { asked: "And every minute?" }))).rejects.toMatchObject({ code: "CONFLICT", rule: "P6.4" });
    expect(await db.involvement.count({ where: { dealId } })).toBe(1);
  });
  test("P6.4 only while the deal is open: else it is a conflict", async ({ db }) => {
    const agency = await anAgency(db);
    const dealId = await aSeriousDeal(db, agency);
    await db.deal.update({ where: { id: dealId }, data: { stage: "LOST" } });
    await expect(requestInvolvement(await asUser(agency.sam, db), aRequest(dealId, agency.lee))).rejects.toMatchObject({ code: "CONFLICT", rule: "P6.4" });
  });
  test("P6.4 out of scope is not found, and the wrong person is refused", async ({ db }) => {
    const { dealId, lee, sue, bea } = await asked(db);
    await expect(requestInvolvement(await asUser(sue, db), aRequest(dealId, lee))).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const who of [bea, lee]) await expect(requestInvolvement(await asUser(who, db), aRequest(dealId, lee))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P6.4" });
  });

  test("P6.2 simple work is refused, and granted against the rule it is allowed and says so", async ({ db }) => {
    const agency = await anAgency(db);
    const dealId = await aSeriousDeal(db, agency, { complexity: "SIMPLE" });
    const sam = await asUser(agency.sam, db);
    await expect(requestInvolvement(sam, aRequest(dealId, agency.lee))).rejects.toMatchObject({ code: "CONFLICT", rule: "P6.2" });
    await db.involvementGrant.create({ data: { id: newId(), dealId, allows: "WRITTEN", reason: "A very old site", until: new Date("2030-02-01"), score: 7, needed: 5, grantedById: agency.bea } });
    const { id } = await requestInvolvement(sam, aRequest(dealId, agency.lee));
    expect(await db.involvement.findUnique({ where: { id } })).toMatchObject({ grantId: expect.any(String), why: "Granted by Bea against the rule, with 7 of 8 points." });
    await expect(requestInvolvement(sam, aRequest(dealId, agency.lee, { kind: "ESTIMATE", minutes: 240 }))).rejects.toMatchObject({ rule: "P6.2" });
  });
  test("P5.2 P5.3 below the threshold, or above the level, it says which evidence is missing", async ({ db }) => {
    const agency = await anAgency(db);
    const sam = await asUser(agency.sam, db);
    const low = await aSeriousDeal(db, agency, { points: 4 });
    await expect(requestInvolvement(sam, aRequest(low, agency.lee))).rejects.toMatchObject({ code: "CONFLICT", rule: "P5.2" });
    const five = await aSeriousDeal(db, agency, { points: 5 });
    await requestInvolvement(sam, aRequest(five, agency.lee));
    await expect(requestInvolvement(sam, aRequest(five, agency.lee, { kind: "ESTIMATE", minutes: 240 }))).rejects.toMatchObject({ rule: "P5.3", message: expect.stringMatching(/missing.*paid discovery/i) });
  });
  test("P6.2 complex work asks a lead or a PM; a developer once the lead who is asked has named them", async ({ db }) => {
    const agency = await anAgency(db);
    const dealId = await aSeriousDeal(db, agency, { complexity: "COMPLEX" });
    const [sam, lee] = [await asUser(agency.sam, db), await asUser(agency.lee, db)];
    await expect(requestInvolvement(sam, aRequest(dealId, agency.dev))).rejects.toMatchObject({ code: "CONFLICT", rule: "P6.2" });
    const { id } = await requestInvolvement(sam, aRequest(dealId, agency.lee));
    await requestInvolvement(sam, aRequest(dealId, agency.pia));
    await nameDeveloper(lee, { id, developerId: agency.dev });
    await nameDeveloper(lee, { id, developerId: agency.dev });
    expect((await eventTypes(db, dealId)).filter((type) => type === "involvement.developerNamed")).toHaveLength(1);
    await requestInvolvement(sam, aRequest(dealId, agency.dev));
  });
  test("P6.2 only the lead who is asked names a developer of the team, and no longer once declined", async ({ db }) => {
    const { id, dealId, lee, pia, sam, sue, dev, lin } = await asked(db);
    await expect(nameDeveloper(await asUser(sam, db), { id, developerId: dev })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P6.2" });
    await expect(nameDeveloper(await asUser(sue, db), { id, developerId: dev })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(nameDeveloper(await asUser(lee, db), { id, developerId: lin })).rejects.toMatchObject({ code: "INVALID" });
    const toPia = await requestInvolvement(await asUser(sam, db), aRequest(dealId, pia));
    await expect(nameDeveloper(await asUser(pia, db), { id: toPia.id, developerId: dev })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await declineInvolvement(await asUser(lee, db), { id, reason: "NO_TIME", note: "" });
    await expect(nameDeveloper(await asUser(lee, db), { id, developerId: dev })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("P5.4 whoever declined is not asked about this deal again, for anything", async ({ db }) => {
    const { id, dealId, lee, sam, pia } = await asked(db);
    await declineInvolvement(await asUser(lee, db), { id, reason: "TOO_EARLY", note: "" });
    const ctx = await asUser(sam, db);
    for (const more of [{}, { kind: "ESTIMATE", minutes: 240 }]) await expect(requestInvolvement(ctx, aRequest(dealId, lee, more))).rejects.toMatchObject({ code: "CONFLICT", rule: "P5.4" });
    await requestInvolvement(ctx, aRequest(dealId, pia));
  });
  test("P4.4 no request asks for a review of the contract, neither by kind nor by wording", async ({ db }) => {
    const { dealId, sam, pia, id, lee } = await asked(db);
    const ctx = await asUser(sam, db);
    await acceptInvolvement(await asUser(lee, db), { id });
    for (const more of [{ asked: "Could you go over the contract before Friday?" }, { suggestion: "Yes. Please also review our agreement." }, { annex: "The contract" }])
      await expect(requestInvolvement(ctx, aRequest(dealId, pia, more))).rejects.toMatchObject({ code: "INVALID", rule: "P4.4" });
    expect(requestInvolvementInput.safeParse({ ...aRequest(dealId, pia), kind: "CONTRACT_REVIEW" }).success).toBe(false);
    await requestInvolvement(ctx, aRequest(dealId, pia, { annex: "Annex 2: interfaces", asked: "Please check annex 2 of the contract: can we do the response times?" }));
  });
  test("P4.4 a call honours the person's preference, and says why writing will not do", async ({ db }) => {
    const { dealId, sam, pia, lee } = await asked(db);
    await db.user.update({ where: { id: lee }, data: { meetingPreference: "IN_WRITING" } });
    const ctx = await asUser(sam, db);
    const call = { kind: "CALL", minutes: 30, whyCall: "We draw the flow together." };
    await expect(requestInvolvement(ctx, aRequest(dealId, lee, call))).rejects.toMatchObject({ code: "INVALID", rule: "P4.4", fields: { kind: [expect.stringContaining("in writing")] } });
    await expect(requestInvolvement(ctx, aRequest(dealId, pia, { ...call, whyCall: "" }))).rejects.toMatchObject({ fields: { whyCall: [expect.any(String)] } });
    await requestInvolvement(ctx, aRequest(dealId, pia, call));
  });
  test("P6.4 nobody of another team, nobody inactive, and nobody who is away past the date", async ({ db }) => {
    const { dealId, sam, lin, max, pia } = await asked(db);
    const ctx = await asUser(sam, db);
    await expect(requestInvolvement(ctx, aRequest(dealId, lin))).rejects.toMatchObject({ code: "INVALID", fields: { personId: [expect.any(String)] } });
    await db.user.update({ where: { id: max }, data: { active: false } });
    await expect(requestInvolvement(ctx, aRequest(dealId, max))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("no longer here") });
    await db.timeOff.create({ data: { id: newId(), userId: pia, from: new Date("2030-01-01"), to: new Date("2030-01-20") } });
    await expect(requestInvolvement(ctx, aRequest(dealId, pia))).rejects.toMatchObject({ fields: { neededBy: [expect.stringContaining("away until 2030-01-20")] } });
  });
  test("P6.4 hostile input is refused with a sentence, and nothing is kept", async ({ db }) => {
    const { dealId, sam, pia } = await asked(db);
    const ctx = await asUser(sam, db);
    for (const more of [{ suggestion: "TBD" }, { minutes: 0 }, { minutes: 100_000 }, { neededBy: "2029-12-31" }, { neededBy: "2031-01-01" }])
      await expect(requestInvolvement(ctx, aRequest(dealId, pia, more))).rejects.toMatchObject({ code: "INVALID" });
    const plain = { dealId, personId: pia, kind: "WRITTEN", asked: "Why?", suggestion: "Because.", minutes: 60, neededBy: "2030-01-10" };
    for (const more of [{ asked: "\0" }, { asked: "\uD800" }, { asked: "   " }, { minutes: "abc" }, { minutes: -5 }, { minutes: 1.5 }, { minutes: "1e99" }, { neededBy: "2030-02-31" }, { neededBy: { not: "" } }, { personId: { not: "" } }, { state: "ACCEPTED" }, { grantId: dealId }])
      expect(requestInvolvementInput.safeParse({ ...plain, ...more }).success, JSON.stringify(more)).toBe(false);
    expect(await db.involvement.count({ where: { dealId } })).toBe(1);
  });
});
