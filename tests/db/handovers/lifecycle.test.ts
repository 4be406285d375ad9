import { describe } from "vitest";
import type { Ctx } from "@/lib/auth/ctx";
import { acceptKey, addReturnPoints, returnHandover, undoAcceptance, undoReturn } from "@/lib/handovers/commands/decide";
import { closeHandover, startDelivery, withdrawHandover } from "@/lib/handovers/commands/deliver";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { asUser, eventTypes, expect, NOW, test } from "../../support/db";
import { aPerson } from "../../support/factories/agency";
import { aDraft, anAccepted, answer, aReview, aRow, aSubmitted } from "../../support/factories/handovers";

const points = [{ field: "scope.inScope", reason: "MISSING" as const, needed: "What about the shop?", suggestion: "" }];
const accept = { briefVersion: 1, conditions: [] };

describe("submitHandover", () => {
  test("B4 freezes version 1 with its digest, asks the PM's key, and records one event", async ({ db }) => {
    const { id, sam, revision, pia } = await aDraft(db);
    expect(await submitHandover(await asUser(sam, db), { id, revision })).toEqual({ id, status: "SUBMITTED", revision: revision + 1 });
    const version = await db.briefVersion.findUniqueOrThrow({ where: { handoverId_version: { handoverId: id, version: 1 } } });
    expect(version.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await db.handoverKey.findMany({ where: { handoverId: id } })).toMatchObject([{ role: "PM", holderId: pia, state: "OPEN" }]);
    expect((await eventTypes(db, id)).filter((type) => type === "handover.submitted")).toHaveLength(1);
  });

  test("B5 gives the reviewer two working days of their own", async ({ db }) => {
    const { id } = await aSubmitted(db);
    const key = await db.handoverKey.findFirstOrThrow({ where: { handoverId: id } });
    expect(key.dueAt?.toISOString()).toBe("2030-01-04T16:00:00.000Z"); // Wednesday 11:00 in Berlin -> Friday 17:00
  });

  test("P1.4 names every missing must-have by its field, and keeps the draft", async ({ db }) => {
    const { id, sam, revision } = await aDraft(db);
    await answer(db, { sam }, id, { "purpose.goals": "TBD", "scope.outOfScope": "-" });
    const refused = submitHandover(await asUser(sam, db), { id, revision });
    await expect(refused).rejects.toMatchObject({ code: "INVALID", rule: "P1.4", fields: { "purpose.goals": [expect.any(String)], "scope.outOfScope": [expect.any(String)] } });
    expect(await db.handover.findUnique({ where: { id } })).toMatchObject({ status: "DRAFT", briefVersion: 0 });
  });

  test("P1.1 needs the signed contract, or an approved start at risk that has not expired", async ({ db }) => {
    const { id, sam, dealId, revision, bea } = await aDraft(db);
    const submit = async (now = NOW) => submitHandover(await asUser(sam, db, now), { id, revision });
    await db.deal.update({ where: { id: dealId }, data: { signedOn: null, signedEvidence: "" } });
    await expect(submit()).rejects.toMatchObject({ rule: "P1.1" });
    await db.deal.update({ where: { id: dealId }, data: { atRiskUntil: new Date("2030-01-10"), atRiskReason: "Board meets on the 9th" } });
    await expect(submit()).rejects.toMatchObject({ rule: "P1.1" });
    await db.deal.update({ where: { id: dealId }, data: { atRiskApprovedById: bea, atRiskApprovedAt: NOW } });
    await expect(submit(new Date("2030-01-11T10:00:00Z"))).rejects.toMatchObject({ rule: "P1.1" });
    expect(await submit()).toMatchObject({ status: "SUBMITTED" });
  });

  test("P1.6 needs a named and active PM, never an unnamed queue", async ({ db }) => {
    const { id, sam, revision, pia } = await aDraft(db);
    const submit = async () => submitHandover(await asUser(sam, db), { id, revision });
    await db.user.update({ where: { id: pia }, data: { active: false } });
    await expect(submit()).rejects.toMatchObject({ rule: "P1.6" });
    await db.handover.update({ where: { id }, data: { pmId: null } });
    await expect(submit()).rejects.toMatchObject({ rule: "P1.6", message: expect.stringContaining("Name the PM") });
  });

  test("P1.7 gives the writer none of its keys, but in solo mode", async ({ db }) => {
    const { id, sam, revision } = await aDraft(db);
    await db.handover.update({ where: { id }, data: { pmId: sam } });
    const submit = async () => submitHandover(await asUser(sam, db), { id, revision });
    await expect(submit()).rejects.toMatchObject({ rule: "P1.7" });
    await db.organisation.updateMany({ data: { soloMode: true } });
    expect(await submit()).toMatchObject({ status: "SUBMITTED" });
    const [key] = await db.handoverKey.findMany({ where: { handoverId: id } });
    expect(await acceptKey(await asUser(sam, db), { id, keyId: key?.id ?? "", ...accept })).toMatchObject({ status: "ACCEPTED" });
  });

  test("P1.9 has one effect when repeated, and refuses a stale revision", async ({ db }) => {
    const { id, sam, revision } = await aDraft(db);
    const ctx = await asUser(sam, db);
    await submitHandover(ctx, { id, revision });
    expect(await submitHandover(ctx, { id, revision })).toMatchObject({ status: "SUBMITTED", revision: revision + 1 });
    expect((await eventTypes(db, id)).filter((type) => type === "handover.submitted")).toHaveLength(1);
    await expect(withdrawHandover(ctx, { id, revision, reason: "Lost" })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("P2.3 asks the lead's key too when the work is complex, and a second team's when it takes part (P1.13)", async ({ db }) => {
    const { id, pia, lee, lin } = await aSubmitted(db, { teams: ["wordpress", "shopify"], answers: { "complexity.integration": "several" } });
    const keys = await db.handoverKey.findMany({ where: { handoverId: id } });
    expect(keys.map(({ holderId }) => holderId).sort()).toEqual([pia, lee, lin].sort());
  });
});

describe("acceptKey", () => {
  test("P1.7 waits for the last key, and each acceptance records one event", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    const pm = await asUser(pia, db);
    expect(await acceptKey(pm, { id, keyId: pmKey, ...accept })).toMatchObject({ status: "SUBMITTED" });
    expect(await acceptKey(pm, { id, keyId: pmKey, ...accept })).toMatchObject({ status: "SUBMITTED" });
    expect(await acceptKey(await asUser(lee, db), { id, keyId: leadKey, ...accept })).toMatchObject({ status: "ACCEPTED" });
    expect((await eventTypes(db, id)).slice(-3)).toEqual(["handover.submitted", "key.accepted", "handover.accepted"]);
  });

  test("B2 makes the PM accountable in the same transaction, and P2.12, P8.2 open checklist and ledger", async ({ db }) => {
    const { id, pia, sam, pmKey } = await aSubmitted(db);
    expect(await db.handover.findUnique({ where: { id } })).toMatchObject({ accountableId: sam });
    await acceptKey(await asUser(pia, db), { id, keyId: pmKey, ...accept });
    expect(await db.handover.findUnique({ where: { id } })).toMatchObject({ accountableId: pia, acceptedAt: NOW });
    const items = await db.checklistItem.findMany({ where: { handoverId: id } });
    expect(items.length).toBeGreaterThan(10);
    expect(items.filter(({ ownerRole }) => ownerRole === "PM").every(({ ownerId }) => ownerId === pia)).toBe(true);
    expect(items.some(({ dueAt }) => dueAt !== null)).toBe(true);
  });

  test("P1.7 is for the named holder, not for any PM", async ({ db }) => {
    const { id, lee, pmKey } = await aReview(db);
    await expect(acceptKey(await asUser(lee, db), { id, keyId: pmKey, ...accept })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.7" });
  });

  test("does not exist for a stranger, a developer, an admin", async ({ db }) => {
    const { id, pmKey, max, dev, ada } = await aSubmitted(db);
    for (const user of [max, dev, ada])
      await expect(acceptKey(await asUser(user, db), { id, keyId: pmKey, ...accept })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("P1.9 names a returned brief's reviewer to who comes second", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points });
    await expect(acceptKey(await asUser(lee, db), { id, keyId: leadKey, ...accept })).rejects.toMatchObject({
      code: "CONFLICT", message: expect.stringMatching(/while the handover is returned\. Pia returned version 1 as PM with 1 point to mend, on .+ UTC\.$/),
    });
  });

  test("P1.1 a start at risk that expired meanwhile blocks, until the contract is signed", async ({ db }) => {
    const { id, dealId, pia, pmKey, bea } = await aSubmitted(db);
    const atRisk = { signedOn: null, signedEvidence: "", atRiskUntil: new Date("2030-01-10"), atRiskApprovedById: bea, atRiskApprovedAt: NOW };
    await db.deal.update({ where: { id: dealId }, data: atRisk });
    const acceptOn = async (day: string) => acceptKey(await asUser(pia, db, new Date(`${day}T10:00:00Z`)), { id, keyId: pmKey, ...accept });
    await expect(acceptOn("2030-01-11")).rejects.toMatchObject({ rule: "P1.1", message: expect.stringContaining("expired") });
    await db.deal.update({ where: { id: dealId }, data: { signedOn: new Date("2030-01-11"), signedEvidence: "Signed PDF, in the archive" } });
    expect(await acceptOn("2030-01-11")).toMatchObject({ status: "ACCEPTED" });
  });

  test("P8.2 a promise that is not reconciled needs a condition", async ({ db }) => {
    const draft = await aDraft(db, { answers: { "promises.none": false } });
    await aRow(db, draft, draft.id, { "promises.text": "A second language at no cost", "promises.type": "scope" });
    await submitHandover(await asUser(draft.sam, db), { id: draft.id, revision: draft.revision });
    const key = await db.handoverKey.findFirstOrThrow({ where: { handoverId: draft.id } });
    const pm = await asUser(draft.pia, db);
    await expect(acceptKey(pm, { id: draft.id, keyId: key.id, ...accept })).rejects.toMatchObject({ rule: "P8.2" });
    const conditions = [{ text: "Settle the second language", ownerId: draft.sam, dueOn: "2030-01-08" }];
    expect(await acceptKey(pm, { id: draft.id, keyId: key.id, briefVersion: 1, conditions })).toMatchObject({ status: "ACCEPTED" });
    expect(await db.condition.findMany({ where: { handoverId: draft.id } })).toMatchObject([{ text: conditions[0]?.text, state: "OPEN" }]);
    expect(await db.ledgerPromise.findMany({ where: { handoverId: draft.id } })).toMatchObject([{ text: "A second language at no cost", contract: null, status: "OPEN" }]);
  });
});

describe("returnHandover and resubmission", () => {
  test("P1.8 keeps each point, and the resubmission answers them", async ({ db }) => {
    const { id, sam, pia, pmKey } = await aSubmitted(db);
    const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points });
    expect(await db.returnPoint.findMany({ where: { handoverId: id } })).toMatchObject([{ field: "scope.inScope", reason: "MISSING", byId: pia, resolvedAt: null }]);
    await answer(db, { sam }, id, { "scope.inScope": "Five templates, and the shop with forty products." });
    await submitHandover(await asUser(sam, db), { id, revision });
    expect(await db.returnPoint.findFirst({ where: { handoverId: id } })).toMatchObject({ resolvedAt: NOW });
  });

  test("P1.4 a point that holds what looks like a password or a key is refused, and nothing is returned", async ({ db }) => {
    const { id, pia, pmKey } = await aSubmitted(db);
    const secret = points.map((point) => ({ ...point, suggestion: "Five templates. Password: hunter2" }));
    await expect(returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: secret })).rejects.toMatchObject({ code: "INVALID", rule: "P1.4" });
    expect([await db.handover.findUnique({ where: { id }, select: { status: true } }), await db.reviewComment.count({ where: { handoverId: id } })]).toEqual([{ status: "SUBMITTED" }, 0]);
  });

  test("B4 a key already given stays, unless a field that concerns it changed", async ({ db }) => {
    const { id, sam, pia, lee, pmKey, leadKey } = await aReview(db);
    await acceptKey(await asUser(lee, db), { id, keyId: leadKey, ...accept });
    const state = async (keyId: string) => (await db.handoverKey.findUniqueOrThrow({ where: { id: keyId } })).state;
    const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points });
    await answer(db, { sam }, id, { "commercial.summary": "Paid in three parts: at the start, at the design, at the launch." });
    const second = await submitHandover(await asUser(sam, db), { id, revision });
    expect([await state(pmKey), await state(leadKey)]).toEqual(["OPEN", "ACCEPTED"]);
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 2, points });
    await answer(db, { sam }, id, { "technical.summary": "A block theme on their present host, with one custom plugin." });
    await submitHandover(await asUser(sam, db), { id, revision: second.revision + 1 });
    expect([await state(pmKey), await state(leadKey)]).toEqual(["OPEN", "OPEN"]);
  });

  test("P1.7 other reviewers may add points until it is resubmitted", async ({ db }) => {
    const { id, pia, lee, sam, pmKey, leadKey } = await aReview(db);
    const add = async () => addReturnPoints(await asUser(lee, db), { id, keyId: leadKey, briefVersion: 1, points });
    await expect(add()).rejects.toMatchObject({ code: "CONFLICT" });
    const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points });
    await add();
    expect(await db.returnPoint.count({ where: { handoverId: id } })).toBe(2);
    await submitHandover(await asUser(sam, db), { id, revision });
    await expect(add()).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

