import { describe } from "vitest";
import { saveComment } from "@/lib/handovers/commands/comments";
import { acceptKey, addReturnPoints, returnHandover, undoAcceptance, undoReturn } from "@/lib/handovers/commands/decide";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { readEvent } from "@/lib/events/registry";
import { briefFieldsOf } from "@/lib/handovers/queries/brief-fields";
import { teamOfField } from "@/lib/handovers/rules/template";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, NOW, test } from "../../support/db";
import { LATER } from "../../support/factories/amending";
import { aReview, aSubmitted } from "../../support/factories/handovers";

const seen = { briefVersion: 1 };
const point = (field = "scope.inScope") => ({ field, rowId: null, reason: "MISSING" as const, needed: "What about the shop?", suggestion: "" });
const condition = (ownerId: string, text = "A test account") => ({ text, ownerId, dueOn: "2030-01-20" });
const latest = async (db: Db, id: string) => {
  const [event] = await db.event.findMany({ where: { stream: id }, orderBy: { seq: "desc" }, take: 1 });
  return { type: event?.type, data: event && readEvent(event)?.data };
};
const remark = async (db: Db, { id, who, keyId }: { id: string; who: string; keyId: string }) =>
  saveComment(await asUser(who, db), { id, keyId, commentId: newId(), base: 0, field: "technical.summary", rowId: null, text: "Well said.", reason: null, suggestion: "" });

describe("P1.7 what an acceptance keeps", () => {
  test("P1.7 key, conditions and event say who accepted which version for which team, with what and when", async ({ db }) => {
    const { id, sam, pia, lee, pmKey, leadKey } = await aReview(db);
    await remark(db, { id, who: lee, keyId: leadKey });
    const conditions = [condition(sam), condition(sam, "A second one for the same person")];
    await acceptKey(await asUser(lee, db, LATER), { id, keyId: leadKey, ...seen, conditions });
    expect(await db.handoverKey.findUnique({ where: { id: leadKey } })).toMatchObject({ state: "ACCEPTED", acceptedVersion: 1, decidedAt: LATER });
    expect(await db.condition.findMany({ where: { handoverId: id }, orderBy: { id: "asc" } }))
      .toMatchObject(conditions.map(({ text }) => ({ text, keyId: leadKey, ownerId: sam, dueOn: new Date("2030-01-20"), undoneAt: null })));
    const ofLead = { keyId: leadKey, role: "TEAM_LEAD", team: "WordPress", briefVersion: 1 };
    expect(await latest(db, id)).toEqual({ type: "key.accepted", data: { ...ofLead, conditions, comments: 1 } });
    await acceptKey(await asUser(pia, db, LATER), { id, keyId: pmKey, ...seen, conditions: [] });
    expect(await db.handover.findUnique({ where: { id } })).toMatchObject({ status: "ACCEPTED", acceptedAt: LATER, decidedAt: LATER, updatedAt: LATER });
    expect(await latest(db, id)).toEqual({ type: "handover.accepted", data: { keyId: pmKey, role: "PM", team: null, briefVersion: 1, conditions: [], comments: 0 } });
  });

  test("P1.7 a remark with a reason stays a remark where the brief is accepted", async ({ db }) => {
    const { id, pia, pmKey } = await aReview(db);
    const ctx = await asUser(pia, db);
    await saveComment(ctx, { id, keyId: pmKey, commentId: newId(), base: 0, field: "scope.inScope", rowId: null, text: "And the blog?", reason: "MISSING", suggestion: "" });
    await acceptKey(ctx, { id, keyId: pmKey, ...seen, conditions: [] });
    expect([await db.returnPoint.count({ where: { handoverId: id } }), await db.reviewComment.count({ where: { handoverId: id, sentAt: null } })]).toEqual([0, 0]);
  });

  test("P1.9 who reads an older version is told so before anything is said of their conditions", async ({ db }) => {
    const { id, pia, pmKey } = await aReview(db);
    await expect(acceptKey(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 2, conditions: [condition(newId())] })).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" });
  });

  test("P1.9 a key that was turned is not turned again, the other way either", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    await acceptKey(await asUser(pia, db), { id, keyId: pmKey, ...seen, conditions: [] });
    await expect(returnHandover(await asUser(pia, db), { id, keyId: pmKey, ...seen, points: [point()] })).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9", message: expect.stringContaining("Pia accepted version 1") });
    expect(await db.handoverKey.findMany({ where: { handoverId: id }, orderBy: { role: "asc" } })).toMatchObject([{ id: pmKey, state: "ACCEPTED" }, { id: leadKey, state: "OPEN", holderId: lee }]);
  });

  test("P1.7 a key that does not exist is not found; another's is refused with whose it is", async ({ db }) => {
    const { id, pia, pmKey, leadKey } = await aReview(db);
    const ctx = await asUser(pia, db);
    const others = { code: "FORBIDDEN", rule: "P1.7", message: "Only Lee, who holds this key, decides on it." };
    for (const [keyId, told] of [[newId(), { code: "NOT_FOUND" }], [leadKey, others]] as const) {
      await expect(acceptKey(ctx, { id, keyId, ...seen, conditions: [] })).rejects.toMatchObject(told);
      await expect(undoAcceptance(ctx, { id, keyId })).rejects.toMatchObject(told);
      await expect(undoReturn(ctx, { id, keyId })).rejects.toMatchObject(told);
    }
    expect(pmKey).not.toBe(leadKey);
  });
});

