import { describe } from "vitest";
import { amendBrief, decideAmendment } from "@/lib/handovers/commands/amend";
import { readEvent } from "@/lib/events/registry";
import type { Db } from "@/lib/platform/db";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { anAcceptedReview, LATER, REASON, typed } from "../../support/factories/amending";
import { anAccepted } from "../../support/factories/handovers";

/** Pia makes an amendment of what she changed, a week later. */
const amend = async (db: Db, { id, pia }: { id: string; pia: string }, briefVersion = 1) => amendBrief(await asUser(pia, db, LATER), { id, briefVersion, reason: REASON });
const latest = async (db: Db, id: string) => {
  const [event] = await db.event.findMany({ where: { stream: id }, orderBy: { seq: "desc" }, take: 1 });
  return { type: event?.type, data: event && readEvent(event)?.data };
};
const asked = (db: Db, handoverId: string) => db.confirmation.findMany({ where: { handoverId }, orderBy: { kind: "asc" } });

/** Both sides of version 2 wait to be confirmed: by Sam what was sold, by Lee what is technical. */
async function bothSides(db: Db) {
  const accepted = await anAcceptedReview(db);
  await typed(db, accepted, "scope.inScope", "The shop, and a blog on top of it.");
  await typed(db, accepted, "technical.summary", "Two more systems than we thought.");
  await amend(db, accepted);
  const [sold, technical] = await asked(db, accepted.id);
  return { ...accepted, sold: sold!, technical: technical! };
}

