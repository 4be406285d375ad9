import { describe } from "vitest";
import { amendBrief, discardAmendment } from "@/lib/handovers/commands/amend";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { acceptKey } from "@/lib/handovers/commands/decide";
import { reassignPm } from "@/lib/handovers/commands/people";
import { removeRow } from "@/lib/handovers/commands/remove-row";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { readEvent } from "@/lib/events/registry";
import { NO_ROW } from "@/lib/handovers/queries/answers";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { LATER, REASON, typed } from "../../support/factories/amending";
import { aDraft, anAccepted, aRow } from "../../support/factories/handovers";

const PROMISE = { "promises.text": "A newsletter every Tuesday", "promises.type": "scope", "promises.contract": "IN_CONTRACT" };

/** Accepted, with two promises in the contract. */
async function withPromises(db: Db) {
  const draft = await aDraft(db, { answers: { "promises.none": false } });
  const { id, sam, pia } = draft;
  const first = await aRow(db, draft, id, PROMISE);
  const second = await aRow(db, draft, id, { ...PROMISE, "promises.text": "A training day" });
  await submitHandover(await asUser(sam, db), { id, revision: draft.revision });
  const key = await db.handoverKey.findFirstOrThrow({ where: { handoverId: id } });
  await acceptKey(await asUser(pia, db), { id, keyId: key.id, briefVersion: 1, conditions: [] });
  return { ...draft, first, second };
}

const amend = async (db: Db, { id, pia }: { id: string; pia: string }, briefVersion = 1) => amendBrief(await asUser(pia, db, LATER), { id, briefVersion, reason: REASON });
const discard = async (db: Db, { id, pia }: { id: string; pia: string }, briefVersion = 1) => discardAmendment(await asUser(pia, db, LATER), { id, briefVersion });
/** What every answer that says something says, with all that belongs to its state. */
const said = async (db: Db, handoverId: string) =>
  (await db.briefAnswer.findMany({ where: { handoverId }, orderBy: [{ field: "asc" }, { rowId: "asc" }] }))
    .filter(({ state, value }) => state !== "VALUE" || value !== null)
    .map(({ field, rowId, state, value, unknownOwnerId, unknownRisk, unknownDue, reason }) => ({ field, rowId, state, value, unknownOwnerId, unknownRisk, unknownDue, reason }));

describe("B4 taking changes back", () => {
  test("B4 brings back cell by cell what was frozen, in lists too: changed, added and removed rows", async ({ db }) => {
    const accepted = await withPromises(db);
    const { id, pia, first, second } = accepted;
    const before = await said(db, id);
    await typed(db, accepted, "promises.text", "A newsletter every day", first);
    await typed(db, accepted, "promises.text", "A second training for free", newId());
    const cells = await db.briefAnswer.findMany({ where: { handoverId: id, rowId: second } });
    const seen = Object.fromEntries(cells.map((cell) => [cell.field, cell.revision]));
    expect(await removeRow(await asUser(pia, db), { id, group: "promises", rowId: second, seen, mark: "row:1" })).toMatchObject({ outcome: "removed" });
    await discard(db, accepted);
    expect(await said(db, id)).toEqual(before);
  });

  test("B4 brings back what was unknown or did not apply, with owner, day, risk and reason", async ({ db }) => {
    const draft = await aDraft(db);
    const { id, sam, pia, lee } = draft;
    const unknown = { ownerId: lee, due: "2030-02-01", risk: "Two weeks of work." };
    const { answers } = await saveAnswers(await asUser(sam, db), { id, changes: [
      { field: "technical.stack", rowId: null, base: 0, state: "UNKNOWN", value: null, unknown },
      { field: "scope.changes", rowId: null, base: 0, state: "NOT_APPLICABLE", value: null, reason: "They pay by the hour." },
    ] });
    expect(answers).toMatchObject([{ outcome: "saved" }, { outcome: "saved" }]);
    await submitHandover(await asUser(sam, db), { id, revision: draft.revision });
    const key = await db.handoverKey.findFirstOrThrow({ where: { handoverId: id } });
    await acceptKey(await asUser(pia, db), { id, keyId: key.id, briefVersion: 1, conditions: [] });
    const before = await said(db, id);
    await typed(db, draft, "technical.stack", "Two servers");
    await typed(db, draft, "scope.changes", "Another language");
    await discard(db, draft);
    expect(await said(db, id)).toEqual(before);
    const at = (field: string) => db.briefAnswer.findFirst({ where: { handoverId: id, field } });
    expect(await at("technical.stack")).toMatchObject({ state: "UNKNOWN", unknownOwnerId: lee, unknownRisk: unknown.risk, unknownDue: new Date("2030-02-01") });
    expect(await at("scope.changes")).toMatchObject({ state: "NOT_APPLICABLE", reason: "They pay by the hour." });
  });

  test("P1.3 counts as a change of whoever took them back, so that what another tab typed over is found", async ({ db }) => {
    const accepted = await anAccepted(db);
    const where = { handoverId_field_rowId: { handoverId: accepted.id, field: "scope.inScope", rowId: NO_ROW } };
    const { revision } = await db.briefAnswer.findUniqueOrThrow({ where });
    await typed(db, accepted, "scope.inScope", "Something else entirely.");
    await reassignPm(await asUser(accepted.bo, db), { id: accepted.id, pmId: accepted.max, reason: "Pia is on leave." });
    await discard(db, { id: accepted.id, pia: accepted.max });
    expect(await db.briefAnswer.findUnique({ where })).toMatchObject({ revision: revision + 2, updatedById: accepted.max, updatedAt: LATER });
  });

  test("B4 touches no other handover, even where rows share their name", async ({ db }) => {
    const [one, other] = [await anAccepted(db), await anAccepted(db)];
    const rowId = newId();
    for (const handover of [one, other]) await typed(db, handover, "risks.text", "The supplier may be late.", rowId);
    await typed(db, one, "scope.inScope", "Something else entirely.");
    const before = await said(db, other.id);
    await discard(db, one);
    expect(await said(db, other.id)).toEqual(before);
  });

  test("P1.9 refuses whoever read another version, and keeps what was changed", async ({ db }) => {
    const accepted = await anAccepted(db);
    await typed(db, accepted, "scope.inScope", "Something else entirely.");
    const before = await said(db, accepted.id);
    await expect(discard(db, accepted, 2)).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" });
    expect(await said(db, accepted.id)).toEqual(before);
  });

  test("B3 records what was taken back, each place once, and nothing where nothing differs", async ({ db }) => {
    const accepted = await anAccepted(db);
    const { id } = accepted;
    const rows = [newId(), newId()].sort();
    for (const rowId of rows) await typed(db, accepted, "risks.text", "The supplier may be late.", rowId);
    await discard(db, accepted);
    const events = await db.event.findMany({ where: { stream: id, type: "amendment.discarded" } });
    expect(events.map((event) => readEvent(event)?.data)).toEqual([{ version: 1, fields: rows.map((rowId) => `risks.text@${rowId}`) }]);
    const told = await eventTypes(db, id);
    await discard(db, accepted);
    expect(await eventTypes(db, id)).toEqual(told);
  });
});

