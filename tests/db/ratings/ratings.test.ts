import { describe } from "vitest";
import { getHandover } from "@/lib/handovers/queries/handover";
import { closeHandover } from "@/lib/handovers/commands/deliver";
import { announceEvent } from "@/lib/jobs/announce";
import { JOBS } from "@/lib/jobs/registry";
import type { Db } from "@/lib/platform/db";
import { answerBriefCheck, askBriefChecks } from "@/lib/ratings/commands/check";
import { giveRating } from "@/lib/ratings/commands/rate";
import { findFeedback, listFieldChoices } from "@/lib/ratings/queries/feedback";
import { answerBriefCheckInput, giveRatingInput } from "@/lib/ratings/schema";
import { asActor, asUser, eventTypes, expect, NOW, test } from "@/tests/support/db";
import { anAccepted, aSubmitted } from "@/tests/support/factories/handovers";

const DAY = 24 * 60 * 60 * 1000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);
const job = (db: Db, days: number) => asActor({ type: "system", job: "askBriefChecks" }, db, later(days));
const last = async (db: Db, id: string) => (await eventTypes(db, id)).at(-1);
const feedbackOf = async (db: Db, person: string, id: string, days = 0) => { const ctx = await asUser(person, db, later(days)); return findFeedback(ctx, await getHandover(ctx, id)); };