describe("B4 what an amendment keeps", () => {
  test("B4 the version has its reason, its author, its moment and a digest of its own, which event and handover go by", async ({ db }) => {
    const accepted = await anAcceptedReview(db);
    const { id, pia, sam } = accepted;
    const before = await db.handover.update({ where: { id }, data: { requiredPercent: 1, qualityPercent: 1 } }); // as it was computed before
    await typed(db, accepted, "scope.inScope", "The shop, and a blog on top of it.");
    for (const { rowId } of await db.briefAnswer.findMany({ where: { handoverId: id, field: "contacts.contact" } })) await typed(db, accepted, "contacts.address", "By first name", rowId);
    await typed(db, accepted, "complexity.integration", "none");
    const answer = await amend(db, accepted);
    const [first, second] = await db.briefVersion.findMany({ where: { handoverId: id }, orderBy: { version: "asc" } });
    expect(second).toMatchObject({ version: 2, amendment: REASON, createdById: pia, createdAt: LATER, mends: null, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(second?.digest).not.toBe(first?.digest);
    const { readiness, complexity } = second?.content as unknown as { readiness: { requiredPercent: number; qualityPercent: number }; complexity: { class: string } };
    expect(before.complexity).toBe("COMPLEX");
    const handover = await db.handover.findUniqueOrThrow({ where: { id } });
    expect(handover).toMatchObject({ status: "ACCEPTED", briefVersion: 2, revision: before.revision + 1, complexity: complexity.class, updatedAt: LATER, ...readiness });
    expect([complexity.class, readiness.requiredPercent]).toEqual(["SIMPLE", 100]);
    expect(answer).toEqual({ id, status: "ACCEPTED", revision: before.revision + 1 });
    const userIds = (await asked(db, id)).map(({ holderId }) => holderId);
    expect(userIds).toContain(sam);
    expect(await latest(db, id)).toEqual({
      type: "brief.amended", data: { version: 2, digest: second?.digest, reason: REASON, fields: ["complexity.integration", "contacts.address", "scope.inScope"], userIds },
    });
  });

  test("B4, B7 each side is asked of its own person, by kind and team, with the reason", async ({ db }) => {
    const { sam, lee, wordpress, sold, technical } = await bothSides(db);
    expect(sold).toMatchObject({ version: 2, kind: "COMMERCIAL", teamId: null, holderId: sam, state: "OPEN", createdAt: LATER, reason: expect.stringContaining("the contact owner confirms") });
    expect(technical).toMatchObject({ version: 2, kind: "TECHNICAL", teamId: wordpress, holderId: lee, state: "OPEN", createdAt: LATER, reason: expect.stringContaining("the WordPress team lead confirms") });
  });

  test("B4 an amendment of one handover leaves another that stands as far as it was", async ({ db }) => {
    const [one, other] = [await anAccepted(db), await anAccepted(db)];
    await typed(db, one, "scope.inScope", "The shop, and a blog on top of it.");
    await amend(db, one);
    expect(await db.handover.findUnique({ where: { id: other.id } })).toMatchObject({ briefVersion: 1, revision: other.revision });
  });

  test("P1.9 whoever amends what was amended meanwhile is told so, and what they changed waits; nor is that a repeat", async ({ db }) => {
    const accepted = await anAccepted(db);
    await expect(amend(db, accepted, 5)).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" });
    await typed(db, accepted, "scope.inScope", "The shop, and a blog on top of it.");
    await amend(db, accepted);
    await typed(db, accepted, "scope.inScope", "The shop, and a price list.");
    await expect(amend(db, accepted)).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9", message: expect.stringContaining("Pia amended the brief, version 2") });
    expect(await db.briefVersion.count({ where: { handoverId: accepted.id } })).toBe(2);
    await amend(db, accepted, 2);
    await expect(amend(db, accepted)).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" }); // two versions on, nothing is a repeat
  });

  test("B4, B7 where nobody can confirm it, it is refused with why, and who could help", async ({ db }) => {
    const accepted = await anAccepted(db);
    const { id, sam, bea } = accepted;
    await typed(db, accepted, "scope.inScope", "The shop, and a blog on top of it.");
    await db.user.updateMany({ where: { id: { in: [sam, bea] } }, data: { active: false } });
    await expect(amend(db, accepted)).rejects.toMatchObject({
      code: "CONFLICT", rule: "B4", message: expect.stringMatching(/^Nobody can confirm this amendment\. What was sold changes .*since the contact owner has left\. Ask an admin to name a manager\.$/),
    });
    expect(await db.briefVersion.count({ where: { handoverId: id } })).toBe(1);
  });
});

describe("B4 the word on one side of an amendment", () => {
  test("B4 is kept with who gave it, when and with which note, and leaves the other side open", async ({ db }) => {
    const { id, sam, lee, sold, technical } = await bothSides(db);
    const other = await bothSides(db);
    await decideAmendment(await asUser(lee, db, LATER), { id, confirmationId: technical.id, decision: "REFUSED", note: "That needs another estimate." });
    expect(await asked(db, id)).toMatchObject([
      { kind: "COMMERCIAL", state: "OPEN", decidedAt: null, decidedById: null },
      { kind: "TECHNICAL", state: "REFUSED", note: "That needs another estimate.", decidedAt: LATER, decidedById: lee },
    ]);
    expect(await latest(db, id)).toEqual({ type: "amendment.refused", data: { version: 2, kind: "TECHNICAL", team: "WordPress", note: "That needs another estimate." } });
    await decideAmendment(await asUser(sam, db, LATER), { id, confirmationId: sold.id, decision: "CONFIRMED", note: "" });
    expect(await latest(db, id)).toEqual({ type: "amendment.confirmed", data: { version: 2, kind: "COMMERCIAL", team: null, note: "" } });
    expect((await asked(db, other.id)).map(({ state }) => state)).toEqual(["OPEN", "OPEN"]);
  });

  test("P1.9 is one person's: the same word by somebody else, or another by the same, is a conflict that says who spoke", async ({ db }) => {
    const { id, sam, bea, sold } = await bothSides(db);
    const say = async (person: string, decision: "CONFIRMED" | "REFUSED") => decideAmendment(await asUser(person, db), { id, confirmationId: sold.id, decision, note: "Too much." });
    await say(sam, "CONFIRMED");
    const told = { code: "CONFLICT", rule: "P1.9", message: expect.stringContaining("Sam confirmed the commercial side of version 2") };
    await expect(say(bea, "CONFIRMED")).rejects.toMatchObject(told);
    await expect(say(sam, "REFUSED")).rejects.toMatchObject(told);
    expect((await eventTypes(db, id)).filter((type) => type.startsWith("amendment."))).toEqual(["amendment.confirmed"]);
  });

  test("B4 of another handover does not exist for whoever decides on this one", async ({ db }) => {
    const [one, other] = [await bothSides(db), await bothSides(db)];
    await expect(decideAmendment(await asUser(one.bea, db), { id: one.id, confirmationId: other.sold.id, decision: "CONFIRMED", note: "" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await asked(db, other.id)).map(({ state }) => state)).toEqual(["OPEN", "OPEN"]);
  });

  test("B4 that refuses says what speaks against it", async ({ db }) => {
    const { id, lee, technical } = await bothSides(db);
    await expect(decideAmendment(await asUser(lee, db), { id, confirmationId: technical.id, decision: "REFUSED", note: " " })).rejects.toMatchObject({ code: "INVALID", rule: "B4" });
  });
});
