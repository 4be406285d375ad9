import { describe } from "vitest";
import { answerInvolvement, declineInvolvement } from "@/lib/involvement/commands/decide";
import { requestInvolvement } from "@/lib/involvement/commands/request";
import { estimatePhase, takeFromRateCard } from "@/lib/options/commands/estimates";
import { changePhase } from "@/lib/options/commands/phases";
import { addRateCardItem, retireRateCardItem } from "@/lib/options/commands/rate-card";
import { optionsOf } from "@/lib/options/queries/facts";
import { changePhaseInput } from "@/lib/options/schema";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aDeal } from "../../support/factories/deals";
import { aRequest } from "../../support/factories/involvement";
import { aLine, anEstimate, anOption, offered } from "../../support/factories/options";

describe("estimatePhase", () => {
  test("P7.2 who is asked estimates in writing, with one event; the same again has none, another one counts from then on", async ({ db }) => {
    const { dealId, dev, repair, requestId } = await offered(db);
    const ctx = await asUser(dev, db);
    const { id } = await estimatePhase(ctx, anEstimate(repair.phaseId, requestId));
    expect(await estimatePhase(ctx, anEstimate(repair.phaseId, requestId))).toMatchObject({ id });
    expect((await eventTypes(db, dealId)).filter((type) => type === "estimate.written")).toHaveLength(1);
    expect((await optionsOf(db, dealId))[0]?.phases[0]?.estimate).toMatchObject({ id, lowMinutes: 1_200, likelyMinutes: 1_800, highMinutes: 2_730, source: "WRITTEN", note: "The theme is old", estimator: { name: "Dev", technical: true } });
    await estimatePhase(ctx, anEstimate(repair.phaseId, requestId, { high: "60" }));
    expect((await optionsOf(db, dealId))[0]?.phases[0]?.estimate).toMatchObject({ highMinutes: 3_600 });
    expect(await db.phaseEstimate.count({ where: { phaseId: repair.phaseId } })).toBe(2);
  });
  test("P7.2 only for an open request for an estimate: answered, declined, of another kind or of a lost deal is a conflict", async ({ db }) => {
    const { dealId, dev, pia, lee, sam, repair, requestId } = await offered(db);
    const [ctx, seller] = [await asUser(dev, db), await asUser(sam, db)];
    const written = await requestInvolvement(seller, aRequest(dealId, lee));
    await expect(estimatePhase(await asUser(lee, db), anEstimate(repair.phaseId, written.id))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("no estimate") });
    const toPia = await requestInvolvement(seller, aRequest(dealId, pia, { kind: "ESTIMATE", minutes: 240 }));
    await expect(estimatePhase(await asUser(pia, db), anEstimate(repair.phaseId, toPia.id))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P7.2", message: expect.stringContaining("developer or a team lead") });
    await db.deal.update({ where: { id: dealId }, data: { stage: "LOST" } });
    await expect(estimatePhase(ctx, anEstimate(repair.phaseId, requestId))).rejects.toMatchObject({ code: "CONFLICT" });
    await db.deal.update({ where: { id: dealId }, data: { stage: "PROPOSAL" } });
    await answerInvolvement(ctx, { id: requestId, answer: "About thirty hours." });
    await expect(estimatePhase(ctx, anEstimate(repair.phaseId, requestId))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("asks anew") });
  });
  test("P7.2 out of scope is not found, and nobody estimates for who was asked: no seller, lead, or colleague", async ({ db }) => {
    const { dealId, sue, sam, bea, bo, lin, repair, requestId, dev } = await offered(db);
    for (const [who, code] of [[sue, "NOT_FOUND"], [lin, "NOT_FOUND"], [sam, "FORBIDDEN"], [bea, "FORBIDDEN"], [bo, "FORBIDDEN"]] as const)
      await expect(estimatePhase(await asUser(who, db), anEstimate(repair.phaseId, requestId))).rejects.toMatchObject({ code });
    const elsewhere = await offered(db);
    await expect(estimatePhase(await asUser(dev, db), anEstimate(elsewhere.repair.phaseId, requestId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await declineInvolvement(await asUser(dev, db), { id: requestId, reason: "NO_TIME", note: "" });
    await expect(estimatePhase(await asUser(dev, db), anEstimate(repair.phaseId, requestId))).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db.phaseEstimate.count({ where: { phase: { option: { dealId } } } })).toBe(0);
  });
  test("P7.2 hours that are none, a day that is past or too far, and a phase that changed are refused", async ({ db }) => {
    const { dev, sam, repair, requestId } = await offered(db);
    const ctx = await asUser(dev, db);
    for (const [more, field] of [[{ low: "40" }, "likely"], [{ high: "1" }, "high"], [{ high: "2001" }, "high"], [{ validUntil: "2030-01-02" }, "validUntil"], [{ validUntil: "2030-12-01" }, "validUntil"]] as const)
      await expect(estimatePhase(ctx, anEstimate(repair.phaseId, requestId, more))).rejects.toMatchObject({ code: "INVALID", rule: "P7.2", fields: { [field]: [expect.any(String)] } });
    await changePhase(await asUser(sam, db), changePhaseInput.parse({ id: repair.phaseId, revision: 1, name: "Repair", words: "And a shop" }));
    await expect(estimatePhase(ctx, anEstimate(repair.phaseId, requestId))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("something else") });
    await estimatePhase(ctx, anEstimate(repair.phaseId, requestId, { phaseRevision: 2 }));
  });
  test("P7.2 the database refuses hours in the wrong order, an estimate by somebody else, and any change of one", async ({ db }) => {
    const { dev, lee, sam, repair, requestId } = await offered(db);
    const row = { phaseId: repair.phaseId, phaseRevision: 1, lowMinutes: 60, likelyMinutes: 60, highMinutes: 60, source: "WRITTEN" as const, estimatorId: dev, createdById: dev, involvementId: requestId, validUntil: new Date("2030-02-01") };
    const lets = async (data: object) => { let done = false; await db.$transaction(async (tx) => { await tx.phaseEstimate.create({ data: { id: newId(), ...row, ...data } }); done = true; throw new Error("back"); }).catch(() => undefined); return done; };
    expect(await lets({})).toBe(true);
    for (const data of [{ lowMinutes: 0 }, { lowMinutes: 90 }, { highMinutes: 30 }, { highMinutes: 120_001 }, { estimatorId: lee }, { createdById: sam }, { estimatorId: lee, createdById: lee }, { involvementId: null }, { source: "RATE_CARD" }])
      expect(await lets(data), JSON.stringify(data)).toBe(false);
    const { id } = await estimatePhase(await asUser(dev, db), anEstimate(repair.phaseId, requestId));
    for (const act of [() => db.phaseEstimate.update({ where: { id }, data: { highMinutes: 1_300 } }), () => db.phaseEstimate.delete({ where: { id } })])
      await expect(db.$transaction(async () => act())).rejects.toThrow(/permission denied/);
  });
});

