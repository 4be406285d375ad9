import { describe } from "vitest";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { answerComment, discardComment, resolveComment, saveComment } from "@/lib/handovers/commands/comments";
import { acceptKey, addReturnPoints, returnHandover, undoAcceptance, undoReturn } from "@/lib/handovers/commands/decide";
import { withdrawHandover } from "@/lib/handovers/commands/deliver";
import { getHandover } from "@/lib/handovers/queries/handover";
import { listTimeline } from "@/lib/handovers/queries/timeline";
import { listThreads } from "@/lib/handovers/queries/threads";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { answer, aReview, aSubmitted } from "../../support/factories/handovers";

const GOALS = { field: "purpose.goals", rowId: null, text: "In which month?", reason: null, suggestion: "" };
const POINT = { field: "scope.inScope", rowId: null, text: "What about the shop?", reason: "MISSING" as const, suggestion: "With the shop." };

type Review = Awaited<ReturnType<typeof aReview>>;
const write = async (db: Db, who: string, { id, keyId, ...said }: { id: string; keyId: string } & Partial<typeof GOALS | typeof POINT>, commentId = newId()) => {
  await saveComment(await asUser(who, db), { ...GOALS, ...said, id, keyId, commentId, base: 0 });
  return commentId;
};
const pending = (db: Db, id: string) => db.reviewComment.count({ where: { handoverId: id, sentAt: null } });
const threads = async (db: Db, who: string, id: string) => {
  const ctx = await asUser(who, db);
  return listThreads(ctx, await getHandover(ctx, id));
};

/** Pia's remark, sent with her acceptance; Lee's key is still open. */
async function aThread(db: Db, field = "purpose.goals") {
  const review = await aReview(db);
  const threadId = await write(db, review.pia, { id: review.id, keyId: review.pmKey, field });
  await acceptKey(await asUser(review.pia, db), { id: review.id, keyId: review.pmKey, briefVersion: 1, conditions: [] });
  return { ...review, threadId };
}

