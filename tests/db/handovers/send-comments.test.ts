import { describe } from "vitest";
import { saveComment } from "@/lib/handovers/commands/comments";
import { acceptKey, addReturnPoints, returnHandover, undoAcceptance, undoReturn } from "@/lib/handovers/commands/decide";
import { reassignPm } from "@/lib/handovers/commands/people";
import { submitHandover } from "@/lib/handovers/commands/submit";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, NOW, test } from "../../support/db";
import { aReview, aReviewByOne, aSubmitted } from "../../support/factories/handovers";

const POINT = { field: "scope.inScope", rowId: null, reason: "MISSING" as const, needed: "What about the shop?", suggestion: "With the shop." };
type Where = { id: string; keyId: string };
type More = Partial<Omit<Parameters<typeof saveComment>[1], "id" | "keyId" | "base">>;

async function write(db: Db, who: string, where: Where, { commentId = newId(), ...more }: More = {}): Promise<string> {
  await saveComment(await asUser(who, db), { field: "technical.summary", rowId: null, text: "Which one?", reason: null, suggestion: "", ...where, ...more, commentId, base: 0 });
  return commentId;
}
const accept = async (db: Db, who: string, where: Where, briefVersion = 1) => acceptKey(await asUser(who, db), { ...where, briefVersion, conditions: [] });
const giveBack = async (db: Db, who: string, where: Where, points = [POINT], briefVersion = 1) => returnHandover(await asUser(who, db), { ...where, briefVersion, points });
const kept = (db: Db, id: string) => db.reviewComment.findUnique({ where: { id } });
const lastPayload = async (db: Db, stream: string): Promise<unknown> =>
  JSON.parse((await db.event.findFirstOrThrow({ where: { stream }, orderBy: { seq: "desc" } })).payload ?? "{}");

describe("P1.8 what goes out with a return", () => {
  test("P1.8 a point keeps row, words and wording, in its record, its comment and its event", async ({ db }) => {
    const { id, lee, rowId, pmKey } = await aReviewByOne(db);
    const where = { id, keyId: pmKey };
    const written = await write(db, lee, where, { field: "promises.text", rowId, text: "In May?", suggestion: "In June.", reason: "UNCLEAR" });
    const posted = { field: "promises.clause", rowId, reason: "CONTRADICTORY" as const, needed: "Annex A or B?", suggestion: "Annex B." };
    const remark = await write(db, lee, where);
    await returnHandover(await asUser(lee, db), { ...where, briefVersion: 1, points: [posted] });
    const said = { field: "promises.text", rowId, reason: "UNCLEAR", needed: "In May?", suggestion: "In June." };
    const records = await db.returnPoint.findMany({ where: { handoverId: id }, orderBy: { id: "asc" } });
    expect(records).toMatchObject([said, posted].map((one) => ({ ...one, version: 1, keyId: pmKey, byId: lee, createdAt: NOW, resolvedAt: null, undoneAt: null })));
    expect(await kept(db, written)).toMatchObject({ pointId: records[0]?.id, sentAt: NOW, version: 1 });
    expect(await kept(db, remark)).toMatchObject({ pointId: null, sentAt: NOW, version: 1 });
    expect(await db.reviewComment.findUnique({ where: { pointId: records[1]?.id ?? "" } })).toMatchObject({ field: "promises.clause", rowId, text: "Annex A or B?", suggestion: "Annex B.", keyId: pmKey, authorId: lee, createdAt: NOW, sentAt: NOW, version: 1 });
    expect(await lastPayload(db, id)).toMatchObject({ points: [said, posted], comments: 1 });
  });

  test("P1.8 comes in the order in which it was written, then what was posted", async ({ db }) => {
    const { id, pia, pmKey } = await aSubmitted(db);
    const ids = [newId(), newId(), newId()].reverse();
    for (const [at, commentId] of ids.entries())
      await saveComment(await asUser(pia, db, new Date(NOW.getTime() + at * 1_000)), { id, keyId: pmKey, commentId, base: 0, field: "scope.inScope", rowId: null, text: `No. ${at}`, reason: "UNCLEAR", suggestion: "" });
    const [first = "", second = ""] = [newId(), newId()];
    for (const [commentId, text] of [[second, "No. 4"], [first, "No. 3"]] as const)
      await saveComment(await asUser(pia, db, new Date(NOW.getTime() + 5_000)), { id, keyId: pmKey, commentId, base: 0, field: "scope.inScope", rowId: null, text, reason: "UNCLEAR", suggestion: "" });
    await giveBack(db, pia, { id, keyId: pmKey });
    expect(await lastPayload(db, id)).toMatchObject({ points: [{ needed: "No. 0" }, { needed: "No. 1" }, { needed: "No. 2" }, { needed: "No. 3" }, { needed: "No. 4" }, { needed: POINT.needed }] });
  });

  test("P1.8 on an acceptance all are remarks; a suggestion alone is one, blanks are none and are gone", async ({ db }) => {
    const { id, lee, leadKey } = await aReview(db);
    const where = { id, keyId: leadKey };
    const ids = [await write(db, lee, where, { reason: "UNCLEAR" }), await write(db, lee, where, { text: " ", suggestion: "Two of them." }), await write(db, lee, where, { text: " ", suggestion: "\n" })] as const;
    await accept(db, lee, where);
    expect(await db.returnPoint.count({ where: { handoverId: id } })).toBe(0);
    expect(await lastPayload(db, id)).toMatchObject({ comments: 2 });
    expect([await kept(db, ids[0]), await kept(db, ids[1]), await kept(db, ids[2])]).toMatchObject([{ sentAt: NOW, pointId: null }, { sentAt: NOW, pointId: null }, null]);
  });

  test("P1.8 a point of spaces says nothing of what is needed", async ({ db }) => {
    const { id, lee, leadKey } = await aReview(db);
    await write(db, lee, { id, keyId: leadKey }, { text: "  ", suggestion: "Two of them.", reason: "UNCLEAR" });
    await expect(giveBack(db, lee, { id, keyId: leadKey })).rejects.toMatchObject({ code: "INVALID", rule: "P1.8", message: expect.stringContaining("what is needed") });
  });

  test("P1.4, P1.8 each point that is posted is asked: one that holds a password, or names no field, refuses all", async ({ db }) => {
    const { id, pia, pmKey } = await aSubmitted(db);
    const give = (more: object) => giveBack(db, pia, { id, keyId: pmKey }, [POINT, { ...POINT, ...more }]);
    for (const more of [{ needed: "Password: hunter2" }, { suggestion: "Password: hunter2" }]) await expect(give(more)).rejects.toMatchObject({ code: "INVALID", rule: "P1.4" });
    await expect(give({ field: "no.such" })).rejects.toMatchObject({ code: "INVALID", rule: "P1.8" });
    expect(await db.returnPoint.count({ where: { handoverId: id } })).toBe(0);
  });
});

