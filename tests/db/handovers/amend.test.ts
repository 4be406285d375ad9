import { describe } from "vitest";
import { amendBrief, decideAmendment, discardAmendment } from "@/lib/handovers/commands/amend";
import { closeHandover } from "@/lib/handovers/commands/deliver";
import { getReading } from "@/lib/handovers/queries/reading";
import { getHandover } from "@/lib/handovers/queries/handover";
import { listMyConfirmations } from "@/lib/handovers/queries/amendment";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { anAcceptedReview, REASON, typed } from "../../support/factories/amending";
import { anAccepted } from "../../support/factories/handovers";

describe("B4 amending an accepted brief", () => {
  test("B4 the PM's changes become a version that the contact owner confirms; the status does not move", async ({ db }) => {
    const accepted = await anAccepted(db);
    const { id, pia, sam } = accepted;
    const before = (await eventTypes(db, id)).length;
    await typed(db, accepted, "scope.inScope", "The shop, and a blog on top of it.");
    expect(await amendBrief(await asUser(pia, db), { id, briefVersion: 1, reason: REASON })).toMatchObject({ status: "ACCEPTED" });
    expect((await eventTypes(db, id)).slice(before)).toEqual(["brief.amended"]);
    const [waiting] = await listMyConfirmations(await asUser(sam, db), sam);
    expect(waiting).toMatchObject({ handoverId: id, kind: "COMMERCIAL" });
    const confirm = { id, confirmationId: waiting?.id ?? "", decision: "CONFIRMED" as const, note: "" };
    await decideAmendment(await asUser(sam, db), confirm);
    await decideAmendment(await asUser(sam, db), confirm); // the same again has one effect
    expect((await eventTypes(db, id)).slice(before)).toEqual(["brief.amended", "amendment.confirmed"]);
    expect(await listMyConfirmations(await asUser(sam, db), sam)).toEqual([]);
  });

  test("B4 the others read the last version until the amendment is made", async ({ db }) => {
    const accepted = await anAccepted(db);
    const { id, pia, sam } = accepted;
    const inScope = async () => {
      const seller = await asUser(sam, db);
      const { sections } = await getReading(seller, await getHandover(seller, id));
      return sections.flatMap(({ fields }) => fields).find((field) => field.id === "scope.inScope")?.text;
    };
    const old = await inScope();
    await typed(db, accepted, "scope.inScope", "Something else entirely.");
    expect(await inScope()).toBe(old);
    await amendBrief(await asUser(pia, db), { id, briefVersion: 1, reason: REASON });
    expect(await inScope()).toBe("Something else entirely.");
  });

  test("B4 a technical change asks the lead concerned, who may refuse with a reason", async ({ db }) => {
    const review = await anAcceptedReview(db);
    const { id, pia, lee } = review;
    await typed(db, review, "technical.summary", "Two more systems than we thought.");
    await amendBrief(await asUser(pia, db), { id, briefVersion: 1, reason: REASON });
    const [asked] = await listMyConfirmations(await asUser(lee, db), lee);
    const refuse = { id, confirmationId: asked?.id ?? "", decision: "REFUSED" as const };
    await expect(decideAmendment(await asUser(lee, db), { ...refuse, note: " " })).rejects.toMatchObject({ code: "INVALID", fields: { note: [expect.any(String)] } });
    await decideAmendment(await asUser(lee, db), { ...refuse, note: "That needs another estimate." });
    await expect(decideAmendment(await asUser(lee, db), { ...refuse, decision: "CONFIRMED", note: "" })).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await db.confirmation.findFirstOrThrow({ where: { handoverId: id } })).state).toBe("REFUSED");
  });

  test("B4 what is not material asks nobody; nothing changed is a conflict; the same sent twice has one effect", async ({ db }) => {
    const accepted = await anAccepted(db);
    const { id, pia } = accepted;
    const amend = async () => amendBrief(await asUser(pia, db), { id, briefVersion: 1, reason: REASON });
    await expect(amend()).rejects.toMatchObject({ code: "CONFLICT", rule: "B4" });
    await typed(db, accepted, "delivery.topThree", "One. Two. And a third thing that we learned later.");
    await amend();
    await amend();
    expect(await db.confirmation.count({ where: { handoverId: id } })).toBe(0);
    expect(await db.briefVersion.count({ where: { handoverId: id } })).toBe(2);
  });

  test("B4 a must-have cannot be amended away", async ({ db }) => {
    const accepted = await anAccepted(db);
    await typed(db, accepted, "scope.inScope", "");
    await expect(amendBrief(await asUser(accepted.pia, db), { id: accepted.id, briefVersion: 1, reason: REASON })).rejects.toMatchObject({ code: "INVALID", rule: "P1.4" });
  });

  test("B4 only the PM amends, and only an accepted handover; out of scope it does not exist", async ({ db }) => {
    const accepted = await anAccepted(db);
    const { id, pia, sam, bo, max, revision } = accepted;
    const input = { id, briefVersion: 1, reason: REASON };
    for (const person of [sam, bo]) await expect(amendBrief(await asUser(person, db), input)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P3.1" });
    await expect(amendBrief(await asUser(max, db), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await closeHandover(await asUser(pia, db), { id, revision, outcome: "CANCELLED", reason: "The client stopped." });
    await expect(amendBrief(await asUser(pia, db), input)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("B4 only whoever is asked confirms, or a manager of that side: never the PM, nor the other side's manager", async ({ db }) => {
    const accepted = await anAccepted(db);
    const { id, pia, bo, bea, max } = accepted;
    await typed(db, accepted, "scope.inScope", "More than before.");
    await amendBrief(await asUser(pia, db), { id, briefVersion: 1, reason: REASON });
    const { id: confirmationId } = await db.confirmation.findFirstOrThrow({ where: { handoverId: id } });
    const input = { id, confirmationId, decision: "CONFIRMED" as const, note: "" };
    for (const person of [pia, bo]) await expect(decideAmendment(await asUser(person, db), input)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "B4" });
    await expect(decideAmendment(await asUser(max, db), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(decideAmendment(await asUser(bea, db), { ...input, confirmationId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await decideAmendment(await asUser(bea, db), input);
    expect((await db.confirmation.findFirstOrThrow({ where: { id: confirmationId } })).decidedById).toBe(bea);
  });

  test("B4 changes that are not wanted are taken back, rows included", async ({ db }) => {
    const accepted = await anAccepted(db);
    const { id, pia } = accepted;
    const read = async () => (await db.briefAnswer.findMany({ where: { handoverId: id }, orderBy: [{ field: "asc" }, { rowId: "asc" }] })).map(({ field, rowId, value, state }) => ({ field, rowId, value, state }));
    const before = await read();
    await typed(db, accepted, "scope.inScope", "Another thing.");
    await typed(db, accepted, "risks.text", "The supplier may be late.", newId());
    await discardAmendment(await asUser(pia, db), { id, briefVersion: 1 });
    expect(await read()).toEqual(before);
    expect((await eventTypes(db, id)).at(-1)).toBe("amendment.discarded");
    await expect(discardAmendment(await asUser(accepted.sam, db), { id, briefVersion: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("P8.2 a promise that an amendment adds is kept in the ledger from then on", async ({ db }) => {
    const accepted = await anAccepted(db);
    const { id, pia } = accepted;
    const rowId = newId();
    await typed(db, accepted, "promises.none", false);
    await typed(db, accepted, "promises.text", "A second training for free", rowId);
    await typed(db, accepted, "promises.type", "scope", rowId);
    await amendBrief(await asUser(pia, db), { id, briefVersion: 1, reason: REASON });
    expect(await db.ledgerPromise.findMany({ where: { handoverId: id }, select: { text: true } })).toEqual([{ text: "A second training for free" }]);
  });
});
