import { describe } from "vitest";
import { answerComment, resolveComment, saveComment } from "@/lib/handovers/commands/comments";
import { acceptKey } from "@/lib/handovers/commands/decide";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, NOW, test } from "../../support/db";
import { aReview, aReviewByOne } from "../../support/factories/handovers";

const GOALS = { field: "purpose.goals", rowId: null as string | null };

/** Sent with an acceptance of the key by its holder: one thread each. */
async function sent(db: Db, who: string, { id, keyId }: { id: string; keyId: string }, about: (typeof GOALS)[]): Promise<string[]> {
  const ctx = await asUser(who, db);
  const ids = about.map(() => newId());
  for (const [at, one] of about.entries()) await saveComment(ctx, { id, keyId, commentId: ids[at] ?? "", base: 0, ...one, text: "In which month?", reason: null, suggestion: "" });
  await acceptKey(ctx, { id, keyId, briefVersion: 1, conditions: [] });
  return ids;
}
async function twoThreads(db: Db) {
  const review = await aReview(db);
  const [threadId = "", otherId = ""] = await sent(db, review.pia, { id: review.id, keyId: review.pmKey }, [GOALS, { ...GOALS, field: "scope.inScope" }]);
  return { ...review, threadId, otherId };
}
type Thread = { id: string; threadId: string };
const answer = async (db: Db, who: string, { id, threadId }: Thread, commentId = newId()) => answerComment(await asUser(who, db), { id, threadId, commentId, text: "In May." });
const resolve = async (db: Db, who: string, { id, threadId }: Thread, resolved = true) => resolveComment(await asUser(who, db), { id, threadId, resolved });
const kept = (db: Db, id: string) => db.reviewComment.findUniqueOrThrow({ where: { id } });
const lastPayload = async (db: Db, stream: string): Promise<unknown> =>
  JSON.parse((await db.event.findFirstOrThrow({ where: { stream }, orderBy: { seq: "desc" } })).payload ?? "{}");

describe("P1.8 an answer to a comment", () => {
  test("P1.8 is kept where its thread is, with the version under review; its event tells the author, and names the field", async ({ db }) => {
    const { id, sam, lee, rowId, pmKey } = await aReviewByOne(db);
    const [threadId = ""] = await sent(db, lee, { id, keyId: pmKey }, [{ field: "promises.text", rowId }]);
    const { commentId } = await answer(db, sam, { id, threadId });
    expect(await kept(db, commentId)).toMatchObject({ threadId, authorId: sam, field: "promises.text", rowId, text: "In May.", version: 1, sentAt: NOW, createdAt: NOW, keyId: null });
    expect(await lastPayload(db, id)).toEqual({ threadId, field: "promises.text", label: "What was promised", userId: lee });
  });

  test("P1.8 of its author tells the contact owner", async ({ db }) => {
    const thread = await twoThreads(db);
    await answer(db, thread.pia, thread);
    expect(await lastPayload(db, thread.id)).toMatchObject({ userId: thread.sam });
    await answer(db, thread.sue, thread);
    expect(await lastPayload(db, thread.id)).toMatchObject({ userId: thread.pia });
  });

  test("P1.9 an id that is taken, in another thread or by somebody else, is no repeat", async ({ db }) => {
    const thread = await twoThreads(db);
    const { commentId } = await answer(db, thread.sam, thread);
    expect(await answer(db, thread.sam, thread, commentId)).toEqual({ commentId });
    await expect(answer(db, thread.sam, { ...thread, threadId: thread.otherId }, commentId)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(answer(db, thread.pia, thread, commentId)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("P1.8 is to a first comment of this handover: not to an answer, nor to another handover's", async ({ db }) => {
    const [here, there] = [await twoThreads(db), await aReview(db)];
    const { commentId } = await answer(db, here.sam, here);
    await expect(answer(db, here.sam, { ...here, threadId: commentId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(answer(db, there.sam, { id: there.id, threadId: here.threadId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(resolve(db, there.sam, { id: there.id, threadId: here.threadId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const act of [() => answer(db, here.bo, { id: here.id, threadId: newId() }), () => resolve(db, here.bo, { id: here.id, threadId: newId() })])
      await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND" }); // before it is said who may
  });
});

describe("P1.8 a thread that is settled", () => {
  test("P1.8 keeps who settled it and when, until it is opened again; no other thread changes", async ({ db }) => {
    const thread = await twoThreads(db);
    const open = { resolvedAt: null, resolvedById: null };
    await resolve(db, thread.sam, thread);
    expect(await kept(db, thread.threadId)).toMatchObject({ resolvedAt: NOW, resolvedById: thread.sam });
    expect(await kept(db, thread.otherId)).toMatchObject(open);
    expect(await lastPayload(db, thread.id)).toEqual({ threadId: thread.threadId, field: GOALS.field, label: "Goals, in the client's words" });
    await resolve(db, thread.sue, { ...thread, threadId: thread.otherId });
    await resolve(db, thread.pia, thread, false);
    expect(await kept(db, thread.threadId)).toMatchObject(open);
    expect(await kept(db, thread.otherId)).toMatchObject({ resolvedById: thread.sue });
  });

  test("P1.8 settled again by somebody else, it stays settled by the first", async ({ db }) => {
    const thread = await twoThreads(db);
    await resolve(db, thread.sam, thread);
    await resolve(db, thread.pia, thread);
    expect(await kept(db, thread.threadId)).toMatchObject({ resolvedById: thread.sam });
    expect(await db.event.count({ where: { stream: thread.id, type: "comment.resolved" } })).toBe(1);
  });
});
