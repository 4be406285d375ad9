import { describe } from "vitest";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { approveEstimates, askApproval } from "@/lib/options/commands/approvals";
import { asUser, expect, test } from "../../support/db";
import { estimated, offered } from "../../support/factories/options";

/** Whether the database lets something through, whatever the application would say. Leaves nothing. */
const lets = async (db: Db, act: (tx: Db) => Promise<unknown>): Promise<boolean> => {
  let done = false;
  await db.$transaction(async (tx) => { await act(tx); done = true; throw new Error("back"); }).catch(() => undefined);
  return done;
};

describe("the database", () => {
  test("P7.1 lets phases follow one another in no circle, and none follow one of another option or one that is gone", async ({ db }) => {
    const { repair, rebuild } = await offered(db);
    const [b, c] = [newId(), newId()];
    await db.optionPhase.createMany({ data: [{ id: b, optionId: repair.id, position: 2, name: "B" }, { id: c, optionId: repair.id, position: 3, name: "C" }] });
    const follow = (tx: Db, id: string, followsId: string) => tx.optionPhase.update({ where: { id }, data: { followsId } });
    await follow(db, b, repair.phaseId);
    await follow(db, c, b);
    for (const [id, to] of [[repair.phaseId, c], [repair.phaseId, b], [b, b], [b, rebuild.phaseId]] as const) expect(await lets(db, (tx) => follow(tx, id, to)), `${id} ${to}`).toBe(false);
    const gone = { removedAt: new Date(), position: null, followsId: null };
    expect(await lets(db, (tx) => tx.optionPhase.update({ where: { id: b }, data: gone }))).toBe(false); // C follows it
    await db.optionPhase.update({ where: { id: c }, data: gone });
    expect(await lets(db, (tx) => follow(tx, repair.phaseId, c))).toBe(false);
    expect(await lets(db, (tx) => tx.optionPhase.update({ where: { id: b }, data: gone }))).toBe(true);
  });
  test("P7.1 has ten places for options and thirty for phases, one each", async ({ db }) => {
    const { dealId, repair, sam } = await offered(db);
    const option = (position: number | null, more = {}) => lets(db, (tx) => tx.dealOption.create({ data: { id: newId(), dealId, name: "More", currency: "EUR", createdById: sam, changedById: sam, position, ...more } }));
    expect([await option(10), await option(11), await option(0), await option(1), await option(null), await option(null, { archivedAt: new Date() })]).toEqual([true, false, false, false, false, true]);
    const phase = (position: number | null) => lets(db, (tx) => tx.optionPhase.create({ data: { id: newId(), optionId: repair.id, name: "More", position } }));
    expect([await phase(30), await phase(31), await phase(1), await phase(null)]).toEqual([true, false, false, false]);
    for (const more of [{ name: " " }, { weeksLow: 2 }, { weeksLow: 4, weeksHigh: 2 }, { weeksLow: 0, weeksHigh: 2 }, { priceMinor: -1n }]) expect(await option(5, more)).toBe(false);
  });
  test("P6.6 keeps an approval as it was decided, asks one lead at a time, and lets none begin as approved", async ({ db }) => {
    const { dealId, sam, lee, lin, repair, ofRepair } = await estimated(db, { price: "60000" });
    const row = { dealId, optionId: repair.id, leadId: lin, why: "It is above.", askedById: sam };
    expect(await lets(db, (tx) => tx.estimateApproval.create({ data: { id: newId(), ...row, state: "APPROVED", estimateIds: [ofRepair], decidedAt: new Date() } }))).toBe(false);
    const { id } = await askApproval(await asUser(sam, db), { optionId: repair.id, leadId: lee });
    expect(await lets(db, (tx) => tx.estimateApproval.create({ data: { id: newId(), ...row } }))).toBe(false);
    expect(await lets(db, (tx) => tx.estimateApproval.update({ where: { id }, data: { state: "APPROVED", decidedAt: new Date() } }))).toBe(false); // of nothing
    expect(await lets(db, (tx) => tx.estimateApproval.update({ where: { id }, data: { leadId: lin } }))).toBe(false);
    await approveEstimates(await asUser(lee, db), { id, estimateIds: [ofRepair], note: "" });
    for (const data of [{ state: "ASKED" as const, decidedAt: null }, { estimateIds: [newId()] }, { note: "Else" }]) expect(await lets(db, (tx) => tx.estimateApproval.update({ where: { id }, data }))).toBe(false);
    expect(await lets(db, (tx) => tx.estimateApproval.delete({ where: { id } }))).toBe(false);
    expect(await lets(db, (tx) => tx.dealOption.delete({ where: { id: repair.id } }))).toBe(false);
  });
});
