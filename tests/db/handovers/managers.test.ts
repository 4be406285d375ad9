import { describe } from "vitest";
import { acceptKey, addReturnPoints, returnHandover, undoReturn } from "@/lib/handovers/commands/decide";
import { askManagers } from "@/lib/handovers/commands/managers";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { getHandover } from "@/lib/handovers/queries/handover";
import { findManagersAsked } from "@/lib/handovers/queries/managers-asked";
import { announceEvent } from "@/lib/jobs/announce";
import type { Db } from "@/lib/platform/db";
import type { ReturnReason } from "@/lib/platform/generated/enums";
import { asActor, asUser, eventTypes, expect, test } from "@/tests/support/db";
import { aReview, aSubmitted } from "@/tests/support/factories/handovers";

const system = (db: Db) => asActor({ type: "system", job: "askManagers" }, db);
const point = (reason: ReturnReason, field = "scope.inScope") => ({ field, reason, needed: "Say it in their words.", suggestion: "" });
type Handover = Awaited<ReturnType<typeof aSubmitted>>;

const returnIt = async (db: Db, { id, pia, pmKey }: Handover, reason: ReturnReason, briefVersion: number, field?: string) =>
  returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion, points: [point(reason, field)] });
const submitAgain = async (db: Db, { id, sam }: Handover) => {
  const { revision } = await db.handover.findUniqueOrThrow({ where: { id } });
  return submitHandover(await asUser(sam, db), { id, revision });
};
/** What waits for the worker. */
const jobs = async (db: Db, name: string) =>
  db.$queryRaw<{ data: unknown; seconds: number }[]>`SELECT data, round(extract(epoch FROM start_after - now()))::int AS seconds FROM jobs.job WHERE name = ${name} ORDER BY created_on`;
const asked = async (db: Db, { id }: { id: string }) => (await eventTypes(db, id)).filter((type) => type === "handover.managersAsked").length;

describe("P1.10: two returns for the same reason bring both managers in", () => {
  test("P1.10: asks them once the return can no longer be undone, records it once, and tells both with a link", async ({ db }) => {
    const review = await aSubmitted(db);
    await returnIt(db, review, "UNCLEAR", 1);
    expect(await jobs(db, "askManagers")).toEqual([]);
    await submitAgain(db, review);
    await returnIt(db, review, "UNCLEAR", 2, "scope.inScope");
    expect(await jobs(db, "askManagers")).toEqual([{ data: { handoverId: review.id }, seconds: 10 }]);
    expect(await asked(db, review)).toBe(0);

    expect(await askManagers(system(db), { handoverId: review.id })).toBe(1);
    expect(await askManagers(system(db), { handoverId: review.id })).toBe(0);
    expect(await asked(db, review)).toBe(1);

    const event = await db.event.findFirstOrThrow({ where: { stream: review.id, type: "handover.managersAsked" } });
    expect(await announceEvent(system(db), { eventId: event.id })).toBe(2);
    const notices = await db.notification.findMany({ where: { eventId: event.id }, include: { user: { select: { name: true } } }, orderBy: { user: { name: "asc" } } });
    expect(notices.map(({ user, text, href }) => [user.name, text, href])).toEqual(["Bea", "Bo"].map((name) =>
      [name, `HO-${review.number} New website: The portal asked Bea and Bo to help: it was returned twice for the same reason, “Unclear”`, `/handovers/${review.id}`]));
  });

  test("P1.10: the pages say who was asked, until it is decided", async ({ db }) => {
    const review = await aSubmitted(db);
    await returnIt(db, review, "UNCLEAR", 1);
    await submitAgain(db, review);
    await returnIt(db, review, "UNCLEAR", 2);
    await askManagers(system(db), { handoverId: review.id });
    const shown = async () => { const ctx = await asUser(review.sam, db); return findManagersAsked(ctx, await getHandover(ctx, review.id)); };
    expect(await shown()).toMatchObject([{ reason: "UNCLEAR", managers: ["Bea", "Bo"] }]);
    await submitAgain(db, review);
    expect(await shown()).toHaveLength(1);
    await acceptKey(await asUser(review.pia, db), { id: review.id, keyId: review.pmKey, briefVersion: 3, conditions: [] });
    expect(await shown()).toEqual([]);
  });

  test("P1.10: once per reason: a third return for it asks nobody, another reason does", async ({ db }) => {
    const review = await aSubmitted(db);
    for (const version of [1, 2, 3]) {
      await returnIt(db, review, version === 3 ? "MISSING" : "UNCLEAR", version);
      await askManagers(system(db), { handoverId: review.id });
      await submitAgain(db, review);
    }
    expect(await asked(db, review)).toBe(1);
    const before = (await jobs(db, "askManagers")).length;
    await returnIt(db, review, "UNCLEAR", 4);
    expect(await jobs(db, "askManagers")).toHaveLength(before);
    await submitAgain(db, review);
    await returnIt(db, review, "MISSING", 5);
    expect(await askManagers(system(db), { handoverId: review.id })).toBe(1);
    expect(await asked(db, review)).toBe(2);
  });

  test("P1.10: points that another reviewer adds count to the return they join", async ({ db }) => {
    const review = await aReview(db);
    await returnIt(db, review, "UNCLEAR", 1);
    await addReturnPoints(await asUser(review.lee, db), { id: review.id, keyId: review.leadKey, briefVersion: 1, points: [point("UNCLEAR"), point("MISSING")] });
    expect(await askManagers(system(db), { handoverId: review.id })).toBe(0);
    await submitAgain(db, review);
    await returnIt(db, review, "CONTRADICTORY", 2);
    expect(await askManagers(system(db), { handoverId: review.id })).toBe(0);
    await addReturnPoints(await asUser(review.lee, db), { id: review.id, keyId: review.leadKey, briefVersion: 2, points: [point("MISSING")] });
    expect(await jobs(db, "askManagers")).toEqual([{ data: { handoverId: review.id }, seconds: 10 }]);
    expect(await askManagers(system(db), { handoverId: review.id })).toBe(1);
  });

  test("P1.10: B1: a return that was undone asks nobody", async ({ db }) => {
    const review = await aSubmitted(db);
    await returnIt(db, review, "UNCLEAR", 1);
    await submitAgain(db, review);
    await returnIt(db, review, "UNCLEAR", 2);
    await undoReturn(await asUser(review.pia, db), { id: review.id, keyId: review.pmKey });
    expect(await askManagers(system(db), { handoverId: review.id })).toBe(0);
    expect(await asked(db, review)).toBe(0);
  });

  test("a handover that is not there, or decided meanwhile, is no error", async ({ db }) => {
    const review = await aSubmitted(db);
    await returnIt(db, review, "UNCLEAR", 1);
    await submitAgain(db, review);
    await returnIt(db, review, "UNCLEAR", 2);
    await submitAgain(db, review);
    await acceptKey(await asUser(review.pia, db), { id: review.id, keyId: review.pmKey, briefVersion: 3, conditions: [] });
    expect(await askManagers(system(db), { handoverId: review.id })).toBe(0);
    expect(await askManagers(system(db), { handoverId: review.dealId })).toBe(0);
  });
});