describe("P8.2 the ledger after an amendment", () => {
  const ledger = (db: Db, handoverId: string) => db.ledgerPromise.findMany({ where: { handoverId }, orderBy: { id: "asc" } });

  test("P8.2 a new promise comes with its row, kind, place in the contract, owner and day", async ({ db }) => {
    const accepted = await anAccepted(db);
    const { id, pia, lee } = accepted;
    const rowId = newId();
    await typed(db, accepted, "promises.none", false);
    const cells = { ...PROMISE, "promises.owner": lee, "promises.due": "2030-03-01" };
    for (const [field, value] of Object.entries(cells)) await typed(db, { id, pia }, field, value, rowId);
    await amend(db, accepted);
    expect(await ledger(db, id)).toMatchObject([
      { rowId, text: PROMISE["promises.text"], type: "scope", contract: "IN_CONTRACT", ownerId: lee, dueOn: new Date("2030-03-01"), status: "OPEN", revision: 1, updatedAt: LATER },
    ]);
  });

  test("P8.2 a promise that reads differently reads so in the ledger, and the others stay as they were", async ({ db }) => {
    const accepted = await withPromises(db);
    const { id, first, second } = accepted;
    const before = await ledger(db, id);
    await typed(db, accepted, "promises.text", "A newsletter every day", first);
    await amend(db, accepted);
    const after = await ledger(db, id);
    const at = (list: typeof before, rowId: string) => list.find((one) => one.rowId === rowId);
    expect(at(after, first)).toEqual({ ...at(before, first), text: "A newsletter every day", revision: 2, updatedAt: LATER });
    expect(at(after, second)).toEqual(at(before, second));
  });

  test("P8.2 a promise is kept of each handover, even where rows share their name", async ({ db }) => {
    const [one, other] = [await anAccepted(db), await anAccepted(db)];
    const rowId = newId();
    const promises = async (handover: typeof one, text: string) => {
      await typed(db, handover, "promises.none", false);
      for (const [field, value] of Object.entries({ ...PROMISE, "promises.text": text })) await typed(db, handover, field, value, rowId);
    };
    await promises(one, "A training day");
    await amend(db, one);
    await promises(other, "A style guide");
    await amend(db, other);
    await typed(db, other, "promises.text", "Two style guides", rowId);
    await amend(db, other, 2);
    expect([await ledger(db, one.id), await ledger(db, other.id)]).toMatchObject([[{ text: "A training day", revision: 1 }], [{ text: "Two style guides", revision: 2 }]]);
  });
});
