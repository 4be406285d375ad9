import { describe } from "vitest";
import { answerComment, saveComment } from "@/lib/handovers/commands/comments";
import { acceptKey, addReturnPoints, returnHandover, undoAcceptance, undoReturn } from "@/lib/handovers/commands/decide";
import { mendTypo } from "@/lib/handovers/commands/mend";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { readEvent } from "@/lib/events/registry";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, test } from "../../support/db";
import { answer, aReview, aSubmitted } from "../../support/factories/handovers";

const FIELD = "scope.inScope";
const points = [{ field: FIELD, reason: "MISSING" as const, needed: "What about the shop?", suggestion: "" }];
const seen = { briefVersion: 1 };
const condition = (ownerId: string) => ({ text: "A test account", ownerId, dueOn: "2030-01-08" });

describe("P1.7 conditions", () => {
  test("P1.7 each has an owner who works here: nobody unknown, nobody who has left", async ({ db }) => {
    const { id, pia, sam, max, pmKey } = await aSubmitted(db);
    await db.user.update({ where: { id: max }, data: { active: false } });
    const accept = async (ownerId: string) => acceptKey(await asUser(pia, db), { id, keyId: pmKey, ...seen, conditions: [condition(sam), condition(ownerId)] });
    await expect(accept(newId())).rejects.toMatchObject({ code: "INVALID", rule: "P1.7" });
    await expect(accept(max)).rejects.toMatchObject({ code: "INVALID", rule: "P1.7" });
    expect(await db.condition.count({ where: { handoverId: id } })).toBe(0);
  });
});

describe("B1 taking a decision back", () => {
  test("B1 an acceptance that is undone takes its conditions, times and ledger with it, and no other key's", async ({ db }) => {
    const { id, pia, lee, sam, pmKey, leadKey } = await aReview(db);
    await acceptKey(await asUser(lee, db), { id, keyId: leadKey, ...seen, conditions: [condition(sam)] });
    await acceptKey(await asUser(pia, db), { id, keyId: pmKey, ...seen, conditions: [condition(sam)] });
    expect(await db.checklistItem.count({ where: { handoverId: id } })).toBeGreaterThan(0);
    await undoAcceptance(await asUser(pia, db), { id, keyId: pmKey });
    expect(await db.condition.findMany({ where: { handoverId: id, undoneAt: null } })).toMatchObject([{ keyId: leadKey }]);
    expect(await db.handoverKey.findUnique({ where: { id: pmKey } })).toMatchObject({ state: "OPEN", acceptedVersion: null, decidedAt: null });
    expect(await db.handover.findUnique({ where: { id } })).toMatchObject({ status: "SUBMITTED", acceptedAt: null, decidedAt: null });
    expect(await db.checklistItem.count({ where: { handoverId: id } })).toBe(0);
  });

  test("B1 a return that is undone does not count as a round", async ({ db }) => {
    const { id, pia, pmKey } = await aSubmitted(db);
    const rounds = async () => (await db.handover.findUniqueOrThrow({ where: { id } })).rounds;
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, ...seen, points });
    expect(await rounds()).toBe(1);
    await undoReturn(await asUser(pia, db), { id, keyId: pmKey });
    expect(await rounds()).toBe(0);
  });

  test("B1 an undo is of that kind of decision: a return is not taken back as an acceptance", async ({ db }) => {
    const { id, pia, pmKey } = await aSubmitted(db);
    const ctx = await asUser(pia, db);
    await returnHandover(ctx, { id, keyId: pmKey, ...seen, points });
    await expect(undoAcceptance(ctx, { id, keyId: pmKey })).rejects.toMatchObject({ code: "CONFLICT", rule: "B1" });
    expect(await db.handoverKey.findUnique({ where: { id: pmKey } })).toMatchObject({ state: "RETURNED" });
  });

  test("B1 a second return that is undone leaves the points of the first as they were", async ({ db }) => {
    const { id, pia, sam, pmKey } = await aSubmitted(db);
    const ctx = await asUser(pia, db);
    const { revision } = await returnHandover(ctx, { id, keyId: pmKey, ...seen, points });
    await submitHandover(await asUser(sam, db), { id, revision });
    await returnHandover(ctx, { id, keyId: pmKey, briefVersion: 2, points });
    await undoReturn(ctx, { id, keyId: pmKey });
    expect((await db.returnPoint.findMany({ where: { handoverId: id }, orderBy: { version: "asc" } })).map(({ version, undoneAt }) => [version, undoneAt !== null])).toEqual([[1, false], [2, true]]);
  });

  test("B1 nobody undoes another's decision, nor by another key, nor once something followed", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    await acceptKey(await asUser(lee, db), { id, keyId: leadKey, ...seen, conditions: [] });
    await expect(undoAcceptance(await asUser(pia, db), { id, keyId: leadKey })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(undoAcceptance(await asUser(pia, db), { id, keyId: pmKey })).rejects.toMatchObject({ code: "CONFLICT", rule: "B1" });
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, ...seen, points });
    await expect(undoAcceptance(await asUser(lee, db), { id, keyId: leadKey })).rejects.toMatchObject({ code: "CONFLICT", rule: "B1" });
  });
});

