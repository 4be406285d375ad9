import { describe } from "vitest";
import { assignKeys } from "@/lib/inbox/commands/assign";
import { eachKey } from "@/lib/inbox/commands/each";
import { remind } from "@/lib/inbox/commands/remind";
import { snoozeKeys, wakeKeys } from "@/lib/inbox/commands/snooze";
import { returnHandover } from "@/lib/handovers/commands/decide";
import { submitHandover } from "@/lib/handovers/commands/submit";
import type { Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { asActor, asUser, expect, NOW, test } from "../../support/db";
import { aReview, aReviewByOne, aSubmitted } from "../../support/factories/handovers";

const points = [{ field: "scope.inScope", reason: "MISSING" as const, needed: "What about the shop?", suggestion: "" }];
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const snoozes = async (db: Db, keyIds: string[]) => (await db.snooze.findMany({ where: { keyId: { in: keyIds } } })).map(({ userId, keyId }) => `${userId} ${keyId}`).sort();
const lastPayload = async (db: Db, stream: string): Promise<unknown> => JSON.parse((await db.event.findFirstOrThrow({ where: { stream }, orderBy: { seq: "desc" } })).payload ?? "{}");

describe("P1.9 one thing done to several keys", () => {
  test("P1.9 a refusal is told of its key and stops none; any other failure stops all that follow, and is told as itself", async ({ db }) => {
    const { id, pia, pmKey, leadKey } = await aReview(db);
    const keys = [pmKey, leadKey].map((keyId) => ({ id, keyId }));
    const ctx = await asUser(pia, db);
    const done: string[] = [];
    const act = (failure: Error) => eachKey(ctx, keys, ({ keyId }) => { done.push(keyId); return done.length === 1 ? Promise.reject(failure) : Promise.resolve(); });
    expect(await act(new AppError("CONFLICT", { reason: "Too late." }))).toMatchObject([{ keyId: pmKey, problem: "Too late." }, { keyId: leadKey, problem: null }]);
    expect(done.splice(0)).toEqual([pmKey, leadKey]);
    await expect(act(new Error("The database is gone."))).rejects.toThrow("The database is gone.");
    expect(done).toEqual([pmKey]);
  });

  test("P1.9 each is told by the name of its key: the PM's, and the lead's of its own team", async ({ db }) => {
    const { id, number, bo, pmKey, leadKey, shopifyKey } = await aSubmitted(db, { teams: ["wordpress", "shopify"], answers: { "complexity.integration": "several" } });
    const told = await eachKey(await asUser(bo, db), [shopifyKey, leadKey, pmKey].map((keyId) => ({ id, keyId })), () => Promise.resolve());
    expect(told.map(({ keyId, number: handover, key }) => [keyId, handover, key])).toEqual([[shopifyKey, number, "Shopify team lead"], [leadKey, number, "WordPress team lead"], [pmKey, number, "PM"]]);
  });
});

describe("P1.7 what snoozing keeps", () => {
  test("P1.7 the day and the version of the last time, after a resubmission, too", async ({ db }) => {
    const { id, sam, pia, lee, pmKey, leadKey } = await aReview(db);
    const snooze = async (until: string) => snoozeKeys(await asUser(pia, db), { keys: [{ id, keyId: pmKey }], until });
    const kept = () => db.snooze.findUnique({ where: { userId_keyId: { userId: pia, keyId: pmKey } } });
    await snooze("2030-01-08");
    await snooze("2030-01-09");
    expect(await kept()).toMatchObject({ until: new Date("2030-01-09T08:00:00Z"), briefVersion: 1 });
    const { revision } = await returnHandover(await asUser(lee, db), { id, keyId: leadKey, briefVersion: 1, points });
    await submitHandover(await asUser(sam, db), { id, revision });
    await snooze("2030-01-07");
    expect(await kept()).toMatchObject({ until: new Date("2030-01-07T08:00:00Z"), briefVersion: 2 });
  });

  test("P1.7 sweeps away one's own that are over, to the instant, and no other", async ({ db }) => {
    const [{ id, lee, pmKey, leadKey }, other, third] = [await aReviewByOne(db), await aReview(db), await aReview(db)];
    const put = (userId: string, keyId: string, until: Date) => db.snooze.create({ data: { userId, keyId, until, briefVersion: 1 } });
    await put(lee, pmKey, at(1));
    await put(lee, other.leadKey, at(0));
    await put(lee, third.leadKey, at(-1));
    await put(other.pia, other.leadKey, at(-1));
    await snoozeKeys(await asUser(lee, db), { keys: [{ id, keyId: leadKey }], until: "tomorrow" });
    expect(await snoozes(db, [pmKey, leadKey, other.leadKey, third.leadKey])).toEqual([`${lee} ${pmKey}`, `${lee} ${leadKey}`, `${other.pia} ${other.leadKey}`].sort());
  });

  test("P1.7 brings back the key that was named, of whoever asks", async ({ db }) => {
    const { id, lee, max, pmKey, leadKey } = await aReviewByOne(db);
    const ctx = await asUser(lee, db);
    await snoozeKeys(ctx, { keys: [pmKey, leadKey].map((keyId) => ({ id, keyId })), until: "tomorrow" });
    await db.snooze.create({ data: { userId: max, keyId: pmKey, until: at(60), briefVersion: 1 } });
    const there = await aSubmitted(db);
    expect((await wakeKeys(ctx, { keys: [{ id: there.id, keyId: pmKey }] })).results).toMatchObject([{ problem: "Not found." }]);
    expect(await snoozes(db, [pmKey, leadKey])).toHaveLength(3);
    expect((await wakeKeys(ctx, { keys: [{ id, keyId: pmKey }] })).results).toMatchObject([{ problem: null }]);
    expect(await snoozes(db, [pmKey, leadKey])).toEqual([`${lee} ${leadKey}`, `${max} ${pmKey}`].sort());
  });

  test("P1.7 is for people: the portal itself has no inbox", async ({ db }) => {
    const { id, pmKey } = await aSubmitted(db);
    const [ctx, keys] = [asActor({ type: "system", job: "test" }, db), [{ id, keyId: pmKey }]];
    await expect(snoozeKeys(ctx, { keys, until: "tomorrow" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await wakeKeys(ctx, { keys })).results).toMatchObject([{ problem: new AppError("FORBIDDEN").message }]);
  });
});

describe("P1.6 giving keys away", () => {
  test("P1.6 the reason that was given is kept with each", async ({ db }) => {
    const { id, bo, max, pmKey, leadKey, wordpress } = await aReview(db);
    await db.membership.create({ data: { userId: max, teamId: wordpress, role: "TEAM_LEAD" } });
    const give = async (keyId: string) => assignKeys(await asUser(bo, db), { keys: [{ id, keyId }], userId: max, reason: "Away until May" });
    for (const keyId of [pmKey, leadKey]) {
      expect((await give(keyId)).results).toMatchObject([{ problem: null }]);
      expect(await lastPayload(db, id)).toMatchObject({ to: "Max", reason: "Away until May", userId: max });
    }
  });

  test("P1.6 a key of another handover is none of this one, though both may be seen", async ({ db }) => {
    const [here, there] = [await aSubmitted(db), await aSubmitted(db)];
    await db.membership.create({ data: { userId: here.bo, teamId: there.wordpress, role: "MANAGER" } });
    const { results } = await assignKeys(await asUser(here.bo, db), { keys: [{ id: here.id, keyId: there.pmKey }], userId: here.max, reason: "Pia is ill" });
    expect(results).toMatchObject([{ number: null, problem: "Not found." }]);
    expect(await db.handover.findUnique({ where: { id: here.id } })).toMatchObject({ pmId: here.pia });
  });
});

describe("P1.8 reminding", () => {
  const aReturned = async (db: Db) => {
    const review = await aReview(db);
    await returnHandover(await asUser(review.lee, db), { id: review.id, keyId: review.leadKey, briefVersion: 1, points });
    return { ...review, keys: [{ id: review.id, keyId: review.pmKey }] };
  };

  test("P1.8 is for a manager of one of its delivery teams, not of another, nor of sales; its event says whom and of which version", async ({ db }) => {
    const { id, bo, bea, keys } = await aReturned(db);
    expect((await remind(await asUser(bea, db), { keys })).results).toMatchObject([{ problem: expect.stringContaining("Only who holds a key") }]);
    expect((await remind(await asUser(bo, db), { keys })).results).toMatchObject([{ problem: null }]);
    expect(await lastPayload(db, id)).toEqual({ to: "Sam", briefVersion: 1 });
  });

  test("P1.8 once a day is once for each handover", async ({ db }) => {
    const [one, two] = [await aReturned(db), await aReturned(db)];
    for (const { pia, keys } of [one, two]) expect((await remind(await asUser(pia, db, new Date()), { keys })).results).toMatchObject([{ problem: null }]);
  });
});