describe("P1.8 what a return keeps", () => {
  test("P1.8 key, handover and event say who returned which version, with which points and when; a repeat has one effect", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    await remark(db, { id, who: pia, keyId: pmKey });
    const giveBack = async () => returnHandover(await asUser(pia, db, LATER), { id, keyId: pmKey, ...seen, points: [point()] });
    const first = await giveBack();
    expect(await giveBack()).toEqual(first); // P1.9
    expect(await db.handoverKey.findUnique({ where: { id: pmKey } })).toMatchObject({ state: "RETURNED", decidedAt: LATER, acceptedVersion: null });
    expect(await db.handover.findUnique({ where: { id } })).toMatchObject({ status: "RETURNED", decidedAt: LATER, rounds: 1, acceptedAt: null });
    expect(await latest(db, id)).toEqual({ type: "handover.returned", data: { keyId: pmKey, role: "PM", team: null, briefVersion: 1, points: [point()], comments: 1 } });

    await remark(db, { id, who: lee, keyId: leadKey });
    const add = async () => addReturnPoints(await asUser(lee, db, LATER), { id, keyId: leadKey, ...seen, points: [point("technical.summary")] });
    await add();
    expect(await db.handoverKey.findUnique({ where: { id: leadKey } })).toMatchObject({ state: "RETURNED", decidedAt: LATER });
    const data = { keyId: leadKey, role: "TEAM_LEAD", team: "WordPress", briefVersion: 1, points: [point("technical.summary")] };
    expect(await latest(db, id)).toEqual({ type: "handover.pointsAdded", data: { ...data, comments: 1 } });
    await add(); // and more to what they said
    expect(await latest(db, id)).toEqual({ type: "handover.pointsAdded", data: { ...data, comments: 0 } });
    await addReturnPoints(await asUser(pia, db), { id, keyId: pmKey, ...seen, points: [point("purpose.goals")] });
    expect(await db.returnPoint.count({ where: { handoverId: id } })).toBe(4);
    expect(await db.handover.findUnique({ where: { id } })).toMatchObject({ rounds: 1 });
  });

  test("P1.10 points that are added count as well: a second time for the same reason, the managers are asked", async ({ db }) => {
    const { id, sam, pia, lee, pmKey, leadKey } = await aReview(db);
    const { revision } = await returnHandover(await asUser(lee, db), { id, keyId: leadKey, ...seen, points: [point()] });
    await submitHandover(await asUser(sam, db), { id, revision });
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 2, points: [{ ...point(), reason: "UNCLEAR" }] });
    const waiting = () => db.$queryRaw`SELECT 1 FROM jobs.job WHERE name = 'askManagers'`;
    expect(await waiting()).toEqual([]);
    await addReturnPoints(await asUser(lee, db), { id, keyId: leadKey, briefVersion: 2, points: [point()] });
    expect(await waiting()).toHaveLength(1);
  });

  test("P1.7 a lead returns points on the questions of their own team's template, and on no other team's", async ({ db }) => {
    const review = await aSubmitted(db, { teams: ["wordpress", "shopify"], answers: { "complexity.integration": "several" } });
    const { id, lee, lin, leadKey, shopifyKey } = review;
    const fields = await briefFieldsOf(db, id);
    const own = async (teamId: string) => {
      const { slug } = await db.team.findUniqueOrThrow({ where: { id: teamId } });
      return fields.find((field) => teamOfField(field.id) === slug && field.concerns.includes("TEAM_LEAD") && field.visibility === "all")?.id ?? "";
    };
    const [wordpress, shopify] = [await own(review.wordpress), await own(review.shopify)];
    const giveBack = async (who: string, keyId: string, field: string) => returnHandover(await asUser(who, db), { id, keyId, ...seen, points: [point(field)] });
    await expect(giveBack(lee, leadKey, shopify)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.7" });
    await expect(giveBack(lin, shopifyKey, wordpress)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.7" });
    expect(await giveBack(lee, leadKey, wordpress)).toMatchObject({ status: "RETURNED" });
  });
});

