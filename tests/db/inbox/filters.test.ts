import { describe } from "vitest";
import { mint } from "@/lib/auth/ctx";
import { acceptKey, returnHandover } from "@/lib/handovers/commands/decide";
import { closeHandover } from "@/lib/handovers/commands/deliver";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { listInbox } from "@/lib/handovers/queries/inbox";
import { snoozeKeys } from "@/lib/inbox/commands/snooze";
import type { InboxFilters } from "@/lib/inbox/format";
import type { Db } from "@/lib/platform/db";
import { asUser, expect, NOW, test } from "../../support/db";
import { aReview, aSubmitted } from "../../support/factories/handovers";

const points = [{ field: "scope.inScope", reason: "MISSING" as const, needed: "What about the shop?", suggestion: "" }];
type Wanted = Omit<InboxFilters, "view"> & Partial<Pick<InboxFilters, "view">>;

async function found(db: Db, who: string, { view = "to-review", ...filters }: Wanted, now = NOW): Promise<string[]> {
  const ctx = mint({ ...(await asUser(who, db, now)), viewer: { zone: "Europe/Berlin", singleKeys: true } });
  return (await listInbox(ctx, { view, ...filters })).rows.map(({ keyId }) => keyId).sort();
}

/** Two briefs that wait for Pia and differ in everything that a filter asks about. */
async function twoBriefs(db: Db) {
  const [one, two] = [await aSubmitted(db), await aSubmitted(db)];
  await db.handover.update({ where: { id: two.id }, data: { pmId: one.pia } });
  await db.deal.update({ where: { id: two.dealId }, data: { name: "Loyalty cards" } });
  const of = async ({ dealId }: { dealId: string }) => (await db.deal.findUniqueOrThrow({ where: { id: dealId }, select: { clientId: true } })).clientId;
  return { one, two, pia: one.pia, clientId: await of(one) };
}

describe("P1.7 a filter of the inbox leaves only what it names", () => {
  test("P1.7 team, client and contact owner", async ({ db }) => {
    const { one, two, pia, clientId } = await twoBriefs(db);
    expect(await found(db, pia, {})).toEqual([one.pmKey, two.pmKey].sort());
    for (const filters of [{ team: one.wordpress }, { client: clientId }, { owner: one.sam }]) expect(await found(db, pia, filters)).toEqual([one.pmKey]);
  });

  test("P1.7 complexity", async ({ db }) => {
    const { one, two, pia } = await twoBriefs(db);
    await db.handover.update({ where: { id: one.id }, data: { complexity: "COMPLEX" } });
    await db.handover.update({ where: { id: two.id }, data: { complexity: "SIMPLE" } });
    expect(await found(db, pia, { complexity: "complex" })).toEqual([one.pmKey]);
  });

  test("P1.7 the round: reviewed before, or for the first time", async ({ db }) => {
    const { one, two, pia } = await twoBriefs(db);
    const { revision } = await returnHandover(await asUser(pia, db), { id: one.id, keyId: one.pmKey, briefVersion: 1, points });
    await submitHandover(await asUser(one.sam, db), { id: one.id, revision });
    expect([await found(db, pia, { round: "again" }), await found(db, pia, { round: "first" })]).toEqual([[one.pmKey], [two.pmKey]]);
  });

  test("B5 when it is due: over, by the end of today, by the end of this week's Sunday, in the reader's zone", async ({ db }) => {
    const { one, two, pia } = await twoBriefs(db);
    const due = (keyId: string, at: string) => db.handoverKey.update({ where: { id: keyId }, data: { dueAt: new Date(at) } });
    const both = [one.pmKey, two.pmKey].sort();
    await due(one.pmKey, "2030-01-02T22:59:00Z"); // Wednesday, a minute before midnight in Berlin
    await due(two.pmKey, "2030-01-02T23:00:00Z");
    expect([await found(db, pia, { due: "overdue" }), await found(db, pia, { due: "today" }), await found(db, pia, { due: "week" })]).toEqual([[], [one.pmKey], both]);
    await due(one.pmKey, "2030-01-06T22:59:00Z"); // Sunday
    await due(two.pmKey, "2030-01-06T23:00:00Z");
    expect([await found(db, pia, { due: "today" }), await found(db, pia, { due: "week" })]).toEqual([[], [one.pmKey]]);
    expect(await found(db, pia, { due: "overdue" }, new Date("2030-01-06T22:59:30Z"))).toEqual([one.pmKey]);
  });

  test("P1.7 words: in the client's name, the deal's name, or the number of the handover", async ({ db }) => {
    const { one, two, pia } = await twoBriefs(db);
    expect(await found(db, pia, { q: "loyalty" })).toEqual([two.pmKey]);
    expect(await found(db, pia, { q: `HO-${one.number}` })).toEqual([one.pmKey]);
    expect(await found(db, pia, { q: "brandt" })).toEqual([one.pmKey, two.pmKey].sort());
    expect(await found(db, pia, { q: "100%" })).toEqual([]);
  });
});

describe("P1.7 the views of who holds two keys of one handover", () => {
  /** Pia holds both. */
  const aBoth = async (db: Db) => {
    const review = await aReview(db);
    await db.handoverTeam.updateMany({ where: { handoverId: review.id }, data: { leadId: review.pia } });
    return { ...review, pia: await asUser(review.pia, db), rows: (view: InboxFilters["view"]) => found(db, review.pia, { view }) };
  };

  test("P1.7 each waits by itself, and one that is snoozed takes no other with it", async ({ db }) => {
    const { id, pia, pmKey, leadKey, rows } = await aBoth(db);
    expect(await rows("to-review")).toEqual([pmKey, leadKey].sort());
    await snoozeKeys(pia, { keys: [{ id, keyId: pmKey }], until: "tomorrow" });
    expect([await rows("to-review"), await rows("snoozed")]).toEqual([[leadKey], [pmKey]]);
  });

  test("P1.7 whoever holds a key after the one who snoozed it finds it waiting", async ({ db }) => {
    const { id, pia, lee, pmKey } = await aBoth(db);
    await snoozeKeys(pia, { keys: [{ id, keyId: pmKey }], until: "tomorrow" });
    await db.handover.update({ where: { id }, data: { pmId: lee } });
    expect([await found(db, lee, {}), await found(db, lee, { view: "snoozed" })]).toEqual([[pmKey], []]);
  });

  test("P1.13 what is half accepted is not among the accepted yet; each handover stands there, and elsewhere, once", async ({ db }) => {
    const { id, pia, pmKey, leadKey, rows } = await aBoth(db);
    await acceptKey(pia, { id, keyId: pmKey, briefVersion: 1, conditions: [] });
    expect([await rows("accepted"), await rows("to-review")]).toEqual([[], [leadKey]]);
    const { revision } = await acceptKey(pia, { id, keyId: leadKey, briefVersion: 1, conditions: [] });
    expect((await rows("accepted")).length).toBe(1);
    await closeHandover(pia, { id, revision, outcome: "CANCELLED", reason: "The client was sold" });
    expect((await rows("done")).length).toBe(1);
  });

  test("P1.8 a returned handover waits on sales once, and with none of its keys for a decision", async ({ db }) => {
    const { id, pia, pmKey, rows } = await aBoth(db);
    await returnHandover(pia, { id, keyId: pmKey, briefVersion: 1, points });
    expect([(await rows("waiting")).length, await rows("to-review")]).toEqual([1, []]);
  });
});