describe("P1.7 points that another reviewer adds", () => {
  test("P1.7 are about the version that was returned, and turn the key that was still open", async ({ db }) => {
    const { id, pia, lee, sam, pmKey, leadKey } = await aReview(db);
    const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, ...seen, points });
    await submitHandover(await asUser(sam, db), { id, revision });
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 2, points });
    const add = async (briefVersion: number) => addReturnPoints(await asUser(lee, db), { id, keyId: leadKey, briefVersion, points });
    await expect(add(1)).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.7" });
    await add(2);
    expect(await db.handoverKey.findUnique({ where: { id: leadKey } })).toMatchObject({ state: "RETURNED" });
  });

  test("P1.8 at least one, with words", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, ...seen, points });
    await expect(addReturnPoints(await asUser(lee, db), { id, keyId: leadKey, ...seen, points: [] })).rejects.toMatchObject({ code: "INVALID", rule: "P1.8" });
  });
});

test("P1.9 an acceptance of an older version is no repeat of the one that was given", async ({ db }) => {
  const { id, pia, lee, sam, pmKey, leadKey } = await aReview(db);
  await acceptKey(await asUser(lee, db), { id, keyId: leadKey, ...seen, conditions: [] });
  const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, ...seen, points });
  await submitHandover(await asUser(sam, db), { id, revision });
  await expect(acceptKey(await asUser(lee, db), { id, keyId: leadKey, briefVersion: 2, conditions: [] })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("B4 an open key is turned on the version under review, and on no other", async ({ db }) => {
  const { id, pia, lee, sam, pmKey, leadKey } = await aReview(db);
  const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, ...seen, points });
  await submitHandover(await asUser(sam, db), { id, revision });
  const lead = await asUser(lee, db);
  for (const briefVersion of [1, 3]) {
    await expect(acceptKey(lead, { id, keyId: leadKey, briefVersion, conditions: [] })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(returnHandover(lead, { id, keyId: leadKey, briefVersion, points })).rejects.toMatchObject({ code: "CONFLICT" });
  }
  expect(await acceptKey(lead, { id, keyId: leadKey, briefVersion: 2, conditions: [] })).toMatchObject({ status: "SUBMITTED" });
});

test("P1.9 a return of an older version is no repeat of the one that was made", async ({ db }) => {
  const { id, pia, sam, pmKey } = await aSubmitted(db);
  const send = async (briefVersion: number) => returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion, points });
  const { revision } = await send(1);
  await submitHandover(await asUser(sam, db), { id, revision });
  await send(2);
  await expect(send(1)).rejects.toMatchObject({ code: "CONFLICT" });
});

test("P1.9 whoever returns what was returned meanwhile is told by whom before anything is said of the points", async ({ db }) => {
  const { id, pia, lee, pmKey, leadKey } = await aReview(db);
  await returnHandover(await asUser(pia, db), { id, keyId: pmKey, ...seen, points });
  await expect(returnHandover(await asUser(lee, db), { id, keyId: leadKey, ...seen, points: [] }))
    .rejects.toMatchObject({ code: "CONFLICT", message: expect.stringMatching(/while the handover is returned\. Pia returned version 1/) });
});