describe("B1 what an undo takes back", () => {
  test("B1 of one key among others: its event names key and version, and the key is as it was", async ({ db }) => {
    const { id, sam, lee, leadKey } = await aReview(db);
    const before = await db.handoverKey.findUniqueOrThrow({ where: { id: leadKey } });
    const ctx = await asUser(lee, db);
    await acceptKey(ctx, { id, keyId: leadKey, ...seen, conditions: [condition(sam)] });
    await undoAcceptance(ctx, { id, keyId: leadKey });
    expect(await latest(db, id)).toEqual({ type: "key.reopened", data: { keyId: leadKey, role: "TEAM_LEAD", team: "WordPress", briefVersion: 1 } });
    expect(await db.handoverKey.findUnique({ where: { id: leadKey } })).toEqual(before);
  });

  test("B1 of a return: the handover waits for a decision again, and what was taken back earlier stays as it was", async ({ db }) => {
    const { id, pia, pmKey } = await aSubmitted(db);
    const at = async (now: Date) => {
      const ctx = await asUser(pia, db, now);
      await returnHandover(ctx, { id, keyId: pmKey, ...seen, points: [point()] });
      await undoReturn(ctx, { id, keyId: pmKey });
    };
    await at(NOW);
    await at(LATER);
    expect(await latest(db, id)).toEqual({ type: "handover.returnUndone", data: { keyId: pmKey, role: "PM", team: null, briefVersion: 1 } });
    expect(await db.handover.findUnique({ where: { id } })).toMatchObject({ status: "SUBMITTED", decidedAt: null, rounds: 0 });
    expect(await db.handoverKey.findUnique({ where: { id: pmKey } })).toMatchObject({ state: "OPEN", decidedAt: null });
    const undone = (await db.returnPoint.findMany({ where: { handoverId: id }, orderBy: { id: "asc" } })).map(({ undoneAt }) => undoneAt);
    expect([undone[0], undone.at(-1)]).toEqual([NOW, LATER]);
  });

  test("B1 of an acceptance: conditions that were taken back earlier stay as they were", async ({ db }) => {
    const { id, sam, pia, pmKey } = await aSubmitted(db);
    for (const now of [NOW, LATER]) {
      const ctx = await asUser(pia, db, now);
      await acceptKey(ctx, { id, keyId: pmKey, ...seen, conditions: [condition(sam)] });
      await undoAcceptance(ctx, { id, keyId: pmKey });
    }
    expect((await db.condition.findMany({ where: { handoverId: id }, orderBy: { id: "asc" } })).map(({ undoneAt }) => undoneAt)).toEqual([NOW, LATER]);
    expect(await latest(db, id)).toMatchObject({ type: "handover.acceptanceUndone", data: { keyId: pmKey, role: "PM", briefVersion: 1 } });
  });

  test("B1 a return is undone as a return, and an acceptance of one key as no return", async ({ db }) => {
    const { id, lee, leadKey } = await aReview(db);
    const ctx = await asUser(lee, db);
    await acceptKey(ctx, { id, keyId: leadKey, ...seen, conditions: [] });
    const before = await eventTypes(db, id);
    await expect(undoReturn(ctx, { id, keyId: leadKey })).rejects.toMatchObject({ code: "CONFLICT", rule: "B1", message: expect.stringContaining("nothing to undo") });
    expect(await eventTypes(db, id)).toEqual(before);
  });
});
