import { describe } from "vitest";
import { answerComplexity } from "@/lib/deals/commands/answer-complexity";
import { consentToClass, declineClass, endClassOverride, overrideClass } from "@/lib/deals/commands/class-override";
import { complexityOf } from "@/lib/deals/queries/complexity";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { snapshotOf } from "@/lib/handovers/queries/snapshot";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { answer, aDraft, aWonDeal } from "../../support/factories/handovers";

const REASON = "We did the same in May.";
const HARD = { answers: { "complexity.integration": "several" } };
const classEvents = async (db: Db, dealId: string) => (await eventTypes(db, dealId)).filter((type) => /class/i.test(type));

/** A draft whose work the rubric calls complex, and Sam's wish for standard, with Lee asked. */
async function aWish(db: Db) {
  const draft = await aDraft(db, HARD);
  const { overrideId } = await overrideClass(await asUser(draft.sam, db), { id: draft.dealId, from: "COMPLEX", class: "STANDARD", reason: REASON, leadId: draft.lee });
  return { ...draft, overrideId };
}

describe("overrideClass", () => {
  test("P6.3: upwards it counts at once, records one event, and the version that is submitted keeps it with its reason", async ({ db }) => {
    const draft = await aDraft(db);
    const sam = await asUser(draft.sam, db);
    expect((await complexityOf(db, draft.dealId)).class).toBe("SIMPLE");
    await overrideClass(sam, { id: draft.dealId, from: "SIMPLE", class: "COMPLEX", reason: "New platform.", leadId: null });
    expect(await classEvents(db, draft.dealId)).toEqual(["deal.classOverridden"]);
    expect(await complexityOf(db, draft.dealId)).toMatchObject({ class: "COMPLEX", computed: { class: "SIMPLE" }, override: { by: "Sam", reason: "New platform." }, asked: null });
    await answer(db, draft, draft.id, { "technical.summary": "A shop on the platform that they run, with their own stock behind it." });
    await submitHandover(sam, { id: draft.id, revision: draft.revision });
    const frozen = await snapshotOf(db, draft.id, 1);
    expect(frozen?.complexity).toMatchObject({ class: "COMPLEX", computed: "SIMPLE", reason: expect.stringContaining("set by Sam (P6.3): “New platform.”") });
    expect(frozen?.attendees.find(({ person }) => person?.id === draft.lee)).toMatchObject({ presence: "required" });
  });

  test("P6.3: downwards it only waits, for the lead who was named; nobody consents to their own wish", async ({ db }) => {
    const wish = await aWish(db);
    expect(await complexityOf(db, wish.dealId)).toMatchObject({ class: "COMPLEX", override: null, asked: { id: wish.overrideId, lead: { id: wish.lee } } });
    expect(await classEvents(db, wish.dealId)).toEqual(["deal.lowerClassAsked"]);
    const sam = await asUser(wish.sam, db);
    const asked = { id: wish.dealId, from: "COMPLEX", class: "SIMPLE", reason: REASON } as const;
    for (const leadId of [null, wish.pia, wish.lin, newId()]) await expect(overrideClass(sam, { ...asked, leadId })).rejects.toMatchObject({ code: "INVALID", rule: "P6.3" });
    await db.membership.create({ data: { userId: wish.sam, teamId: wish.wordpress, role: "TEAM_LEAD" } });
    await expect(overrideClass(await asUser(wish.sam, db), { ...asked, leadId: wish.sam })).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("another lead") });
  });

  test("P1.9: over another class than was seen, or a brief under review, is CONFLICT", async ({ db }) => {
    const draft = await aDraft(db);
    const sam = await asUser(draft.sam, db);
    await expect(overrideClass(sam, { id: draft.dealId, from: "STANDARD", class: "COMPLEX", reason: REASON, leadId: null })).rejects.toMatchObject({ code: "CONFLICT" });
    await submitHandover(sam, { id: draft.id, revision: draft.revision });
    await expect(overrideClass(sam, { id: draft.dealId, from: "SIMPLE", class: "COMPLEX", reason: REASON, leadId: null })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("out of scope is NOT_FOUND, by who only reads the deal FORBIDDEN", async ({ db }) => {
    const wish = await aWish(db);
    const asked = { id: wish.dealId, from: "COMPLEX", class: "SIMPLE", reason: REASON, leadId: wish.lee } as const;
    await expect(overrideClass(await asUser(wish.max, db), asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(overrideClass(await asUser(wish.lee, db), asked)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P6.3" });
  });
});

describe("consentToClass", () => {
  test("P6.3: the lower class counts from the consent on, with one event; a repeat has one effect", async ({ db }) => {
    const wish = await aWish(db);
    const lee = await asUser(wish.lee, db);
    await consentToClass(lee, { id: wish.dealId, overrideId: wish.overrideId });
    await consentToClass(lee, { id: wish.dealId, overrideId: wish.overrideId });
    expect(await classEvents(db, wish.dealId)).toEqual(["deal.lowerClassAsked", "deal.lowerClassConsented"]);
    expect(await complexityOf(db, wish.dealId)).toMatchObject({ class: "STANDARD", override: { consentBy: "Lee" }, asked: null });
  });

  test("P6.3: it does not reach work that has become harder since", async ({ db }) => {
    const draft = await aDraft(db, { answers: { "complexity.novelty": "never" } });
    const sam = await asUser(draft.sam, db);
    const ask = () => overrideClass(sam, { id: draft.dealId, from: "STANDARD", class: "SIMPLE", reason: REASON, leadId: draft.lee });
    const { overrideId } = await ask();
    await answer(db, draft, draft.id, { "complexity.integration": "several" });
    const lee = await asUser(draft.lee, db);
    await expect(consentToClass(lee, { id: draft.dealId, overrideId })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("the rubric says complex now") });
    await answer(db, draft, draft.id, { "complexity.integration": "none" });
    await consentToClass(lee, { id: draft.dealId, overrideId });
    expect((await complexityOf(db, draft.dealId)).class).toBe("SIMPLE");
    await answer(db, draft, draft.id, { "complexity.integration": "several" });
    expect(await complexityOf(db, draft.dealId)).toMatchObject({ class: "COMPLEX", result: { override: { holds: false } } });
  });

  test("by anybody else is FORBIDDEN, out of scope NOT_FOUND, and of a wish that was taken back CONFLICT", async ({ db }) => {
    const wish = await aWish(db);
    const input = { id: wish.dealId, overrideId: wish.overrideId };
    for (const person of [wish.sam, wish.bea]) await expect(consentToClass(await asUser(person, db), input)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P6.3" });
    for (const person of [wish.lin, wish.bo]) await expect(consentToClass(await asUser(person, db), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(consentToClass(await asUser(wish.sam, db), { ...input, overrideId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await endClassOverride(await asUser(wish.sam, db), input);
    await expect(consentToClass(await asUser(wish.lee, db), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("P6.3: the database refuses a lower class without a lead's consent, and an override without a reason", async ({ db }) => {
    const { dealId, sam, overrideId } = await aWish(db);
    const row = { id: newId(), dealId, rubricId: newId(), from: "COMPLEX", class: "SIMPLE", reason: REASON, state: "STANDING", askedById: sam } as const;
    await expect(db.$transaction((tx) => tx.classOverride.create({ data: row }))).rejects.toThrow(/lower_class_by_consent/);
    await expect(db.$transaction((tx) => tx.classOverride.create({ data: { ...row, state: "DECLINED", reason: " " } }))).rejects.toThrow(/override_has_a_reason/);
    await expect(db.$transaction((tx) => tx.classOverride.update({ where: { id: overrideId }, data: { reason: "Another." } }))).rejects.toThrow(/permission denied/);
  });
});

describe("declineClass", () => {
  test("P6.3: the class stays, with one event that says why", async ({ db }) => {
    const wish = await aWish(db);
    await declineClass(await asUser(wish.lee, db), { id: wish.dealId, overrideId: wish.overrideId, reason: "The interface is new." });
    expect(await classEvents(db, wish.dealId)).toEqual(["deal.lowerClassAsked", "deal.lowerClassDeclined"]);
    expect(await complexityOf(db, wish.dealId)).toMatchObject({ class: "COMPLEX", override: null, asked: null, past: [{ state: "DECLINED", note: "The interface is new." }] });
  });

  test("once consented is CONFLICT, by anybody else FORBIDDEN, out of scope NOT_FOUND", async ({ db }) => {
    const wish = await aWish(db);
    const input = { id: wish.dealId, overrideId: wish.overrideId, reason: REASON };
    await expect(declineClass(await asUser(wish.sam, db), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(declineClass(await asUser(wish.lin, db), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await consentToClass(await asUser(wish.lee, db), { id: wish.dealId, overrideId: wish.overrideId });
    await expect(declineClass(await asUser(wish.lee, db), input)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("endClassOverride", () => {
  test("P6.3: the rubric's class counts again, with one event; twice is once", async ({ db }) => {
    const wish = await aWish(db);
    await consentToClass(await asUser(wish.lee, db), { id: wish.dealId, overrideId: wish.overrideId });
    const sam = await asUser(wish.sam, db);
    for (let i = 0; i < 2; i++) await endClassOverride(sam, { id: wish.dealId, overrideId: wish.overrideId });
    expect((await classEvents(db, wish.dealId)).slice(2)).toEqual(["deal.classOverrideEnded"]);
    expect(await complexityOf(db, wish.dealId)).toMatchObject({ class: "COMPLEX", override: null });
  });

  test("of a declined one is CONFLICT, by who only reads FORBIDDEN, out of scope NOT_FOUND", async ({ db }) => {
    const wish = await aWish(db);
    const input = { id: wish.dealId, overrideId: wish.overrideId };
    await expect(endClassOverride(await asUser(wish.lee, db), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(endClassOverride(await asUser(wish.max, db), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await declineClass(await asUser(wish.lee, db), { ...input, reason: "No." });
    await expect(endClassOverride(await asUser(wish.sam, db), input)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("answerComplexity", () => {
  const EASY = { integration: "none", migration: "small" };
  const revisionOf = async (db: Db, dealId: string, question: string) => (await complexityOf(db, dealId)).revisions.get(`complexity.${question}`) ?? 0;

  test("P6.1: lands in the brief's own fields, and begins the brief where there is none, with its one event", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aWonDeal(db, agency);
    const { handoverId } = await answerComplexity(await asUser(agency.sam, db), { id, answers: EASY, seen: {} });
    expect(await eventTypes(db, handoverId)).toEqual(["handover.begun"]);
    expect((await complexityOf(db, id)).choices).toMatchObject(EASY);
    const seen = { integration: await revisionOf(db, id, "integration") };
    await answerComplexity(await asUser(agency.sue, db), { id, answers: { integration: "custom", size: "" }, seen });
    expect((await complexityOf(db, id)).choices).toMatchObject({ integration: "custom", migration: "small" });
  });

  test("P1.3: over what somebody answered meanwhile is CONFLICT, and none of it is kept; what is no option is INVALID", async ({ db }) => {
    const draft = await aDraft(db);
    const sam = await asUser(draft.sam, db);
    const seen = { integration: await revisionOf(db, draft.dealId, "integration"), size: await revisionOf(db, draft.dealId, "size") };
    await answer(db, draft, draft.id, { "complexity.integration": "several" });
    await expect(answerComplexity(sam, { id: draft.dealId, answers: { integration: "custom", size: "large" }, seen })).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.3", message: expect.stringContaining("Sam has answered") });
    expect((await complexityOf(db, draft.dealId)).choices).toMatchObject({ integration: "several", size: "small" });
    await expect(answerComplexity(sam, { id: draft.dealId, answers: { size: "<b>" }, seen })).rejects.toMatchObject({ code: "INVALID" });
    await expect(answerComplexity(sam, { id: draft.dealId, answers: { __proto__x: "none" }, seen })).rejects.toMatchObject({ code: "INVALID" });
  });

  test("of a brief under review is refused, out of scope NOT_FOUND, by who only reads FORBIDDEN", async ({ db }) => {
    const wish = await aWish(db);
    const input = { id: wish.dealId, answers: EASY, seen: {} };
    await expect(answerComplexity(await asUser(wish.max, db), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const person of [wish.lee, wish.bea]) await expect(answerComplexity(await asUser(person, db), input)).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) });
    await submitHandover(await asUser(wish.sam, db), { id: wish.id, revision: wish.revision });
    await expect(answerComplexity(await asUser(wish.sam, db), input)).rejects.toMatchObject({ code: expect.stringMatching(/CONFLICT|FORBIDDEN/) });
  });
});