describe("comments", () => {
  test("P1.4 what looks like a password is kept neither in a comment nor in an answer to one", async ({ db }) => {
    const { id, pia, sam, lee, pmKey, leadKey } = await aReview(db);
    const say = async (text: string, suggestion = "") => saveComment(await asUser(lee, db), { id, keyId: leadKey, commentId: newId(), base: 0, field: FIELD, rowId: null, text, reason: null, suggestion });
    await expect(say("Password: hunter2")).rejects.toMatchObject({ rule: "P1.4" });
    await expect(say("Which one?", "Password: hunter2")).rejects.toMatchObject({ rule: "P1.4" });
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, ...seen, points });
    const thread = await db.reviewComment.findFirstOrThrow({ where: { handoverId: id } });
    await expect(answerComment(await asUser(sam, db), { id, threadId: thread.id, commentId: newId(), text: "It is: password: hunter2" })).rejects.toMatchObject({ rule: "P1.4" });
    expect(await db.reviewComment.count({ where: { handoverId: id } })).toBe(1);
  });

  test("P1.7 are written while the brief is with the seller, too, for points to add", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, ...seen, points });
    expect(await saveComment(await asUser(lee, db), { id, keyId: leadKey, commentId: newId(), base: 0, field: FIELD, rowId: null, text: "And the blog?", reason: "MISSING", suggestion: "" })).toMatchObject({ outcome: "saved" });
  });

  test("P1.8 an answer tells the other side; another's answer under the same name is a conflict", async ({ db }) => {
    const { id, pia, sam, pmKey } = await aReview(db);
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, ...seen, points });
    const { id: threadId } = await db.reviewComment.findFirstOrThrow({ where: { handoverId: id } });
    const commentId = newId();
    const told = async () => {
      const [event] = await db.event.findMany({ where: { stream: id, type: "comment.answered" }, orderBy: { seq: "desc" }, take: 1, select: { type: true, payload: true } });
      return (event && (readEvent(event)?.data as { userId: string } | undefined))?.userId;
    };
    await answerComment(await asUser(sam, db), { id, threadId, commentId, text: "With the shop." });
    expect(await told()).toBe(pia);
    await expect(answerComment(await asUser(pia, db), { id, threadId, commentId, text: "Thanks." })).rejects.toMatchObject({ code: "CONFLICT" });
    await answerComment(await asUser(pia, db), { id, threadId, commentId: newId(), text: "Thanks." });
    expect(await told()).toBe(sam);
  });
});

describe("P1.7 mending", () => {
  const WRONG = "Five templates for Brandt Optik, definately.";
  /** Version 2 holds a typo and the client's name. */
  const aTypo = async (db: Parameters<typeof aReview>[0]) => {
    const review = await aReview(db);
    const { revision } = await returnHandover(await asUser(review.pia, db), { id: review.id, keyId: review.pmKey, ...seen, points });
    await answer(db!, { sam: review.sam }, review.id, { [FIELD]: WRONG });
    await submitHandover(await asUser(review.sam, db), { id: review.id, revision });
    const pm = await asUser(review.pia, db);
    return { ...review, mend: (more: object) => mendTypo(pm, { id: review.id, keyId: review.pmKey, briefVersion: 2, field: FIELD, rowId: null, text: WRONG.replace("definately", "definitely"), ...more }) };
  };

  test("P1.7 leaves the client's name as it is, and names a cell only by its row", async ({ db }) => {
    const { mend } = await aTypo(db);
    await expect(mend({ text: WRONG.replace("Optik", "Optick") })).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("name") });
    await expect(mend({ rowId: newId() })).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("no such field") });
    await expect(mend({ field: "promises.text" })).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("no such field") });
  });

  test("P1.7 writes over nobody: where the draft no longer says what was submitted, it is a conflict", async ({ db }) => {
    const { id, mend } = await aTypo(db);
    await db.briefAnswer.updateMany({ where: { handoverId: id, field: FIELD }, data: { value: "Seven templates." } });
    await expect(mend({})).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db.briefAnswer.findFirst({ where: { handoverId: id, field: FIELD } })).toMatchObject({ value: "Seven templates." });
  });
});
