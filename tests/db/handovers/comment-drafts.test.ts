import { describe } from "vitest";
import { answerComment, discardComment, saveComment } from "@/lib/handovers/commands/comments";
import { acceptKey, returnHandover } from "@/lib/handovers/commands/decide";
import { withdrawHandover } from "@/lib/handovers/commands/deliver";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, NOW, test } from "../../support/db";
import { aReview, aReviewByOne } from "../../support/factories/handovers";

const WORDS = { field: "technical.summary", rowId: null, text: "Which one?", reason: null, suggestion: "" };
const POINT = { field: "scope.inScope", rowId: null, reason: "MISSING" as const, needed: "What about the shop?", suggestion: "" };
type More = Partial<Omit<Parameters<typeof saveComment>[1], "id" | "keyId">>;

/** Saves as this person with this key; `base` 0 is a new one. */
const saving = (db: Db, who: string, where: { id: string; keyId: string }) => async (more: More = {}) =>
  saveComment(await asUser(who, db), { ...WORDS, ...where, commentId: newId(), base: 0, ...more });
const kept = (db: Db, id: string) => db.reviewComment.findUniqueOrThrow({ where: { id } });

describe("P1.8 a draft of a comment", () => {
  test("P1.8 is kept as it was written last: field, row, words, reason, suggestion, and the key that it goes out with", async ({ db }) => {
    const { id, lee, rowId, pmKey, leadKey } = await aReviewByOne(db);
    const commentId = newId();
    await saving(db, lee, { id, keyId: pmKey })({ commentId });
    expect(await kept(db, commentId)).toMatchObject({ ...WORDS, keyId: pmKey, authorId: lee, sentAt: null, version: null, createdAt: NOW });
    const second = { field: "technical.stack", text: "Which of them?", reason: "UNCLEAR" as const, suggestion: "Two of them." };
    expect(await saving(db, lee, { id, keyId: leadKey })({ commentId, base: 1, ...second })).toEqual({ outcome: "saved", revision: 2 });
    expect(await kept(db, commentId)).toMatchObject({ ...second, rowId: null, keyId: leadKey, revision: 2 });
    await saving(db, lee, { id, keyId: pmKey })({ commentId, base: 2, field: "promises.text", rowId });
    expect(await kept(db, commentId)).toMatchObject({ field: "promises.text", rowId, reason: null, suggestion: "", keyId: pmKey });
  });

  test("P1.3 other words, another suggestion or another reason of another device are each a conflict; a repeat is none", async ({ db }) => {
    const { id, lee, leadKey } = await aReview(db);
    const [save, commentId] = [saving(db, lee, { id, keyId: leadKey }), newId()];
    const said = { commentId, text: "Which one?", suggestion: "The second.", reason: "UNCLEAR" as const };
    await save(said);
    await save({ ...said, base: 1, text: "Which of them?" });
    expect(await save({ ...said, base: 1, text: "Which of them?" })).toEqual({ outcome: "saved", revision: 2 });
    for (const other of [{ text: "Which?" }, { suggestion: "The third." }, { reason: "MISSING" as const }])
      expect(await save({ ...said, text: "Which of them?", base: 1, ...other })).toEqual({ outcome: "conflict", current: { text: "Which of them?", suggestion: "The second.", revision: 2 } });
  });

  test("P1.8 is its author's alone: its id, in the hands of another reviewer, shows and changes nothing", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    const commentId = newId();
    await saving(db, pia, { id, keyId: pmKey })({ commentId, text: "Mine" });
    for (const base of [0, 1]) await expect(saving(db, lee, { id, keyId: leadKey })({ commentId, base, text: "Theirs" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await kept(db, commentId)).toMatchObject({ text: "Mine", authorId: pia, keyId: pmKey });
  });

  test("P1.8 stays with its handover: neither written over nor taken away by way of another one", async ({ db }) => {
    const [here, there] = [await aReview(db), await aReview(db)];
    await db.handover.update({ where: { id: there.id }, data: { pmId: here.pia } });
    const commentId = newId();
    await saving(db, here.pia, { id: here.id, keyId: here.pmKey })({ commentId, text: "Here" });
    for (const base of [0, 1]) await expect(saving(db, here.pia, { id: there.id, keyId: there.pmKey })({ commentId, base, text: "There" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await discardComment(await asUser(here.pia, db), { id: there.id, commentId })).toEqual({ discarded: 0 });
    expect(await kept(db, commentId)).toMatchObject({ text: "Here", handoverId: here.id });
  });

  test("P1.8 is written over alone: another draft of the same person, of the same revision, stays", async ({ db }) => {
    const { id, pia, pmKey } = await aReview(db);
    const [save, one, two] = [saving(db, pia, { id, keyId: pmKey }), newId(), newId()];
    for (const commentId of [one, two]) await save({ commentId });
    expect(await save({ commentId: one, base: 1, text: "Which of them?" })).toEqual({ outcome: "saved", revision: 2 });
    expect([await kept(db, one), await kept(db, two)]).toMatchObject([{ text: "Which of them?", revision: 2 }, { text: WORDS.text, revision: 1 }]);
  });

  test("P1.8 is no answer in a thread: by an answer's id there is none", async ({ db }) => {
    const { id, pia, pmKey } = await aReview(db);
    const [threadId, answerId] = [newId(), newId()];
    await saving(db, pia, { id, keyId: pmKey })({ commentId: threadId });
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [POINT] });
    await answerComment(await asUser(pia, db), { id, threadId, commentId: answerId, text: "In May." });
    for (const base of [0, 1]) await expect(saving(db, pia, { id, keyId: pmKey })({ commentId: answerId, base })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await kept(db, answerId)).toMatchObject({ text: "In May.", threadId });
  });

  test("P1.8 another's comment is none that one takes away, before it was sent and after", async ({ db }) => {
    const { id, pia, lee, pmKey } = await aReview(db);
    const commentId = newId();
    await saving(db, pia, { id, keyId: pmKey })({ commentId, field: "commercial.value" });
    const discard = async (who: string) => discardComment(await asUser(who, db), { id, commentId });
    await expect(discard(lee)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await acceptKey(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, conditions: [] });
    await expect(discard(lee)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(discard(pia)).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.8" });
  });

  test("P1.7 can be written while the brief is with the seller, and what was sent is not written over", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    const commentId = newId();
    await saving(db, pia, { id, keyId: pmKey })({ commentId });
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [POINT] });
    expect(await saving(db, lee, { id, keyId: leadKey })()).toMatchObject({ outcome: "saved" });
    for (const more of [{ base: 1, text: "Other words" }, { base: 1 }, { base: 0 }])
      await expect(saving(db, pia, { id, keyId: pmKey })({ commentId, ...more })).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" });
    expect(await kept(db, commentId)).toMatchObject({ text: "Which one?", revision: 1, version: 1 });
  });

  test("P1.7 is refused once there is no decision to come, though a key was never turned", async ({ db }) => {
    const { id, sam, pia, lee, pmKey, leadKey } = await aReview(db);
    await acceptKey(await asUser(lee, db), { id, keyId: leadKey, briefVersion: 1, conditions: [] });
    const { revision } = await db.handover.findUniqueOrThrow({ where: { id } });
    await withdrawHandover(await asUser(sam, db), { id, revision, reason: "Lost" });
    expect(await db.handoverKey.findUnique({ where: { id: pmKey } })).toMatchObject({ state: "OPEN" });
    await expect(saving(db, pia, { id, keyId: pmKey })()).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.7" });
    await expect(saving(db, lee, { id, keyId: leadKey })()).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.7" });
  });
});
