import { describe } from "vitest";
import { closeHandover, startDelivery } from "@/lib/handovers/commands/deliver";
import { acceptKey, returnHandover } from "@/lib/handovers/commands/decide";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { moveUpTemplate } from "@/lib/handovers/commands/template";
import { getTemplateMoves } from "@/lib/handovers/queries/template-moves";
import { fieldsOf, getVersion } from "@/lib/handovers/queries/versions";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { beginTemplateDraft, editTemplate, publishTemplate } from "@/lib/policies/commands/templates";
import { VERSION_ONE } from "@/lib/policies/defaults/version-one";
import { answerBriefCheck, askBriefChecks } from "@/lib/ratings/commands/check";
import { giveRating } from "@/lib/ratings/commands/rate";
import { asActor, asUser, expect, NOW, test } from "@/tests/support/db";
import { anAccepted, aSubmitted } from "@/tests/support/factories/handovers";

const later = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);
const job = (db: Db, days: number) => asActor({ type: "system", job: "askBriefChecks" }, db, later(days));
const lastEvent = async (db: Db, stream: string) => {
  const { type, payload } = await db.event.findFirstOrThrow({ where: { stream }, orderBy: { seq: "desc" } });
  return { type, payload: JSON.parse(payload ?? "{}") as unknown };
};
const checkOf = (db: Db, handoverId: string) => db.briefCheck.findUniqueOrThrow({ where: { handoverId } });
/** The days of P8.4 as another version of the clocks has them. */
const publishDays = (db: Db, ratings: { checkAfterDays: number; editDays: number }) =>
  db.policyVersion.create({ data: { id: newId(), kind: "CLOCKS", version: 2, status: "PUBLISHED", content: { ...VERSION_ONE.CLOCKS, ratings } } });