describe("P1.7 a decision sends what was written for it", () => {
  test("P1.7 of one person's two keys each sends its own", async ({ db }) => {
    const { id, lee, pmKey, leadKey } = await aReviewByOne(db);
    const [asPm, blank, asLead] = [await write(db, lee, { id, keyId: pmKey }), await write(db, lee, { id, keyId: pmKey }, { text: "" }), await write(db, lee, { id, keyId: leadKey })];
    await write(db, lee, { id, keyId: leadKey }, { text: "" });
    await accept(db, lee, { id, keyId: leadKey });
    expect([await kept(db, asPm), await kept(db, asLead), await kept(db, blank)]).toMatchObject([{ sentAt: null }, { sentAt: NOW }, { sentAt: null }]);
    await accept(db, lee, { id, keyId: pmKey });
    expect([await kept(db, asPm), await kept(db, blank)]).toMatchObject([{ sentAt: NOW }, null]);
  });

  test("P1.8 what somebody wrote who held the key before stays theirs, and unsent", async ({ db }) => {
    const { id, bo, pia, max, pmKey } = await aSubmitted(db);
    const where = { id, keyId: pmKey };
    const [before, blank] = [await write(db, pia, where), await write(db, pia, where, { text: "" })];
    await reassignPm(await asUser(bo, db), { id, pmId: max, reason: "Pia is ill" });
    const mine = await write(db, max, where);
    await write(db, max, where, { text: "" });
    await accept(db, max, where);
    expect([await kept(db, before), await kept(db, blank), await kept(db, mine)]).toMatchObject([{ sentAt: null }, { sentAt: null }, { sentAt: NOW }]);
  });

  test("P1.8 once: what went out with an earlier version is not sent, or taken back, with a later one", async ({ db }) => {
    const { id, sam, pia, pmKey } = await aSubmitted(db);
    const where = { id, keyId: pmKey };
    const first = await write(db, pia, where, { reason: "UNCLEAR" });
    const { revision } = await giveBack(db, pia, where);
    await submitHandover(await asUser(sam, db), { id, revision });
    const [second, blank] = [await write(db, pia, where), await write(db, pia, where, { text: "" })];
    await giveBack(db, pia, where, [POINT], 2);
    expect([await kept(db, first), await kept(db, second), await kept(db, blank)]).toMatchObject([{ version: 1 }, { version: 2 }, null]);
    expect(await lastPayload(db, id)).toMatchObject({ points: [{ needed: POINT.needed }], comments: 1 });
    expect((await db.returnPoint.findMany({ where: { handoverId: id }, orderBy: { version: "asc" } })).map(({ version }) => version)).toEqual([1, 1, 2]);
    await undoReturn(await asUser(pia, db), where);
    expect([await kept(db, first), await kept(db, second)]).toMatchObject([{ sentAt: NOW, version: 1, pointId: expect.any(String) }, { sentAt: null, version: null, pointId: null }]);
  });
});

describe("B1 a decision that is taken back", () => {
  test("B1 makes its points pending as they were written, and no other key's", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    const [asLead, asPm] = [await write(db, lee, { id, keyId: leadKey }), await write(db, pia, { id, keyId: pmKey }, { reason: "UNCLEAR" })];
    await accept(db, lee, { id, keyId: leadKey });
    await giveBack(db, pia, { id, keyId: pmKey });
    await undoReturn(await asUser(pia, db), { id, keyId: pmKey });
    expect([await kept(db, asLead), await kept(db, asPm)]).toMatchObject([{ sentAt: NOW, version: 1 }, { sentAt: null, version: null, pointId: null, reason: "UNCLEAR" }]);
    await accept(db, pia, { id, keyId: pmKey });
    await undoAcceptance(await asUser(pia, db), { id, keyId: pmKey });
    expect([await kept(db, asLead), await kept(db, asPm)]).toMatchObject([{ sentAt: NOW }, { sentAt: null, version: null }]);
  });
});

test("P1.8 points that are added later are asked, kept and told as those of the return", async ({ db }) => {
  const { id, pia, lee, pmKey, leadKey } = await aReview(db);
  await giveBack(db, pia, { id, keyId: pmKey });
  await write(db, lee, { id, keyId: leadKey });
  await addReturnPoints(await asUser(lee, db), { id, keyId: leadKey, briefVersion: 1, points: [POINT] });
  expect(await lastPayload(db, id)).toMatchObject({ points: [POINT], comments: 1, briefVersion: 1, keyId: leadKey });
});
