import { describe } from "vitest";
import { acceptKey, returnHandover } from "@/lib/handovers/commands/decide";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { snoozeKeys } from "@/lib/inbox/commands/snooze";
import { findInboxDetail, getInboxDetail } from "@/lib/inbox/queries/detail";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, NOW, test } from "../../support/db";
import { aDraft, answer, aReview, aRow, aSubmitted } from "../../support/factories/handovers";

const FIELD = "scope.inScope";
const points = [{ field: FIELD, reason: "MISSING" as const, needed: "What about the shop?", suggestion: "" }];
const open = async (db: Db, who: string, keyId: string, now = NOW) => getInboxDetail(await asUser(who, db, now), { keyId });
/** What is shown of the clock and the decision. */
const waiting = async (...where: Parameters<typeof open>) => {
  const { decides, remaining, snoozedUntil } = await open(...where);
  return { decides, remaining, snoozedUntil };
};

describe("P4.6 the brief beside the inbox", () => {
  test("P4.6 is the version under review in short, with the time that is left and the decision of its reviewer", async ({ db }) => {
    const { id, sue, pia, pmKey } = await aReview(db);
    await db.handover.update({ where: { id }, data: { contactOwnerId: sue } }); // it stays Sam who submitted it
    const { requiredPercent, qualityPercent } = await db.handover.findUniqueOrThrow({ where: { id } });
    expect(qualityPercent).toBeGreaterThan(0);
    expect(await open(db, pia, pmKey, new Date("2030-01-03T10:00:00Z"))).toMatchObject({
      head: { id }, key: { id: pmKey, role: "PM" }, topThree: expect.stringContaining("delivery.topThree"), goals: expect.stringContaining("purpose.goals"),
      complexity: { class: "COMPLEX" }, readiness: { requiredPercent, qualityPercent }, versions: { rubric: 1, clocks: 1 }, submitted: { version: 1, by: "Sam", at: NOW.toISOString() },
      changed: null, unreconciled: [], acceptRefusal: null, conditionsRefusal: null,
      decides: true, remaining: { minutes: 14 * 60, of: 22 * 60 }, snoozedUntil: null,
    });
  });

  test("P4.6 says what changed since, in the version that was submitted again", async ({ db }) => {
    const { id, sam, pia, lee, pmKey, leadKey } = await aReview(db);
    const { revision } = await returnHandover(await asUser(lee, db), { id, keyId: leadKey, briefVersion: 1, points });
    await answer(db, { sam }, id, { [FIELD]: "Five templates and the shop." });
    await submitHandover(await asUser(sam, db), { id, revision });
    expect(await open(db, pia, pmKey)).toMatchObject({ changed: { version: 1, labels: ["What is in scope"] }, submitted: { version: 2, by: "Sam" } });
  });

  test("P8.2 a promise that is not matched to the contract is named, and asks for a condition", async ({ db }) => {
    const draft = await aDraft(db, { answers: { "promises.none": false } });
    await aRow(db, draft, draft.id, { "promises.text": "A second language", "promises.type": "scope" });
    await submitHandover(await asUser(draft.sam, db), { id: draft.id, revision: draft.revision });
    const { id: keyId } = await db.handoverKey.findFirstOrThrow({ where: { handoverId: draft.id } });
    expect(await open(db, draft.pia, keyId)).toMatchObject({ unreconciled: ["A second language"], acceptRefusal: { rule: "P8.2" }, conditionsRefusal: null });
  });

  test("P1.7 another reviewer's key, and a manager, read it and decide nothing; the clock is its holder's", async ({ db }) => {
    const { pia, lee, bo, pmKey, leadKey } = await aReview(db);
    await db.user.updateMany({ where: { id: { in: [lee, bo] } }, data: { workingHours: [[["09:00", "10:00"]], [], [], [], [], [], []] } });
    for (const who of [lee, bo]) expect(await waiting(db, who, pmKey)).toEqual({ decides: false, remaining: { minutes: 22 * 60, of: 22 * 60 }, snoozedUntil: null });
    expect((await open(db, pia, leadKey)).key).toMatchObject({ id: leadKey, role: "TEAM_LEAD" });
  });

  test("P1.7 waits for nobody once its holder decided, or another reviewer returned it, snoozed or not", async ({ db }) => {
    const [accepted, returned] = [await aReview(db), await aReview(db)];
    for (const { id, pia, pmKey } of [accepted, returned]) await snoozeKeys(await asUser(pia, db), { keys: [{ id, keyId: pmKey }], until: "monday" });
    await acceptKey(await asUser(accepted.pia, db), { id: accepted.id, keyId: accepted.pmKey, briefVersion: 1, conditions: [] });
    await returnHandover(await asUser(returned.lee, db), { id: returned.id, keyId: returned.leadKey, briefVersion: 1, points });
    for (const { pia, pmKey } of [accepted, returned]) expect(await waiting(db, pia, pmKey)).toEqual({ decides: false, remaining: null, snoozedUntil: null });
  });

  test("B5 a snoozed key says until when, its clock runs on, and it ends with that instant or a new version", async ({ db }) => {
    const { id, sam, pia, lee, pmKey, leadKey } = await aReview(db);
    const { until } = await snoozeKeys(await asUser(pia, db), { keys: [{ id, keyId: pmKey }], until: "tomorrow" });
    expect(await waiting(db, pia, pmKey)).toEqual({ decides: true, remaining: { minutes: 22 * 60, of: 22 * 60 }, snoozedUntil: until });
    expect(await waiting(db, pia, pmKey, new Date(until))).toMatchObject({ decides: true, snoozedUntil: null });
    const { revision } = await returnHandover(await asUser(lee, db), { id, keyId: leadKey, briefVersion: 1, points });
    await submitHandover(await asUser(sam, db), { id, revision });
    expect(await waiting(db, pia, pmKey)).toMatchObject({ decides: true, snoozedUntil: null });
  });

  test("P1.6 what somebody snoozed who held the key before is neither the new holder's nor theirs any more", async ({ db }) => {
    const { pia, bo, max, pmKey } = await aSubmitted(db);
    for (const userId of [max, bo]) await db.snooze.create({ data: { userId, keyId: pmKey, until: new Date("2030-01-07T08:00:00Z"), briefVersion: 1 } });
    for (const who of [pia, bo]) expect(await waiting(db, who, pmKey)).toMatchObject({ decides: who === pia, snoozedUntil: null });
  });

  test("P1.7 a key that is none, or out of scope, is NOT_FOUND, and null where an address names it", async ({ db }) => {
    const { pia, max, pmKey } = await aSubmitted(db);
    for (const [who, keyId] of [[pia, "nonsense"], [pia, newId()], [max, pmKey]] as const) {
      await expect(open(db, who, keyId)).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await findInboxDetail(await asUser(who, db), { keyId })).toBeNull();
    }
    expect(await findInboxDetail(await asUser(pia, db), { keyId: pmKey })).toMatchObject({ key: { id: pmKey } });
  });
});

test("P4.6 a database that fails is told, and is no brief that is gone", async ({ db }) => {
  const { pia, pmKey } = await aSubmitted(db);
  const ctx = await asUser(pia, db);
  await expect(db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 / 0`.catch(() => undefined); // from here on every statement of it fails
    return findInboxDetail({ ...ctx, db: tx }, { keyId: pmKey });
  })).rejects.toThrow(/aborted/);
});
