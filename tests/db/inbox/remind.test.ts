import { describe } from "vitest";
import { announceEvent } from "@/lib/jobs/announce";
import { acceptKey, returnHandover } from "@/lib/handovers/commands/decide";
import { remind } from "@/lib/inbox/commands/remind";
import type { Db } from "@/lib/platform/db";
import { asActor, asUser, eventTypes, expect, test } from "../../support/db";
import { aReview, aSubmitted } from "../../support/factories/handovers";

const points = [{ field: "scope.inScope", reason: "MISSING" as const, needed: "What about the shop?", suggestion: "" }];

async function aReturned(db: Db) {
  const review = await aReview(db);
  await returnHandover(await asUser(review.lee, db), { id: review.id, keyId: review.leadKey, briefVersion: 1, points });
  return { ...review, keys: [{ id: review.id, keyId: review.pmKey }] };
}

describe("remind", () => {
  test("P1.8 reminds the contact owner of a returned brief, by one event that reaches them", async ({ db }) => {
    const { id, sam, pia, keys } = await aReturned(db);
    expect((await remind(await asUser(pia, db), { keys })).results).toMatchObject([{ problem: null }]);
    expect((await eventTypes(db, id)).slice(-2)).toEqual(["handover.returned", "handover.reminded"]);
    const event = await db.event.findFirstOrThrow({ where: { stream: id, type: "handover.reminded" } });
    await announceEvent(asActor({ type: "system", job: "announce" }, db), { eventId: event.id });
    const notices = await db.notification.findMany({ where: { eventId: event.id } });
    expect(notices).toMatchObject([{ userId: sam, text: expect.stringContaining("Pia reminded Sam that version 1 was returned") }]);
  });

  test("P1.8 at most once a day, whoever asks, and who asked is named", async ({ db }) => {
    const { id, pia, lee, leadKey, keys } = await aReturned(db);
    // the database's own clock stamps events, so "today" is its day
    const now = new Date();
    await remind(await asUser(pia, db, now), { keys });
    expect((await remind(await asUser(lee, db, now), { keys: [{ id, keyId: leadKey }] })).results).toMatchObject([{ problem: "Pia has reminded Sam today." }]);
    expect((await remind(await asUser(lee, db, new Date(now.getTime() + 2 * 86_400_000)), { keys: [{ id, keyId: leadKey }] })).results).toMatchObject([{ problem: null }]);
    expect((await eventTypes(db, id)).filter((type) => type === "handover.reminded")).toHaveLength(2);
  });

  test("P1.8 not while the brief is with somebody else; a manager of its team may remind, too", async ({ db }) => {
    const { id, pia, pmKey } = await aSubmitted(db);
    await acceptKey(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, conditions: [] });
    expect((await remind(await asUser(pia, db), { keys: [{ id, keyId: pmKey }] })).results).toMatchObject([{ problem: "The handover is accepted: nothing is asked of Sam." }]);
    const returned = await aReturned(db);
    expect((await remind(await asUser(returned.bo, db), { keys: returned.keys })).results).toMatchObject([{ problem: null }]);
  });

  test("P1.8 the seller reminds nobody, and for a stranger it does not exist", async ({ db }) => {
    const { id, sam, max, keys } = await aReturned(db);
    expect((await remind(await asUser(sam, db), { keys })).results).toMatchObject([{ problem: expect.stringContaining("Only who holds a key") }]);
    expect((await remind(await asUser(max, db), { keys })).results).toMatchObject([{ number: null, problem: "Not found." }]);
    expect(await eventTypes(db, id)).not.toContain("handover.reminded");
  });
});
