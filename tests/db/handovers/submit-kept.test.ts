import { describe } from "vitest";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { returnHandover, undoReturn } from "@/lib/handovers/commands/decide";
import { namePeople } from "@/lib/handovers/commands/people";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { readEvent } from "@/lib/events/registry";
import { NO_ROW } from "@/lib/handovers/queries/answers";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, NOW, test } from "../../support/db";
import { answer, aDraft, aSubmitted, aWonDeal } from "../../support/factories/handovers";
import { LATER } from "../../support/factories/amending";

const point = (field: string) => ({ field, reason: "MISSING" as const, needed: "What about the shop?", suggestion: "" });
const submit = async (db: Db, { id, sam }: { id: string; sam: string }, revision: number, now = NOW) => submitHandover(await asUser(sam, db, now), { id, revision });
const lastSubmission = async (db: Db, id: string) => {
  const [event] = await db.event.findMany({ where: { stream: id, type: "handover.submitted" }, orderBy: { seq: "desc" }, take: 1 });
  return event && readEvent(event)?.data;
};

describe("B4 what a submission keeps", () => {
  test("B4 version, handover and event agree on who, when, which digest and how complete it was", async ({ db }) => {
    const draft = await aDraft(db);
    const { id, sam, revision } = draft;
    await submit(db, draft, revision, LATER);
    const version = await db.briefVersion.findUniqueOrThrow({ where: { handoverId_version: { handoverId: id, version: 1 } } });
    expect(version).toMatchObject({ createdById: sam, createdAt: LATER, amendment: null, mends: null });
    const { readiness } = version.content as unknown as { readiness: { requiredPercent: number; qualityPercent: number } };
    expect([readiness.requiredPercent, readiness.qualityPercent > 0]).toEqual([100, true]);
    expect(await db.handover.findUnique({ where: { id } })).toMatchObject({
      briefVersion: 1, submittedAt: LATER, firstSubmitAt: LATER, updatedAt: LATER, writerId: sam, complexity: "SIMPLE", ...readiness,
    });
    expect(await lastSubmission(db, id)).toEqual({ briefVersion: 1, digest: version.digest, answered: 0, standing: [] });
  });

  test("P6.3 the first class is kept by then, where all answers came filled in and nobody typed one", async ({ db }) => {
    const draft = await aDraft(db);
    const { sam, pia, lee, wordpress } = draft;
    const dealId = await aWonDeal(db, draft);
    const { id } = await beginHandover(await asUser(sam, db), { dealId });
    const answers = await db.briefAnswer.findMany({ where: { handoverId: draft.id, rowId: NO_ROW } });
    await db.briefAnswer.createMany({ data: answers.map((one) => ({ ...one, value: one.value ?? "", handoverId: id })), skipDuplicates: true });
    await namePeople(await asUser(sam, db), { id, pmId: pia, leads: [{ teamId: wordpress, leadId: lee }] });
    expect(await db.deal.findUnique({ where: { id: dealId } })).toMatchObject({ firstClass: null });
    await submit(db, { id, sam }, 1, LATER);
    expect(await db.deal.findUnique({ where: { id: dealId } })).toMatchObject({ firstClass: "SIMPLE", firstClassAt: LATER });
  });

  test("P1.8 a resubmission answers the points that are open, of this brief alone, and counts them", async ({ db }) => {
    const [one, other] = [await aSubmitted(db), await aSubmitted(db)];
    const { id, pia, pmKey } = one;
    const pm = await asUser(pia, db);
    const giveBack = (briefVersion: number, ...fields: string[]) => returnHandover(pm, { id, keyId: pmKey, briefVersion, points: fields.map(point) });
    await returnHandover(await asUser(other.pia, db), { id: other.id, keyId: other.pmKey, briefVersion: 1, points: [point("scope.inScope")] });
    await giveBack(1, "scope.inScope");
    await undoReturn(pm, { id, keyId: pmKey });
    const back = await giveBack(1, "purpose.goals"); // and the one that was taken back
    const second = await submit(db, one, back.revision);
    expect(await lastSubmission(db, id)).toMatchObject({ briefVersion: 2, answered: 2 });
    await giveBack(2, "scope.outOfScope");
    await submit(db, one, second.revision + 1, LATER);
    expect(await lastSubmission(db, id)).toMatchObject({ briefVersion: 3, answered: 1 });
    const points = await db.returnPoint.findMany({ where: { handoverId: id }, orderBy: [{ version: "asc" }, { field: "asc" }] });
    expect(points.filter(({ undoneAt }) => undoneAt === null).map(({ field, resolvedAt }) => [field, resolvedAt])).toEqual([["purpose.goals", NOW], ["scope.inScope", NOW], ["scope.outOfScope", LATER]]);
    expect(points.filter(({ undoneAt }) => undoneAt !== null).map(({ resolvedAt }) => resolvedAt)).toEqual([null]);
    expect(await db.returnPoint.findMany({ where: { handoverId: other.id } })).toMatchObject([{ resolvedAt: null }]);
  });

  test("P1.7, R3 the first submission stays the first, and its writer the writer, whoever submits again", async ({ db }) => {
    const { id, sue, sam, pia, pmKey } = await aSubmitted(db);
    const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [point("scope.inScope")] });
    await db.handover.update({ where: { id }, data: { contactOwnerId: sue } }); // Sam has left sales
    await submit(db, { id, sam: sue }, revision, LATER);
    expect(await db.handover.findUnique({ where: { id } })).toMatchObject({ writerId: sam, firstSubmitAt: NOW, submittedAt: LATER });
    expect(await db.briefVersion.findUnique({ where: { handoverId_version: { handoverId: id, version: 2 } } })).toMatchObject({ createdById: sue, createdAt: LATER });
  });
});

