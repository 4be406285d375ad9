import { describe } from "vitest";
import { acceptKey, returnHandover } from "@/lib/handovers/commands/decide";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { listInbox, nextOpenKey } from "@/lib/handovers/queries/inbox";
import { snoozeKeys, wakeKeys } from "@/lib/inbox/commands/snooze";
import { getAround } from "@/lib/inbox/queries/around";
import { getShell } from "@/lib/people/queries/shell";
import type { Db } from "@/lib/platform/db";
import { asUser, eventTypes, expect, NOW, test } from "../../support/db";
import { aReview, aSubmitted } from "../../support/factories/handovers";

const THURSDAY = "2030-01-03T08:00:00.000Z"; // nine o'clock in Berlin
const points = [{ field: "scope.inScope", reason: "MISSING" as const, needed: "What about the shop?", suggestion: "" }];
const ids = async (who: string, db: Db, view: "to-review" | "snoozed", now = NOW) => (await listInbox(await asUser(who, db, now), { view })).rows.map(({ keyId }) => keyId);

describe("snoozeKeys", () => {
  test("P1.7 takes a key out of the list and the counts until the next working day, and writes no history", async ({ db }) => {
    const { id, pia, pmKey } = await aSubmitted(db);
    const before = await eventTypes(db, id);
    const ctx = await asUser(pia, db);
    expect(await snoozeKeys(ctx, { keys: [{ id, keyId: pmKey }], until: "tomorrow" })).toEqual({ until: THURSDAY, results: [{ keyId: pmKey, number: expect.any(Number), key: "PM", problem: null }] });
    expect([await ids(pia, db, "to-review"), await ids(pia, db, "snoozed")]).toEqual([[], [pmKey]]);
    expect((await getAround(ctx)).counts).toMatchObject({ "to-review": 0, snoozed: 1 });
    expect([(await getShell(ctx)).toReview, await nextOpenKey(ctx)]).toEqual([0, null]);
    expect(await eventTypes(db, id)).toEqual(before);
  });

  test("B5 the clock keeps running, and the row says until when it is away", async ({ db }) => {
    const { id, pia, pmKey } = await aSubmitted(db);
    const { rows: [before] } = await listInbox(await asUser(pia, db), { view: "to-review" });
    await snoozeKeys(await asUser(pia, db), { keys: [{ id, keyId: pmKey }], until: "monday" });
    const later = new Date("2030-01-03T10:00:00Z");
    const { rows: [row] } = await listInbox(await asUser(pia, db, later), { view: "snoozed" });
    expect(row).toMatchObject({ dueAt: before?.dueAt, remaining: { minutes: 14 * 60, of: 22 * 60 }, snoozedUntil: "2030-01-07T08:00:00.000Z" });
  });

  test("P1.7 comes back by itself at that instant", async ({ db }) => {
    const { id, pia, pmKey } = await aSubmitted(db);
    await snoozeKeys(await asUser(pia, db), { keys: [{ id, keyId: pmKey }], until: "tomorrow" });
    const moment = (shift: number) => new Date(Date.parse(THURSDAY) + shift);
    expect([await ids(pia, db, "to-review", moment(-1)), await ids(pia, db, "to-review", moment(0))]).toEqual([[], [pmKey]]);
    expect([await ids(pia, db, "snoozed", moment(-1)), await ids(pia, db, "snoozed", moment(0))]).toEqual([[pmKey], []]);
  });

  test("P1.8 a resubmission brings it back at once", async ({ db }) => {
    const { id, sam, pia, lee, pmKey, leadKey } = await aReview(db);
    await snoozeKeys(await asUser(pia, db), { keys: [{ id, keyId: pmKey }], until: "2030-02-01" });
    const { revision } = await returnHandover(await asUser(lee, db), { id, keyId: leadKey, briefVersion: 1, points });
    await submitHandover(await asUser(sam, db), { id, revision });
    expect([await ids(pia, db, "to-review"), await ids(pia, db, "snoozed")]).toEqual([[pmKey], []]);
  });

  test("is each person's own, and of one key", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    await snoozeKeys(await asUser(pia, db), { keys: [{ id, keyId: pmKey }], until: "tomorrow" });
    expect(await ids(lee, db, "to-review")).toEqual([leadKey]);
  });

  test("a repeat changes the day, and wakeKeys brings it back; a repeat of that too", async ({ db }) => {
    const { id, pia, pmKey } = await aSubmitted(db);
    const ctx = await asUser(pia, db);
    const keys = [{ id, keyId: pmKey }];
    await snoozeKeys(ctx, { keys, until: "tomorrow" });
    expect(await snoozeKeys(ctx, { keys, until: "2030-01-09" })).toMatchObject({ until: "2030-01-09T08:00:00.000Z" });
    for (let times = 0; times < 2; times++) expect((await wakeKeys(ctx, { keys })).results).toMatchObject([{ problem: null }]);
    expect([await ids(pia, db, "to-review"), await ids(pia, db, "snoozed")]).toEqual([[pmKey], []]);
  });

  test("P1.9 tells of each key by itself: what others decided meanwhile is named, and stops none of the rest", async ({ db }) => {
    const [first, second] = [await aSubmitted(db), await aReview(db)];
    await acceptKey(await asUser(second.pia, db), { id: second.id, keyId: second.pmKey, briefVersion: 1, conditions: [] });
    const ctx = await asUser(second.pia, db);
    const { results } = await snoozeKeys(ctx, { keys: [{ id: second.id, keyId: second.pmKey }, { id: second.id, keyId: second.leadKey }, { id: first.id, keyId: first.pmKey }], until: "tomorrow" });
    expect(results).toMatchObject([
      { number: second.number, problem: expect.stringContaining("Pia accepted version 1 as PM") },
      { number: second.number, problem: "Only Lee, who holds this key, can snooze it." },
      { number: null, problem: "Not found." },
    ]);
    expect(await snoozeKeys(await asUser(first.pia, db), { keys: [{ id: first.id, keyId: first.pmKey }], until: "tomorrow" })).toMatchObject({ results: [{ problem: null }] });
  });

  test("does not exist for a stranger, and a key of another handover is none of this one", async ({ db }) => {
    const [one, other] = [await aSubmitted(db), await aSubmitted(db)];
    const keys = [{ id: one.id, keyId: one.pmKey }];
    expect((await snoozeKeys(await asUser(one.max, db), { keys, until: "tomorrow" })).results).toMatchObject([{ number: null, problem: "Not found." }]);
    expect((await wakeKeys(await asUser(one.max, db), { keys })).results).toMatchObject([{ problem: "Not found." }]);
    expect((await snoozeKeys(await asUser(one.pia, db), { keys: [{ id: one.id, keyId: other.pmKey }], until: "tomorrow" })).results).toMatchObject([{ problem: "Not found." }]);
  });

  test("B5 a day that is past is refused as a whole", async ({ db }) => {
    const { id, pia, pmKey } = await aSubmitted(db);
    await expect(snoozeKeys(await asUser(pia, db), { keys: [{ id, keyId: pmKey }], until: "2030-01-02" })).rejects.toMatchObject({ code: "INVALID" });
  });
});