test("B1 withdrawing says why, and is for good", async ({ db }) => {
  const { id, sam, revision } = await aSubmitted(db);
  await withdrawHandover(await asUser(sam, db), { id, revision, reason: "The client went silent." });
  expect((await eventTypes(db, id)).at(-1)).toBe("handover.withdrawn");
  await expect(submitHandover(await asUser(sam, db), { id, revision: revision + 1 })).rejects.toMatchObject({ code: "CONFLICT" });
});

test.for([
  ["submit", "sam", (ctx: Ctx, id: string) => submitHandover(ctx, { id, revision: 2 })],
  ["start", "pia", (ctx: Ctx, id: string) => startDelivery(ctx, { id, revision: 2 })],
  ["close", "pia", (ctx: Ctx, id: string) => closeHandover(ctx, { id, revision: 2, outcome: "CANCELLED", reason: "" })],
] as const)("B1 %s refuses the wrong state, person and stranger, and records nothing", async ([, rightPerson, run], { db }) => {
  const { id, ...people } = await aReview(db);
  const before = await eventTypes(db, id);
  const stranger = await aPerson(db, "Zoe", [], { isAdmin: true });
  await expect(run(await asUser(people[rightPerson], db, new Date("2030-01-03T10:00:00Z")), id)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(run(await asUser(people.lee, db), id)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(run(await asUser(stranger, db), id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await eventTypes(db, id)).toEqual(before);
});

test("B1 a handover goes all the way to closed", async ({ db }) => {
  const { id, pia, revision } = await anAccepted(db);
  await startDelivery(await asUser(pia, db), { id, revision });
  const closed = await closeHandover(await asUser(pia, db), { id, revision: revision + 1, outcome: "COMPLETED", reason: "" });
  expect(closed).toMatchObject({ status: "CLOSED" });
});

test("B1 a handover is cancelled with a reason, and a repeat of it has one effect", async ({ db }) => {
  const { id, pia, revision } = await anAccepted(db);
  const cancel = async (reason: string) => closeHandover(await asUser(pia, db), { id, revision, outcome: "CANCELLED", reason });
  await expect(cancel(" ")).rejects.toMatchObject({ code: "INVALID", fields: { reason: [expect.any(String)] } });
  await cancel("The client was bought by another company.");
  expect(await cancel("The client was bought by another company.")).toMatchObject({ status: "CLOSED" });
  expect((await eventTypes(db, id)).filter((type) => type === "handover.closed")).toHaveLength(1);
});

describe("undo", () => {
  test("B1 is refused to anybody else, and for another key", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    await acceptKey(await asUser(pia, db), { id, keyId: pmKey, ...accept });
    await expect(undoAcceptance(await asUser(lee, db), { id, keyId: pmKey })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(undoAcceptance(await asUser(lee, db), { id, keyId: leadKey })).rejects.toMatchObject({ code: "CONFLICT", rule: "B1" });
    await expect(undoReturn(await asUser(pia, db), { id, keyId: pmKey })).rejects.toMatchObject({ code: "CONFLICT", rule: "B1" });
  });
});