describe("the rate card", () => {
  test("P7.2 a lead keeps standing estimates of the team, each with one event; a new one takes the place of the old", async ({ db }) => {
    const { lee, wordpress, organisationId } = await anAgency(db);
    const ctx = await asUser(lee, db);
    const { id } = await addRateCardItem(ctx, aLine(wordpress));
    expect(await addRateCardItem(ctx, aLine(wordpress))).toMatchObject({ id });
    const next = await addRateCardItem(ctx, aLine(wordpress, { high: "12", replacesId: id }));
    await retireRateCardItem(ctx, { id: next.id });
    await retireRateCardItem(ctx, { id: next.id });
    expect((await eventTypes(db, organisationId)).filter((type) => type.startsWith("rateCard"))).toEqual(["rateCard.lineAdded", "rateCard.lineAdded", "rateCard.lineRetired"]);
    expect(await db.rateCardItem.count({ where: { teamId: wordpress, retiredAt: null } })).toBe(0);
    await expect(addRateCardItem(ctx, aLine(wordpress, { replacesId: id }))).rejects.toMatchObject({ code: "CONFLICT", rule: "P7.2" });
  });
  test("P7.2 nobody else writes on it: out of scope is not found, the wrong person is refused, and so are days and hours that are none", async ({ db }) => {
    const { lee, lin, dev, sam, bo, shopify, wordpress } = await anAgency(db);
    for (const [who, code] of [[lin, "NOT_FOUND"], [dev, "FORBIDDEN"], [sam, "FORBIDDEN"], [bo, "FORBIDDEN"]] as const) await expect(addRateCardItem(await asUser(who, db), aLine(wordpress))).rejects.toMatchObject({ code });
    const ctx = await asUser(lee, db);
    const { id } = await addRateCardItem(ctx, aLine(wordpress));
    await expect(retireRateCardItem(await asUser(lin, db), { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(retireRateCardItem(await asUser(dev, db), { id })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P7.2" });
    await expect(addRateCardItem(ctx, aLine(shopify))).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const more of [{ likely: "3" }, { validUntil: "2031-01-01" }, { validUntil: "2030-01-02" }, { words: "the same name" }]) await expect(addRateCardItem(ctx, aLine(wordpress, more))).rejects.toMatchObject({ code: "INVALID" });
  });
  test("P7.2 simple work takes an estimate from it, which is no involvement, and holds as long as its line", async ({ db }) => {
    const { dealId, lee, dev, sam, repair, wordpress, bo } = await offered(db, { complexity: "SIMPLE" });
    const line = await addRateCardItem(await asUser(lee, db), aLine(wordpress));
    const ctx = await asUser(sam, db);
    const input = { phaseId: repair.phaseId, itemId: line.id };
    const { id } = await takeFromRateCard(ctx, input);
    expect(await takeFromRateCard(ctx, input)).toMatchObject({ id });
    expect((await eventTypes(db, dealId)).filter((type) => type.startsWith("estimate"))).toEqual(["estimate.takenFromRateCard"]);
    expect(await db.involvement.count({ where: { dealId } })).toBe(0);
    expect((await optionsOf(db, dealId))[0]?.phases[0]?.estimate).toMatchObject({ source: "RATE_CARD", lowMinutes: 240, estimator: { id: lee }, validUntil: new Date("2030-03-01T23:59:59.999Z"), retired: false });
    for (const who of [dev, bo]) await expect(takeFromRateCard(await asUser(who, db), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await retireRateCardItem(await asUser(lee, db), { id: line.id });
    expect((await optionsOf(db, dealId))[0]?.phases[0]?.estimate).toMatchObject({ retired: true });
    await expect(takeFromRateCard(ctx, { ...input, phaseId: (await anOption(db, { sam } as never, dealId, { name: "Third" })).phaseId })).rejects.toMatchObject({ code: "INVALID", fields: { itemId: [expect.stringContaining("taken this line back")] } });
  });
  test("P7.2 it serves no other work: standard, complex or not yet known is a conflict; run out, or of another team, is refused", async ({ db }) => {
    for (const complexity of ["STANDARD", "COMPLEX"] as const) {
      const { lee, sam, repair, wordpress } = await offered(db, { complexity });
      const line = await addRateCardItem(await asUser(lee, db), aLine(wordpress));
      await expect(takeFromRateCard(await asUser(sam, db), { phaseId: repair.phaseId, itemId: line.id })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("simple work only") });
    }
    const agency = await anAgency(db);
    const unknown = await anOption(db, agency, await aDeal(db, agency, { teams: { create: [{ teamId: agency.wordpress }] } }));
    const line = await addRateCardItem(await asUser(agency.lee, db), aLine(agency.wordpress));
    await expect(takeFromRateCard(await asUser(agency.sam, db), { phaseId: unknown.phaseId, itemId: line.id })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("questions of complexity") });
    const simple = await offered(db, { complexity: "SIMPLE" });
    await expect(takeFromRateCard(await asUser(simple.sam, db), { phaseId: simple.repair.phaseId, itemId: line.id })).rejects.toMatchObject({ code: "INVALID", rule: "P7.2" });
    const old = await addRateCardItem(await asUser(simple.lee, db), aLine(simple.wordpress));
    await expect(takeFromRateCard(await asUser(simple.sam, db, new Date("2030-03-02T09:00:00Z")), { phaseId: simple.repair.phaseId, itemId: old.id })).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("run out") });
  });
});
