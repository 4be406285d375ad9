import { describe } from "vitest";
import type { Ctx } from "@/lib/auth/ctx";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { removeRow } from "@/lib/handovers/commands/remove-row";
import { addAttendee, endException, waiveAttendee } from "@/lib/handovers/commands/attendees";
import { acceptKey, returnHandover } from "@/lib/handovers/commands/decide";
import { closeHandover, startDelivery, withdrawHandover } from "@/lib/handovers/commands/deliver";
import { meetCondition, tickItem, updatePromise } from "@/lib/handovers/commands/ledger";
import { namePeople, reassignLead, reassignPm, setTeams } from "@/lib/handovers/commands/people";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { computeBrief } from "@/lib/handovers/queries/computed";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, NOW, test } from "../../support/db";
import { aDraft, anAccepted, aReview, aRow, aSubmitted } from "../../support/factories/handovers";

const itemOf = async (db: Db, handoverId: string, ownerRole: "PM" | "CONTACT_OWNER") =>
  db.checklistItem.findFirstOrThrow({ where: { handoverId, ownerRole, state: "OPEN" }, orderBy: { position: "asc" } });

/** Accepted with one condition and one promise that is not reconciled. */
async function withPromise(db: Db) {
  const draft = await aDraft(db, { answers: { "promises.none": false } });
  const { id } = draft;
  await aRow(db, draft, id, { "promises.text": "A second language at no cost", "promises.type": "scope" });
  await submitHandover(await asUser(draft.sam, db), { id, revision: draft.revision });
  const key = await db.handoverKey.findFirstOrThrow({ where: { handoverId: id } });
  await acceptKey(await asUser(draft.pia, db), {
    id, keyId: key.id, briefVersion: 1, conditions: [{ text: "Settle the second language", ownerId: draft.sam, dueOn: "2030-01-08" }],
  });
  const promise = await db.ledgerPromise.findFirstOrThrow({ where: { handoverId: id } });
  return { ...draft, promise };
}

describe("P3.1 after acceptance the seller observes", () => {
  test("and every other door is closed to them, with a sentence", async ({ db }) => {
    const accepted = await anAccepted(db);
    const { id, sam, wordpress, pia, lee, pmKey, revision } = accepted;
    const seller = await asUser(sam, db);
    const pmItem = await itemOf(db, id, "PM");
    const before = await eventTypes(db, id);
    const doors: [string, () => Promise<unknown>][] = [
      ["brief", () => saveAnswers(seller, { id, changes: [{ field: "scope.inScope", rowId: null, base: 1, state: "VALUE", value: "More" }] })],
      ["row", () => removeRow(seller, { id, group: "contacts", rowId: newId() })],
      ["teams", () => setTeams(seller, { id, teamIds: [wordpress] })],
      ["people", () => namePeople(seller, { id, pmId: pia, leads: [] })],
      ["keys", () => acceptKey(seller, { id, keyId: pmKey, briefVersion: 1, conditions: [] })],
      ["return", () => returnHandover(seller, { id, keyId: pmKey, briefVersion: 1, points: [{ field: "scope.inScope", reason: "MISSING", needed: "x", suggestion: "" }] })],
      ["PM", () => reassignPm(seller, { id, pmId: pia, reason: "x" })],
      ["lead", () => reassignLead(seller, { id, teamId: wordpress, leadId: lee, reason: "x" })],
      ["others' items", () => tickItem(seller, { id, itemId: pmItem.id, revision: 1, state: "DONE", note: "" })],
      ["start", () => startDelivery(seller, { id, revision })],
      ["close", () => closeHandover(seller, { id, revision, outcome: "CANCELLED", reason: "" })],
    ];
    for (const [door, open] of doors)
      await expect(open(), door).rejects.toMatchObject({ code: "FORBIDDEN", message: expect.stringMatching(/\.$/) });
    await expect(withdrawHandover(seller, { id, revision, reason: "x" })).rejects.toMatchObject({ code: "CONFLICT", rule: "B1" });
    await expect(submitHandover(seller, { id, revision })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await eventTypes(db, id)).toEqual(before);
  });

  test("but ticks what is theirs", async ({ db }) => {
    const { id, sam } = await anAccepted(db);
    const mine = await itemOf(db, id, "CONTACT_OWNER");
    await tickItem(await asUser(sam, db), { id, itemId: mine.id, revision: mine.revision, state: "DONE", note: "" });
    expect(await db.checklistItem.findUnique({ where: { id: mine.id } })).toMatchObject({ state: "DONE", doneById: sam });
    expect((await eventTypes(db, id)).at(-1)).toBe("checklist.ticked");
  });
});