describe("P8.4 what is kept of a rating", () => {
  test("P8.4 score and sentence as they were given last, since when it is there, and when it was changed; the event says from which", async ({ db }) => {
    const { id, pia } = await anAccepted(db);
    const where = { handoverId_byId_side: { handoverId: id, byId: pia, side: "BRIEF" as const } };
    await giveRating(await asUser(pia, db, later(1)), { id, side: "BRIEF", score: 4, sentence: "All of it was there.", revision: 0 });
    expect(await db.rating.findUnique({ where })).toMatchObject({ score: 4, sentence: "All of it was there.", revision: 1, createdAt: later(1), updatedAt: later(1) });
    expect(await lastEvent(db, id)).toEqual({ type: "rating.given", payload: { side: "BRIEF", score: 4, sentence: "All of it was there.", from: null } });
    await giveRating(await asUser(pia, db, later(2)), { id, side: "BRIEF", score: 2, sentence: "Half of it was there.", revision: 1 });
    expect(await db.rating.findUnique({ where })).toMatchObject({ score: 2, sentence: "Half of it was there.", revision: 2, createdAt: later(1), updatedAt: later(2) });
    expect(await lastEvent(db, id)).toEqual({ type: "rating.given", payload: { side: "BRIEF", score: 2, sentence: "Half of it was there.", from: 4 } });
  });

  test("P8.4 another sentence alone is a change, and another score alone is one", async ({ db }) => {
    const { id, sam } = await anAccepted(db);
    const give = async (score: number, sentence: string, revision: number) => giveRating(await asUser(sam, db), { id, side: "ACCEPTANCE", score, sentence, revision });
    await give(4, "Quick.", 0);
    expect(await give(4, "Quick and kind.", 1)).toEqual({ id, revision: 2 });
    expect(await give(5, "Quick and kind.", 2)).toEqual({ id, revision: 3 });
    expect(await give(5, "Quick and kind.", 1)).toEqual({ id, revision: 3 }); // a repeat from a page that is older
    expect(await lastEvent(db, id)).toMatchObject({ payload: { side: "ACCEPTANCE", score: 5, from: 4 } });
  });

  test("P1.9 a first rating over one that was seen elsewhere is CONFLICT", async ({ db }) => {
    const { id, pia } = await anAccepted(db);
    await expect(giveRating(await asUser(pia, db), { id, side: "BRIEF", score: 4, sentence: "", revision: 1 })).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" });
  });

  test("P8.4 a lead who holds a key rates the brief, too; the portal itself rates nothing", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aSubmitted(db, { answers: { "complexity.integration": "several" } });
    for (const [who, keyId] of [[lee, leadKey], [pia, pmKey]] as const) await acceptKey(await asUser(who, db), { id, keyId, briefVersion: 1, conditions: [] });
    const brief = { id, side: "BRIEF" as const, score: 4, sentence: "", revision: 0 };
    expect(await giveRating(await asUser(lee, db), brief)).toEqual({ id, revision: 1 });
    await expect(giveRating(job(db, 1), brief)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("P8.4 whom the portal asks", () => {
  test("P8.4 once, and says so with who, and after how many days", async ({ db }) => {
    const { id, pia } = await anAccepted(db);
    await publishDays(db, { checkAfterDays: 10, editDays: 3 });
    expect([await askBriefChecks(job(db, 9.9)), await askBriefChecks(job(db, 11))]).toEqual([0, 1]);
    expect(await checkOf(db, id)).toMatchObject({ askedAt: later(11), verdict: null, answeredAt: null, revision: 1 });
    expect(await lastEvent(db, id)).toEqual({ type: "briefCheck.asked", payload: { userId: pia, pm: "Pia", days: 10 } });
  });

  test("P8.4 whatever has become of the work since: in delivery, and completed", async ({ db }) => {
    const [started, done] = [await anAccepted(db), await anAccepted(db)];
    await startDelivery(await asUser(started.pia, db), { id: started.id, revision: started.revision });
    await closeHandover(await asUser(done.pia, db), { id: done.id, revision: done.revision, outcome: "COMPLETED", reason: "" });
    expect(await askBriefChecks(job(db, 14))).toBe(2);
  });

  test("P8.4 what was accepted long ago takes the place of nobody who is to be asked", async ({ db }) => {
    await anAccepted(db);
    const due = await aSubmitted(db);
    await acceptKey(await asUser(due.pia, db, later(14)), { id: due.id, keyId: due.pmKey, briefVersion: 1, conditions: [] });
    expect(await askBriefChecks(job(db, 29), { atOnce: 1 })).toBe(1);
    expect(await checkOf(db, due.id)).toMatchObject({ askedAt: later(29) });
  });

  test("P8.4 so many in one run, who waited longest first, and the others in the next", async ({ db }) => {
    const young = await aSubmitted(db);
    await acceptKey(await asUser(young.pia, db, later(1)), { id: young.id, keyId: young.pmKey, briefVersion: 1, conditions: [] });
    const old = await anAccepted(db);
    const asked = async () => (await db.briefCheck.findMany({ where: { handoverId: { in: [young.id, old.id] } } })).map(({ handoverId }) => handoverId);
    expect([await askBriefChecks(job(db, 16), { atOnce: 1 }), await asked()]).toEqual([1, [old.id]]);
    expect([await askBriefChecks(job(db, 16), { atOnce: 1 }), (await asked()).length]).toEqual([1, 2]);
    expect(await askBriefChecks(job(db, 16), { atOnce: 1 })).toBe(0);
  });
});

describe("P8.4 what is kept of the answer", () => {
  const asked = async (db: Db) => { const handover = await anAccepted(db); await askBriefChecks(job(db, 14)); return handover; };
  const MOSTLY = { verdict: "MOSTLY" as const, fields: ["technical.summary", "scope.inScope", "technical.summary"], sentence: "Two systems were missing.", turnedOut: "COMPLEX" as const };
  const SORTED = ["scope.inScope", "technical.summary"];

  test("P8.4 each field once, who answered and when first; the event says all of it, and from which answer", async ({ db }) => {
    const { id, pia } = await asked(db);
    const answer = async (days: number, revision: number, more: object = {}) => answerBriefCheck(await asUser(pia, db, later(days)), { id, ...MOSTLY, revision, ...more });
    expect(await answer(15, 1)).toEqual({ id, revision: 2 });
    expect(await checkOf(db, id)).toMatchObject({ ...MOSTLY, fields: SORTED, answeredById: pia, answeredAt: later(15), revision: 2 });
    expect(await lastEvent(db, id)).toEqual({ type: "briefCheck.answered", payload: { ...MOSTLY, fields: SORTED, from: null } });
    expect(await answer(16, 1)).toEqual({ id, revision: 2 }); // a repeat from a page that is older
    const changes = [{ verdict: "WRONG" as const }, { fields: ["scope.inScope"] }, { sentence: "One was missing." }, { turnedOut: null }];
    for (const [at, change] of changes.entries()) {
      const said = Object.assign({ ...MOSTLY, fields: SORTED }, ...changes.slice(0, at + 1)) as typeof MOSTLY;
      expect(await answer(16, at + 2, said), JSON.stringify(change)).toEqual({ id, revision: at + 3 });
      expect(await checkOf(db, id)).toMatchObject({ ...said, answeredAt: later(15), revision: at + 3 });
      expect(await lastEvent(db, id)).toEqual({ type: "briefCheck.answered", payload: { ...said, from: at === 0 ? "MOSTLY" : "WRONG" } });
    }
  });

  test("P8.4 it is changed for as many days as the policy says, from the first answer on", async ({ db }) => {
    const { id, pia } = await asked(db);
    await publishDays(db, { checkAfterDays: 14, editDays: 3 });
    const answer = async (days: number, revision: number, sentence: string) => answerBriefCheck(await asUser(pia, db, later(days)), { id, ...MOSTLY, sentence, revision });
    await answer(15, 1, "One");
    await answer(17, 2, "Two");
    await expect(answer(18, 3, "Three")).rejects.toMatchObject({ code: "CONFLICT", rule: "P8.4", message: expect.stringContaining("3 days") });
    const rate = async (days: number, score: number, revision: number) => giveRating(await asUser(pia, db, later(days)), { id, side: "BRIEF", score, sentence: "", revision });
    await rate(1, 4, 0);
    await rate(3, 3, 1);
    await expect(rate(4, 2, 2)).rejects.toMatchObject({ code: "CONFLICT", rule: "P8.4" });
  });

  test("P8.4 the fields are those of the version that was accepted, as its template asked them", async ({ db }) => {
    const { id, ada, sam, pia, pmKey, wordpress } = await aSubmitted(db);
    const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [{ field: "scope.inScope", reason: "UNCLEAR", needed: "?", suggestion: "" }] });
    const [admin, seller] = [await asUser(ada, db), await asUser(sam, db)];
    const draft = await beginTemplateDraft(admin, { teamId: wordpress });
    const edit = { kind: "addField" as const, section: "scope" as const, label: "House rules", type: "longText" as const, ask: "", why: "We ask.", help: "", example: "", options: [], moreOptions: "", visibility: "all" as const, pm: "on" as const, material: "" as const };
    await publishTemplate(admin, await editTemplate(admin, { teamId: wordpress, revision: draft.revision, edit }));
    const [preview] = (await getTemplateMoves(seller, id)).previews;
    const moved = await moveUpTemplate(seller, { id, revision, teamId: wordpress, from: preview?.from.id ?? "", to: preview?.to.id ?? "" });
    await submitHandover(seller, { id, revision: moved.revision });
    await acceptKey(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 2, conditions: [] });
    await askBriefChecks(job(db, 14));
    const added = (await fieldsOf(db, (await getVersion(db, id, 2)).content)).find(({ label }) => label === "House rules")?.id ?? "";
    expect(await answerBriefCheck(await asUser(pia, db, later(15)), { id, ...MOSTLY, fields: [added], revision: 1 })).toEqual({ id, revision: 2 });
  });
});