describe("P8.4: a rating each way", () => {
  const brief = { side: "BRIEF" as const, score: 4, sentence: "The goals were theirs.", revision: 0 };
  const acceptance = { side: "ACCEPTANCE" as const, score: 5, sentence: "", revision: 0 };

  test("P8.4: who received the brief rates it, and the seller rates the acceptance: one each, with one event", async ({ db }) => {
    const { id, pia, sam } = await anAccepted(db);
    expect(await giveRating(await asUser(pia, db), { id, ...brief })).toEqual({ id, revision: 1 });
    expect(await last(db, id)).toBe("rating.given");
    await giveRating(await asUser(sam, db), { id, ...acceptance });
    expect((await feedbackOf(db, pia, id))?.mine).toMatchObject([{ side: "BRIEF", score: 4, revision: 1, refusal: null }]);
    expect(await db.rating.count({ where: { handoverId: id } })).toBe(2);
  });

  test("P8.4: the same again is one rating and one event; a change is a second event; a stale one is CONFLICT", async ({ db }) => {
    const { id, pia } = await anAccepted(db);
    const ctx = await asUser(pia, db);
    await giveRating(ctx, { id, ...brief });
    expect(await giveRating(ctx, { id, ...brief })).toEqual({ id, revision: 1 });
    await expect(giveRating(ctx, { id, ...brief, score: 2 })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await giveRating(ctx, { id, ...brief, score: 2, revision: 1 })).toEqual({ id, revision: 2 });
    expect((await eventTypes(db, id)).filter((type) => type === "rating.given")).toHaveLength(2);
  });

  test("P8.4: it can be changed for 14 days, and then stands", async ({ db }) => {
    const { id, pia } = await anAccepted(db);
    await giveRating(await asUser(pia, db), { id, ...brief });
    await giveRating(await asUser(pia, db, later(13.9)), { id, ...brief, score: 3, revision: 1 });
    await expect(giveRating(await asUser(pia, db, later(14)), { id, ...brief, score: 1, revision: 2 })).rejects.toMatchObject({ code: "CONFLICT", rule: "P8.4" });
  });

  test("P8.4: CONFLICT before acceptance, FORBIDDEN for the wrong person or side, NOT_FOUND out of scope", async ({ db }) => {
    const submitted = await aSubmitted(db);
    await expect(giveRating(await asUser(submitted.pia, db), { id: submitted.id, ...brief })).rejects.toMatchObject({ code: "CONFLICT", rule: "P8.4" });
    const { id, pia, sam, bea, dev } = await anAccepted(db);
    for (const [person, rating] of [[sam, brief], [pia, acceptance], [bea, brief]] as const)
      await expect(giveRating(await asUser(person, db), { id, ...rating })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P8.4" });
    await expect(giveRating(await asUser(dev, db), { id, ...brief })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("P8.4, P8.5: managers read names and sentences; below them an average from two ratings on", async ({ db }) => {
    const { id, pia, sam, sue, bea } = await anAccepted(db);
    await giveRating(await asUser(pia, db), { id, ...brief });
    await giveRating(await asUser(sam, db), { id, ...acceptance });
    await giveRating(await asUser(sue, db), { id, ...acceptance, score: 2 });
    const seller = await feedbackOf(db, sam, id);
    expect(seller?.named).toBeNull();
    expect(seller?.sides).toEqual([{ side: "BRIEF", count: 1, average: null }, { side: "ACCEPTANCE", count: 2, average: 3.5 }]);
    expect(JSON.stringify(seller)).not.toContain("The goals were theirs.");
    const manager = await feedbackOf(db, bea, id);
    expect(manager?.named).toMatchObject([{ by: "Pia", score: 4, sentence: "The goals were theirs." }, { by: "Sam", score: 5 }, { by: "Sue", score: 2 }]);
    expect(manager?.sides[0]).toEqual({ side: "BRIEF", count: 1, average: 4 });
    const history = await db.event.findMany({ where: { stream: id, type: "rating.given" } });
    expect(history.length).toBe(3);
  });

  test("a number outside of 1 to 5 is refused with a sentence", () => {
    for (const score of ["0", "6", "", "2.5", "x"])
      expect(giveRatingInput.safeParse({ id: "01900000-0000-7000-8000-000000000001", side: "BRIEF", revision: "0", score }).error?.issues[0]?.message).toMatch(/^Choose a number from 1 to 5\.$/);
  });
});

describe("P8.4: 14 days after acceptance the PM is asked whether the brief was right", () => {
  const mostly = { verdict: "MOSTLY" as const, fields: ["technical.summary", "scope.inScope"], sentence: "Two systems were missing.", turnedOut: "COMPLEX" as const, revision: 1 };
  const asked = async (db: Db) => { const handover = await anAccepted(db); await askBriefChecks(job(db, 14)); return handover; };

  test("P8.4: not a moment before, once, and in the app", async ({ db }) => {
    const { id, pia, number } = await anAccepted(db);
    expect(await askBriefChecks(job(db, 13.99))).toBe(0);
    expect(await JOBS.askBriefChecks.run(job(db, 14), null)).toBe(1);
    expect(await askBriefChecks(job(db, 14))).toBe(0);
    const event = await db.event.findFirstOrThrow({ where: { stream: id, type: "briefCheck.asked" } });
    expect(await announceEvent(job(db, 14), { eventId: event.id })).toBe(1);
    expect(await db.notification.findFirst({ where: { eventId: event.id } }))
      .toMatchObject({ userId: pia, href: `/handovers/${id}`, text: `HO-${number} New website: The portal asks Pia, 14 days after acceptance: was the brief right?` });
  });

  test("P8.4: neither of work that was cancelled, nor of what was accepted long ago", async ({ db }) => {
    const { id, pia, revision } = await anAccepted(db);
    await closeHandover(await asUser(pia, db), { id, revision, outcome: "CANCELLED", reason: "They stopped" });
    expect(await askBriefChecks(job(db, 15))).toBe(0);
    await anAccepted(db);
    expect(await askBriefChecks(job(db, 28))).toBe(0);
  });

  test("P8.4: the PM answers in plain words with the fields concerned, with one event; seller and managers read it, others do not", async ({ db }) => {
    const { id, pia, sam, bea, lin } = await asked(db);
    expect(await answerBriefCheck(await asUser(pia, db, later(15)), { id, ...mostly })).toEqual({ id, revision: 2 });
    expect(await answerBriefCheck(await asUser(pia, db, later(15)), { id, ...mostly })).toEqual({ id, revision: 2 });
    expect((await eventTypes(db, id)).filter((type) => type === "briefCheck.answered")).toHaveLength(1);
    for (const person of [sam, bea, pia])
      expect((await feedbackOf(db, person, id, 15))?.check).toMatchObject({ verdict: "MOSTLY", by: "Pia", fields: ["What is in scope", "Technical summary"], sentence: "Two systems were missing.", turnedOut: "COMPLEX" });
    await db.handoverTeam.update({ where: { handoverId_teamId: { handoverId: id, teamId: (await db.handoverTeam.findFirstOrThrow({ where: { handoverId: id } })).teamId } }, data: { leadId: lin } });
    expect((await feedbackOf(db, lin, id, 15))?.check).toBeNull();
  });

  test("P8.4: it can be changed for 14 days; a stale answer is CONFLICT", async ({ db }) => {
    const { id, pia } = await asked(db);
    await answerBriefCheck(await asUser(pia, db, later(15)), { id, ...mostly });
    const right = { id, verdict: "RIGHT" as const, fields: [], sentence: "", turnedOut: null };
    await expect(answerBriefCheck(await asUser(pia, db, later(16)), { ...right, revision: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await answerBriefCheck(await asUser(pia, db, later(16)), { ...right, revision: 2 })).toMatchObject({ revision: 3 });
    await expect(answerBriefCheck(await asUser(pia, db, later(29)), { ...right, verdict: "WRONG", fields: ["scope.inScope"], revision: 3 })).rejects.toMatchObject({ code: "CONFLICT", rule: "P8.4" });
  });

  test("P8.4: CONFLICT before it was asked, FORBIDDEN for anybody but the PM, NOT_FOUND out of scope, INVALID for a field that is none", async ({ db }) => {
    const early = await anAccepted(db);
    await expect(answerBriefCheck(await asUser(early.pia, db), { id: early.id, ...mostly })).rejects.toMatchObject({ code: "CONFLICT", rule: "P8.4" });
    await askBriefChecks(job(db, 14));
    for (const person of [early.sam, early.bea]) await expect(answerBriefCheck(await asUser(person, db), { id: early.id, ...mostly })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P8.4" });
    await expect(answerBriefCheck(await asUser(early.dev, db), { id: early.id, ...mostly })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(answerBriefCheck(await asUser(early.pia, db), { id: early.id, ...mostly, fields: ["nonsense.field"] })).rejects.toMatchObject({ code: "INVALID" });
  });

  test("P6.3: what the work turned out to be may be left out, changes with the answer, and is none of something else", async ({ db }) => {
    const { id, pia } = await asked(db);
    const parse = (more: object) => answerBriefCheckInput.safeParse({ id, revision: "1", verdict: "RIGHT", sentence: "", ...more });
    expect([parse({}), parse({ turnedOut: "" }), parse({ turnedOut: "COMPLEX" })].map(({ data }) => data?.turnedOut)).toEqual([null, null, "COMPLEX"]);
    for (const turnedOut of ["complex", "TRIVIAL", 3, ["COMPLEX"]]) expect(parse({ turnedOut }).success).toBe(false);
    await answerBriefCheck(await asUser(pia, db, later(15)), { id, ...mostly });
    await answerBriefCheck(await asUser(pia, db, later(16)), { id, ...mostly, turnedOut: "STANDARD", revision: 2 });
    const events = await db.event.findMany({ where: { stream: id, type: "briefCheck.answered" }, orderBy: { seq: "asc" }, select: { payload: true } });
    expect(events.map(({ payload }) => (JSON.parse(payload ?? "{}") as { turnedOut: string }).turnedOut)).toEqual(["COMPLEX", "STANDARD"]);
  });

  test("the form offers the fields of the accepted version, and asks for one unless all was right", async ({ db }) => {
    const { id, pia } = await asked(db);
    const ctx = await asUser(pia, db);
    const values = (await listFieldChoices(ctx, await getHandover(ctx, id))).flatMap(({ fields }) => fields.map(({ value }) => value));
    expect(values).toContain("technical.summary");
    expect(values).toContain("promises.text");
    expect(new Set(values).size).toBe(values.length);
    const parse = (verdict: string, fields: string[]) => answerBriefCheckInput.safeParse({ id, revision: "1", verdict, fields, sentence: "" }).error?.issues[0]?.message;
    expect([parse("WRONG", []), parse("RIGHT", ["scope.inScope"]), parse("RIGHT", []), parse("MOSTLY", ["scope.inScope"])])
      .toEqual(["Choose at least one field that was not right.", expect.stringContaining("leave the fields out"), undefined, undefined]);
  });
});