describe("what keeps a brief from being submitted", () => {
  test("P1.7 neither who wrote it first nor who owns the contact now holds one of its keys", async ({ db }) => {
    const { id, sue, sam, pia, max, pmKey } = await aSubmitted(db);
    const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [point("scope.inScope")] });
    await db.handover.update({ where: { id }, data: { contactOwnerId: sue } });
    const withPm = async (pmId: string) => { await db.handover.update({ where: { id }, data: { pmId } }); return submit(db, { id, sam: sue }, revision); };
    for (const [pm, name] of [[sam, "Sam"], [sue, "Sue"]] as const)
      await expect(withPm(pm)).rejects.toMatchObject({ code: "INVALID", rule: "P1.7", message: `Name another PM: ${name} wrote the brief, and cannot accept it.` });
    expect(await withPm(max)).toMatchObject({ status: "SUBMITTED" });
  });

  test("P1.6 everybody who is missing is named at once: the PM, and the lead of each team that needs one", async ({ db }) => {
    const draft = await aDraft(db, { teams: ["wordpress", "shopify"], answers: { "complexity.integration": "several" } });
    const { id, pia, shopify, revision } = draft;
    await db.handoverTeam.update({ where: { handoverId_teamId: { handoverId: id, teamId: shopify } }, data: { leadId: null } });
    await expect(submit(db, draft, revision)).rejects.toMatchObject({ code: "INVALID", rule: "P1.6", message: "Name the Shopify team lead.", fields: { people: ["Name the Shopify team lead."] } });
    await db.user.update({ where: { id: pia }, data: { active: false } });
    const people = ["Name another PM: Pia is no longer here.", "Name the Shopify team lead."];
    await expect(submit(db, draft, revision)).rejects.toMatchObject({ code: "INVALID", rule: "P1.6", message: people.join(" "), fields: { people } });
  });

  test("P1.13 a brief without a delivery team is sent to nobody", async ({ db }) => {
    const draft = await aDraft(db);
    await db.handoverTeam.deleteMany({ where: { handoverId: draft.id } });
    await expect(submit(db, draft, draft.revision)).rejects.toMatchObject({ code: "INVALID", rule: "P1.13", fields: { teams: ["Choose the delivery teams."] } });
  });

  test("B7 says first who may, then whether work may start, then what is missing, then who", async ({ db }) => {
    const draft = await aDraft(db);
    const { id, sue, dealId, revision } = draft;
    await answer(db, draft, id, { "purpose.goals": "TBD" });
    await db.handover.update({ where: { id }, data: { pmId: null } });
    await db.deal.update({ where: { id: dealId }, data: { signedOn: null, signedEvidence: "" } });
    await expect(submit(db, { id, sam: sue }, revision)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(submit(db, draft, revision)).rejects.toMatchObject({ rule: "P1.1" });
    await db.deal.update({ where: { id: dealId }, data: { signedOn: NOW, signedEvidence: "The signed PDF" } });
    await expect(submit(db, draft, revision)).rejects.toMatchObject({ rule: "P1.4" });
    await answer(db, draft, id, { "purpose.goals": "Sell frames online, to people who come back for lenses." });
    await expect(submit(db, draft, revision)).rejects.toMatchObject({ rule: "P1.6" });
  });

  test("P1.9 a page that was read before it was returned submits nothing", async ({ db }) => {
    const draft = await aSubmitted(db);
    const { id, pia, pmKey } = draft;
    const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [point("scope.inScope")] });
    for (const stale of [revision - 2, revision - 1, revision + 1]) await expect(submit(db, draft, stale)).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" });
    expect(await db.briefVersion.count({ where: { handoverId: id } })).toBe(1);
    expect(await submit(db, draft, revision)).toMatchObject({ status: "SUBMITTED" });
  });
});

test("B5 a key's time is counted in the working days of its own holder", async ({ db }) => {
  const draft = await aDraft(db);
  await db.timeOff.create({ data: { id: newId(), userId: draft.pia, from: new Date("2030-01-03"), to: new Date("2030-01-03") } });
  await submit(db, draft, draft.revision);
  expect((await db.handoverKey.findFirstOrThrow({ where: { handoverId: draft.id } })).dueAt?.toISOString()).toBe("2030-01-07T16:00:00.000Z"); // not Friday, but Monday
});
