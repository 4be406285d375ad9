import { describe } from "vitest";
import { acceptKey, returnHandover } from "@/lib/handovers/commands/decide";
import { closeHandover } from "@/lib/handovers/commands/deliver";
import { listInbox, nextOpenKey } from "@/lib/handovers/queries/inbox";
import { getAround } from "@/lib/inbox/queries/around";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, NOW, test } from "../../support/db";
import { aReview, aSubmitted, aWonDeal, anAccepted } from "../../support/factories/handovers";
import type { Agency } from "../../support/factories/agency";

const accept = { briefVersion: 1, conditions: [] };
const points = [{ field: "scope.inScope", reason: "MISSING" as const, needed: "What about the shop?", suggestion: "" }];

/** Rows alone, as submitting would leave them: for lists that are longer than one page. */
async function submittedRow(db: Db, agency: Agency, dueAt: Date): Promise<string> {
  const [id, keyId] = [newId(), newId()];
  const dealId = await aWonDeal(db, agency);
  await db.handover.create({ data: { id, dealId, contactOwnerId: agency.sam, dealOwnerId: agency.sue, accountableId: agency.sam, pmId: agency.pia } });
  await db.handoverKey.create({ data: { id: keyId, handoverId: id, role: "PM", holderId: agency.pia, dueAt } });
  await db.handover.update({ where: { id }, data: { status: "SUBMITTED", briefVersion: 1, submittedAt: NOW, firstSubmitAt: NOW } });
  return keyId;
}

describe("listInbox", () => {
  test("P1.7 shows each reviewer the keys that are theirs, with what they need to choose", async ({ db }) => {
    const { id, pia, lee, max, number, pmKey, leadKey } = await aReview(db);
    const { rows: [forPia, ...more] } = await listInbox(await asUser(pia, db), { view: "to-review" });
    expect(more).toEqual([]);
    expect(forPia).toMatchObject({
      id, number, keyId: pmKey, role: "PM", team: null, briefVersion: 1, deal: "New website", contactOwner: "Sam", teams: ["WordPress"],
      value: { minor: 4_200_000, currency: "EUR" }, requiredPercent: 100,
    });
    const { rows: [forLee] } = await listInbox(await asUser(lee, db), { view: "to-review" });
    expect(forLee).toMatchObject({ keyId: leadKey, role: "TEAM_LEAD", team: "WordPress", value: null });
    expect((await listInbox(await asUser(max, db), { view: "to-review" })).rows).toEqual([]);
    expect((await getAround(await asUser(pia, db))).counts).toEqual({ "to-review": 1, waiting: 0, snoozed: 0 });
    expect(await nextOpenKey(await asUser(max, db))).toBeNull();
  });

  test("B5 counts what is left in the reviewer's own working hours", async ({ db }) => {
    const { pia } = await aSubmitted(db);
    const { rows: [row] } = await listInbox(await asUser(pia, db, new Date("2030-01-03T10:00:00Z")), { view: "to-review" });
    // Submitted on Wednesday at 11:00 in Berlin, due on Friday at 17:00; Thursday at 11:00 six hours of today and eight of Friday are left.
    expect(row).toMatchObject({ dueAt: "2030-01-04T16:00:00.000Z", remaining: { minutes: 14 * 60, of: 22 * 60 } });
  });

  test("P1.7 the most urgent comes first, and pages join without a gap or a repeat", async ({ db }) => {
    const first = await aSubmitted(db);
    const keys: string[] = [];
    for (let i = 0; i < 30; i++) keys.push(await submittedRow(db, first, new Date(NOW.getTime() + (i % 7) * 60_000)));
    const ctx = await asUser(first.pia, db);
    const one = await listInbox(ctx, { view: "to-review" });
    const two = await listInbox(ctx, { view: "to-review" }, { after: one.next ?? "" });
    expect([one.rows.length, two.rows.length, two.next]).toEqual([25, 6, null]);
    const all = [...one.rows, ...two.rows];
    expect(new Set(all.map(({ keyId }) => keyId))).toEqual(new Set([...keys, first.pmKey]));
    expect(all.map(({ dueAt, keyId }) => `${dueAt} ${keyId}`)).toEqual(all.map(({ dueAt, keyId }) => `${dueAt} ${keyId}`).sort());
    expect(await nextOpenKey(ctx)).toMatchObject({ keyId: all[0]?.keyId });
  });

  test("an address that we did not write starts the list at its top", async ({ db }) => {
    const { pia } = await aSubmitted(db);
    const forged = Buffer.from(JSON.stringify(["'; DROP TABLE", newId()])).toString("base64url");
    for (const after of ["nonsense", forged]) expect((await listInbox(await asUser(pia, db), { view: "to-review" }, { after })).rows).toHaveLength(1);
  });

  test("P1.13 a decided key leaves the list, and stands among the accepted ones while others decide", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    await acceptKey(await asUser(pia, db), { id, keyId: pmKey, ...accept });
    const ids = async (who: string, view: "to-review" | "waiting" | "accepted") => (await listInbox(await asUser(who, db), { view })).rows.map((row) => row.id);
    expect([await ids(pia, "to-review"), await ids(pia, "accepted"), await ids(lee, "accepted")]).toEqual([[], [id], []]);
    const { rows: [row] } = await listInbox(await asUser(pia, db), { view: "accepted" });
    expect(row?.keys).toMatchObject([{ role: "PM", holder: "Pia", isMine: true, state: "ACCEPTED" }, { role: "TEAM_LEAD", team: "WordPress", holder: "Lee", isMine: false, state: "OPEN" }]);
    await returnHandover(await asUser(lee, db), { id, keyId: leadKey, briefVersion: 1, points });
    expect([await ids(pia, "accepted"), await ids(pia, "waiting"), await ids(lee, "waiting")]).toEqual([[], [id], [id]]);
  });

  test("accepted and done show each handover once", async ({ db }) => {
    const { id, pia, revision } = await anAccepted(db);
    const ids = async (view: "accepted" | "done") => (await listInbox(await asUser(pia, db), { view })).rows.map((row) => row.id);
    expect(await ids("accepted")).toEqual([id]);
    await closeHandover(await asUser(pia, db), { id, revision, outcome: "CANCELLED", reason: "The client was sold" });
    expect([await ids("accepted"), await ids("done")]).toEqual([[], [id]]);
  });
});