describe("saveComment", () => {
  test("P1.8 keeps a comment as a draft that only its author sees, typed over its revision, and records no event", async ({ db }) => {
    const { id, pia, lee, sam, pmKey } = await aReview(db);
    const before = await eventTypes(db, id);
    const commentId = await write(db, pia, { id, keyId: pmKey });
    const ctx = await asUser(pia, db);
    expect(await saveComment(ctx, { ...GOALS, id, keyId: pmKey, commentId, base: 1, text: "In which month, and why?" })).toEqual({ outcome: "saved", revision: 2 });
    expect(await threads(db, pia, id)).toMatchObject([{ isPending: true, text: "In which month, and why?" }]);
    for (const other of [lee, sam]) expect(await threads(db, other, id)).toEqual([]);
    expect(await eventTypes(db, id)).toEqual(before);
  });

  test("P1.3 hands back what another device of the author wrote meanwhile, and a repeat is no conflict", async ({ db }) => {
    const { id, pia, pmKey } = await aReview(db);
    const [ctx, commentId] = [await asUser(pia, db), newId()];
    const save = (text: string, base: number) => saveComment(ctx, { ...GOALS, id, keyId: pmKey, commentId, base, text });
    expect(await save("One", 0)).toEqual({ outcome: "saved", revision: 1 });
    expect(await save("One", 0)).toEqual({ outcome: "saved", revision: 1 });
    await save("Two", 1);
    expect(await save("Three", 1)).toEqual({ outcome: "conflict", current: { text: "Two", suggestion: "", revision: 2 } });
  });

  test("P1.7 is for the holder of an open key, on a field that they may read", async ({ db }) => {
    const { id, pia, lee, max, pmKey, leadKey } = await aReview(db);
    await expect(write(db, lee, { id, keyId: pmKey })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(write(db, max, { id, keyId: pmKey })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(write(db, lee, { id, keyId: leadKey, field: "commercial.value" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(write(db, pia, { id, keyId: pmKey, field: "no.such" })).rejects.toMatchObject({ code: "INVALID" });
    await acceptKey(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, conditions: [] });
    await expect(write(db, pia, { id, keyId: pmKey })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("discardComment", () => {
  test("P1.8 takes a draft away, once, and keeps what was sent", async ({ db }) => {
    const { id, pia, lee, max, pmKey, leadKey } = await aReview(db);
    const commentId = await write(db, pia, { id, keyId: pmKey });
    const discard = async (who: string) => discardComment(await asUser(who, db), { id, commentId });
    await expect(discard(lee)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(discard(max)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect([await discard(pia), await discard(pia)]).toEqual([{ discarded: 1 }, { discarded: 0 }]);
    const sent = await write(db, lee, { id, keyId: leadKey, field: "technical.summary" });
    await acceptKey(await asUser(lee, db), { id, keyId: leadKey, briefVersion: 1, conditions: [] });
    await expect(discardComment(await asUser(lee, db), { id, commentId: sent })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(db.$transaction((tx) => tx.reviewComment.deleteMany({ where: { id: sent } }))).rejects.toThrow(/never deleted/);
  });
});

describe("what goes out with a decision", () => {
  test("P1.8 a comment with a reason becomes a point of the return, one without goes with it, in one event", async ({ db }) => {
    const { id, pia, lee, sam, pmKey, leadKey } = await aReview(db);
    await write(db, pia, { id, keyId: pmKey });
    await write(db, pia, { id, keyId: pmKey, ...POINT });
    await write(db, pia, { id, keyId: pmKey, text: "  " });
    await write(db, lee, { id, keyId: leadKey, field: "technical.summary", text: "Lee's own" });
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [] });
    expect(await db.returnPoint.findMany({ where: { handoverId: id } })).toMatchObject([{ field: "scope.inScope", needed: "What about the shop?", suggestion: "With the shop.", byId: pia, version: 1 }]);
    expect((await threads(db, sam, id)).map(({ text, reason }) => [text, reason])).toEqual([["In which month?", null], ["What about the shop?", "MISSING"]]);
    expect(await db.reviewComment.findMany({ where: { handoverId: id, sentAt: null } })).toMatchObject([{ authorId: lee }]);
    const { entries } = await listTimeline(await asUser(sam, db), { id, readable: ["all", "internal", "commercial", "technical"] }, {});
    expect(entries[0]).toMatchObject({ type: "handover.returned", did: "returned version 1 as PM with 1 point to mend, one comment besides" });
    await addReturnPoints(await asUser(lee, db), { id, keyId: leadKey, briefVersion: 1, points: [POINT].map(({ text: needed, ...one }) => ({ ...one, needed })) });
    expect(await pending(db, id)).toBe(0);
  });

  test("P1.8 a return without any point is refused, also where a reason has no words, and what was written stays pending", async ({ db }) => {
    const { id, pia, pmKey } = await aSubmitted(db);
    const send = async () => returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [] });
    await write(db, pia, { id, keyId: pmKey });
    await expect(send()).rejects.toMatchObject({ code: "INVALID", rule: "P1.8" });
    await write(db, pia, { id, keyId: pmKey, ...POINT, text: "" });
    await expect(send()).rejects.toMatchObject({ code: "INVALID", rule: "P1.8" });
    expect(await pending(db, id)).toBe(2);
    expect(await db.handover.findUnique({ where: { id } })).toMatchObject({ status: "SUBMITTED" });
  });

  test("P1.8 a lead returns no point on a field that leads do not read", async ({ db }) => {
    const { id, lee, leadKey } = await aReview(db);
    const points = [{ field: "commercial.value", reason: "UNCLEAR" as const, needed: "How much?", suggestion: "" }];
    await expect(returnHandover(await asUser(lee, db), { id, keyId: leadKey, briefVersion: 1, points })).rejects.toMatchObject({ code: "INVALID" });
  });

  test("B1 undoing makes comments and points pending again, and they can be sent again", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    const [pm, lead] = [await asUser(pia, db), await asUser(lee, db)];
    await write(db, lee, { id, keyId: leadKey, field: "technical.summary" });
    await acceptKey(lead, { id, keyId: leadKey, briefVersion: 1, conditions: [] });
    expect(await pending(db, id)).toBe(0);
    await undoAcceptance(lead, { id, keyId: leadKey });
    expect(await pending(db, id)).toBe(1);
    await write(db, pia, { id, keyId: pmKey, ...POINT });
    const points = [{ field: "purpose.goals", reason: "UNCLEAR" as const, needed: "How many?", suggestion: "" }];
    await returnHandover(pm, { id, keyId: pmKey, briefVersion: 1, points });
    await undoReturn(pm, { id, keyId: pmKey });
    expect((await threads(db, pia, id)).map(({ text, isPending }) => [text, isPending])).toEqual([["What about the shop?", true], ["How many?", true]]);
    await returnHandover(pm, { id, keyId: pmKey, briefVersion: 1, points: [] });
    expect(await db.returnPoint.count({ where: { handoverId: id, undoneAt: null } })).toBe(2);
  });
});

describe("visibility", () => {
  test("P1.8 a comment on a commercial field is for those who read it: not for a lead, nor in the history", async ({ db }) => {
    const { id, pia, lee, sam, pmKey } = await aReview(db);
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [{ field: "commercial.value", reason: "UNCLEAR", needed: "With or without tax?", suggestion: "" }] });
    expect(await threads(db, sam, id)).toMatchObject([{ text: "With or without tax?" }]);
    expect(await threads(db, lee, id)).toEqual([]);
    const ctx = await asUser(lee, db);
    const { entries } = await listTimeline(ctx, await getHandover(ctx, id), {});
    expect(JSON.stringify(entries)).not.toContain("tax");
  });
});

describe("answerComment", () => {
  const answerAs = async (db: Db, who: string, { id, threadId }: { id: string; threadId: string }, commentId = newId()) =>
    answerComment(await asUser(who, db), { id, threadId, commentId, text: "In May." });

  test("P1.8 the seller answers in the thread, and one event tells its author; a repeat has one effect", async ({ db }) => {
    const thread = await aThread(db);
    const commentId = newId();
    await answerAs(db, thread.sam, thread, commentId);
    await answerAs(db, thread.sam, thread, commentId);
    expect(await threads(db, thread.pia, thread.id)).toMatchObject([{ text: "In which month?", answers: [{ text: "In May.", by: "Sam" }] }]);
    expect((await eventTypes(db, thread.id)).filter((type) => type === "comment.answered")).toHaveLength(1);
  });

  test("P1.8 is refused to a manager, to a stranger and once it is withdrawn, and for a field that one may not read", async ({ db }) => {
    const thread = await aThread(db);
    await expect(answerAs(db, thread.bo, thread)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.8" });
    await expect(answerAs(db, thread.max, thread)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(answerAs(db, thread.sam, { ...thread, threadId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { revision } = await db.handover.findUniqueOrThrow({ where: { id: thread.id } });
    await withdrawHandover(await asUser(thread.sam, db), { id: thread.id, revision, reason: "Lost" });
    await expect(answerAs(db, thread.sam, thread)).rejects.toMatchObject({ code: "CONFLICT" });
    const money = await aThread(db, "commercial.value");
    await expect(answerAs(db, money.lee, money)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("P1.8 nobody answers what is still pending", async ({ db }) => {
    const { id, pia, pmKey }: Review = await aReview(db);
    const threadId = await write(db, pia, { id, keyId: pmKey });
    await expect(answerAs(db, pia, { id, threadId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("resolveComment", () => {
  const mark = async (db: Db, who: string, { id, threadId }: { id: string; threadId: string }, resolved = true) =>
    resolveComment(await asUser(who, db), { id, threadId, resolved });

  test("P1.8 its author and the seller mark it as resolved and open it again, each once with one event", async ({ db }) => {
    const thread = await aThread(db);
    await mark(db, thread.sam, thread);
    await mark(db, thread.sam, thread);
    expect(await threads(db, thread.pia, thread.id)).toMatchObject([{ resolvedBy: "Sam" }]);
    await mark(db, thread.pia, thread, false);
    expect(await threads(db, thread.pia, thread.id)).toMatchObject([{ resolvedBy: null }]);
    expect((await eventTypes(db, thread.id)).slice(-2)).toEqual(["comment.resolved", "comment.reopened"]);
  });

  test("P1.8 is refused to others, to strangers, and once it is withdrawn", async ({ db }) => {
    const thread = await aThread(db);
    await expect(mark(db, thread.lee, thread)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.8" });
    await expect(mark(db, thread.max, thread)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { revision } = await db.handover.findUniqueOrThrow({ where: { id: thread.id } });
    await withdrawHandover(await asUser(thread.sam, db), { id: thread.id, revision, reason: "Lost" });
    await expect(mark(db, thread.sam, thread)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("P1.8 the database keeps what was sent as it was sent", async ({ db }) => {
    const { threadId } = await aThread(db);
    await expect(db.$transaction((tx) => tx.reviewComment.update({ where: { id: threadId }, data: { text: "Other words" } }))).rejects.toThrow(/stays as it was sent/);
  });
});

describe("wording that a reviewer suggested", () => {
  test("P1.8 is kept as suggested while it stands as it was, and as typed once it is edited or was never suggested", async ({ db }) => {
    const { id, pia, sam, pmKey } = await aReview(db);
    const commentId = await write(db, pia, { id, keyId: pmKey, ...POINT });
    const take = async (base: number, value: string, suggestion?: string) =>
      (await saveAnswers(await asUser(sam, db), { id, changes: [{ field: POINT.field, rowId: null, base, state: "VALUE", value, ...(suggestion && { suggestion }) }] })).answers[0];
    const source = async () => (await db.briefAnswer.findFirstOrThrow({ where: { handoverId: id, field: POINT.field } })).source;
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [] });
    const { revision } = await db.briefAnswer.findFirstOrThrow({ where: { handoverId: id, field: POINT.field } });
    expect(await take(revision, POINT.suggestion, commentId)).toMatchObject({ outcome: "saved" });
    expect(await source()).toBe("suggestion");
    expect(await take(revision, "Other words", commentId)).toMatchObject({ outcome: "conflict" });
    await take(revision + 1, "Other words", commentId);
    expect(await source()).toBe("typed");
    await take(revision + 2, POINT.suggestion, newId());
    expect(await source()).toBe("typed");
  });

  test("P1.8 counts as suggested only where it was suggested: in this brief, for this field, and sent", async ({ db }) => {
    const [here, there] = [await aReview(db), await aReview(db)];
    const elsewhere = { ...POINT, field: "scope.outOfScope" };
    const suggestions = {
      otherBrief: await write(db, there.pia, { id: there.id, keyId: there.pmKey, ...POINT }),
      otherField: await write(db, here.pia, { id: here.id, keyId: here.pmKey, ...elsewhere }),
    };
    for (const { id, pia, pmKey } of [here, there]) await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [] });
    const unsent = newId();
    await db.reviewComment.create({ data: { id: unsent, handoverId: here.id, keyId: here.leadKey, authorId: here.lee, field: POINT.field, text: "Better", suggestion: POINT.suggestion, version: 1 } });
    for (const suggestion of [suggestions.otherBrief, suggestions.otherField, unsent]) {
      const { revision } = await db.briefAnswer.findFirstOrThrow({ where: { handoverId: here.id, field: POINT.field } });
      const changes = [{ field: POINT.field, rowId: null, base: revision, state: "VALUE" as const, value: POINT.suggestion, suggestion }];
      expect((await saveAnswers(await asUser(here.sam, db), { id: here.id, changes })).answers[0]).toMatchObject({ outcome: "saved" });
      expect((await db.briefAnswer.findFirstOrThrow({ where: { handoverId: here.id, field: POINT.field } })).source).toBe("typed");
      await answer(db, here, here.id, { [POINT.field]: "Five templates, and nothing else." });
    }
  });
});