describe("P2.12 the checklist", () => {
  test("a repeated tick has one effect, a stale one is a conflict, and a mandatory item is skipped with a note", async ({ db }) => {
    const { id, pia } = await anAccepted(db);
    const pm = await asUser(pia, db);
    const item = await db.checklistItem.findFirstOrThrow({ where: { handoverId: id, ownerRole: "PM", mandatory: true, state: "OPEN" } });
    const tick = (state: "DONE" | "SKIPPED" | "OPEN", revision: number, note = "") => tickItem(pm, { id, itemId: item.id, revision, state, note });
    await expect(tick("SKIPPED", 1)).rejects.toMatchObject({ code: "INVALID", fields: { note: [expect.any(String)] } });
    await tick("DONE", 1);
    await tick("DONE", 1);
    expect((await eventTypes(db, id)).filter((type) => type === "checklist.ticked")).toHaveLength(1);
    await expect(tick("OPEN", 1)).rejects.toMatchObject({ code: "CONFLICT" });
    await tick("OPEN", 2);
    expect(await db.checklistItem.findUnique({ where: { id: item.id } })).toMatchObject({ state: "OPEN", doneAt: null });
  });

  test("opens with acceptance, not before", async ({ db }) => {
    const { id, pia } = await aSubmitted(db);
    await expect(tickItem(await asUser(pia, db), { id, itemId: newId(), revision: 1, state: "DONE", note: "" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("an item completes itself where the portal knows the fact", async ({ db }) => {
    const { id, sam, pia } = await withPromise(db);
    const byFact = (fact: string) => db.checklistItem.findFirst({ where: { handoverId: id, fact } });
    expect(await byFact("conditions.met")).toMatchObject({ state: "OPEN" });
    const condition = await db.condition.findFirstOrThrow({ where: { handoverId: id } });
    await expect(meetCondition(await asUser(pia, db), { id, conditionId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await meetCondition(await asUser(sam, db), { id, conditionId: condition.id });
    expect(await byFact("conditions.met")).toMatchObject({ state: "DONE" });
  });
});

describe("P8.2 the ledger of promises", () => {
  test("is the PM's: reconciled, then kept or broken, each with its event", async ({ db }) => {
    const { id, sam, pia, promise } = await withPromise(db);
    const update = (ctx: Ctx, revision = 1) =>
      updatePromise(ctx, { id, promiseId: promise.id, revision, contract: "DECLINED", status: "KEPT", ownerId: pia, dueOn: "2030-02-01", note: "Agreed by mail." });
    await expect(update(await asUser(sam, db))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P3.1" });
    await update(await asUser(pia, db));
    expect(await db.ledgerPromise.findUnique({ where: { id: promise.id } })).toMatchObject({ contract: "DECLINED", status: "KEPT", ownerId: pia });
    expect((await eventTypes(db, id)).at(-1)).toBe("promise.updated");
    await expect(update(await asUser(pia, db))).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(updatePromise(await asUser(pia, db), { id, promiseId: newId(), revision: 1, contract: null, status: "OPEN", ownerId: null, dueOn: null, note: "" }))
      .rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("P1.6 re-assignment", () => {
  test("is a delivery manager's; the new PM is accountable, holds the key and the open items", async ({ db }) => {
    const { id, bo, max, bea, pia } = await anAccepted(db);
    const give = async (user: string) => reassignPm(await asUser(user, db), { id, pmId: max, reason: "Pia is on leave." });
    await expect(give(bea)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.6" });
    await give(bo);
    expect(await db.handover.findUnique({ where: { id } })).toMatchObject({ pmId: max, accountableId: max });
    expect(await db.handoverKey.findFirst({ where: { handoverId: id, role: "PM" } })).toMatchObject({ holderId: max });
    expect(await db.checklistItem.count({ where: { handoverId: id, ownerId: pia, state: "OPEN" } })).toBe(0);
    expect((await eventTypes(db, id)).at(-1)).toBe("handover.pmReassigned");
  });

  test("asks the new holder anew while it is under review", async ({ db }) => {
    const { id, bo, max, pia, pmKey } = await aReview(db);
    await acceptKey(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, conditions: [] });
    await reassignPm(await asUser(bo, db), { id, pmId: max, reason: "Load." });
    expect(await db.handoverKey.findUnique({ where: { id: pmKey } })).toMatchObject({ holderId: max, state: "OPEN", acceptedVersion: null });
    await expect(acceptKey(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, conditions: [] })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("gives it to nobody who is inactive, of another team or the writer", async ({ db }) => {
    const { id, bo, dev, lin, max, wordpress } = await anAccepted(db);
    const manager = await asUser(bo, db);
    for (const pmId of [dev, lin, newId()]) await expect(reassignPm(manager, { id, pmId, reason: "x" })).rejects.toMatchObject({ code: "INVALID", rule: "P1.6" });
    await db.user.update({ where: { id: max }, data: { active: false } });
    await expect(reassignPm(manager, { id, pmId: max, reason: "x" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(reassignLead(manager, { id, teamId: wordpress, leadId: lin, reason: "x" })).rejects.toMatchObject({ code: "INVALID" });
  });
});

describe("the first call", () => {
  const presenceOf = async (db: Db, id: string, person: string) =>
    (await computeBrief(db, id, { now: NOW })).attendees.find((one) => one.person?.id === person || one.insteadOf?.id === person);

  test("P2.5 adding somebody takes a reason and shows its cost; it can be taken back", async ({ db }) => {
    const { id, pia, dev, max } = await anAccepted(db);
    const pm = await asUser(pia, db);
    await expect(addAttendee(await asUser(max, db), { id, userId: dev, reason: "x" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await addAttendee(pm, { id, userId: dev, reason: "Knows the old site by heart." });
    expect(await presenceOf(db, id, dev)).toMatchObject({ presence: "optional", rule: "P2.5", reason: expect.stringContaining("45 person-minutes") });
    const exception = await db.attendeeException.findFirstOrThrow({ where: { handoverId: id } });
    await endException(pm, { id, exceptionId: exception.id });
    expect(await presenceOf(db, id, dev)).toBeUndefined();
  });

  test("P2.5 a required person is waived by a manager only", async ({ db }) => {
    const { id, pia, sam, bo, bea } = await anAccepted(db);
    await expect(waiveAttendee(await asUser(pia, db), { id, userId: sam, reason: "x" })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P2.5" });
    await waiveAttendee(await asUser(bo, db), { id, userId: pia, reason: "Ill; Max knows the client." });
    expect(await presenceOf(db, id, pia)).toMatchObject({ presence: "kept out", rule: "P2.5" });
    await waiveAttendee(await asUser(bea, db), { id, userId: sam, reason: "On parental leave." });
    expect((await eventTypes(db, id)).filter((type) => type === "attendee.waived")).toHaveLength(2);
  });

  test("P2.4 a backup takes the place of someone away for the whole window, and without one it blocks with the remedy", async ({ db }) => {
    const { id, pia, max } = await anAccepted(db);
    await db.timeOff.create({ data: { id: newId(), userId: pia, from: new Date("2029-12-20"), to: new Date("2030-02-01") } });
    expect(await presenceOf(db, id, pia)).toMatchObject({ person: null, rule: "P2.4", remedy: expect.stringContaining("Name a backup for Pia") });
    await db.user.update({ where: { id: pia }, data: { backupId: max } });
    expect(await presenceOf(db, id, pia)).toMatchObject({ person: { id: max }, insteadOf: { id: pia }, remedy: null });
  });
});
