import { describe } from "vitest";
import { saveComment } from "@/lib/handovers/commands/comments";
import { acceptKey, addReturnPoints, returnHandover } from "@/lib/handovers/commands/decide";
import { mendTypo } from "@/lib/handovers/commands/mend";
import { getHandover } from "@/lib/handovers/queries/handover";
import { listConditions } from "@/lib/handovers/queries/ledger";
import { getReview } from "@/lib/handovers/queries/review";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { aReview } from "../../support/factories/handovers";

/** Of the sections of this brief, the lead's key does not cover the client's. */
const OUTSIDE = "client.about";
const INSIDE = "technical.summary";
const FORBIDDEN = { code: "FORBIDDEN", rule: "P1.7", message: expect.stringMatching(/is for the PM to decide\. Your key covers .*Technical/) };
const point = (field: string) => ({ field, reason: "UNCLEAR" as const, needed: "Which one?", suggestion: "" });
const seen = { briefVersion: 1 };

describe("P1.7 a team lead", () => {
  test("P1.7 returns points on what the key covers, and is refused a posted point elsewhere, which records nothing", async ({ db }) => {
    const { id, lee, leadKey } = await aReview(db);
    const before = await eventTypes(db, id);
    const give = async (...points: ReturnType<typeof point>[]) => returnHandover(await asUser(lee, db), { id, keyId: leadKey, ...seen, points });
    await expect(give(point(INSIDE), point(OUTSIDE))).rejects.toMatchObject(FORBIDDEN);
    expect([await eventTypes(db, id), await db.returnPoint.count({ where: { handoverId: id } })]).toEqual([before, 0]);
    expect(await give(point(INSIDE))).toMatchObject({ status: "RETURNED" });
  });

  test("P1.7 adds no point elsewhere to somebody's return, either", async ({ db }) => {
    const { id, pia, lee, pmKey, leadKey } = await aReview(db);
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, ...seen, points: [point(OUTSIDE)] });
    const add = async (field: string) => addReturnPoints(await asUser(lee, db), { id, keyId: leadKey, ...seen, points: [point(field)] });
    await expect(add(OUTSIDE)).rejects.toMatchObject(FORBIDDEN);
    await add(INSIDE);
    expect(await db.returnPoint.count({ where: { handoverId: id } })).toBe(2);
  });

  test("P1.7 keeps no comment and mends no typo elsewhere", async ({ db }) => {
    const { id, lee, leadKey } = await aReview(db);
    const ctx = await asUser(lee, db);
    const write = (field: string) => saveComment(ctx, { id, keyId: leadKey, commentId: newId(), base: 0, field, rowId: null, text: "Which one?", reason: null, suggestion: "" });
    await expect(write(OUTSIDE)).rejects.toMatchObject(FORBIDDEN);
    expect(await write(INSIDE)).toMatchObject({ outcome: "saved" });
    await expect(mendTypo(ctx, { id, keyId: leadKey, ...seen, field: OUTSIDE, rowId: null, text: "Another wording" })).rejects.toMatchObject(FORBIDDEN);
  });

  test("P1.7 accepts with conditions about what the key covers, or about none, and is refused one elsewhere", async ({ db }) => {
    const { id, sam, lee, pia, pmKey, leadKey } = await aReview(db);
    const about = (field: string | null) => ({ text: "A test account", ownerId: sam, dueOn: "2030-01-08", field });
    const accept = async (...fields: (string | null)[]) => acceptKey(await asUser(lee, db), { id, keyId: leadKey, ...seen, conditions: fields.map(about) });
    await expect(accept(null, OUTSIDE)).rejects.toMatchObject(FORBIDDEN);
    await expect(accept("no.such")).rejects.toMatchObject({ code: "INVALID", rule: "P1.7" });
    await expect(accept("commercial.value")).rejects.toMatchObject({ code: "INVALID", rule: "P1.7" });
    await expect(acceptKey(await asUser(pia, db), { id, keyId: pmKey, ...seen, conditions: [about("no.such")] })).rejects.toMatchObject({ code: "INVALID", rule: "P1.7" });
    expect(await db.condition.count({ where: { handoverId: id } })).toBe(0);
    await accept(null, INSIDE);
    const lines = await listConditions(await asUser(sam, db), await getHandover(await asUser(sam, db), id));
    expect(lines.map((one) => one.about)).toEqual([null, "Technical summary"]);
  });

  test("P1.7 is offered on the page exactly what the command takes; a PM is offered all that they read", async ({ db }) => {
    const { id, pia, lee, leadKey } = await aReview(db);
    const offered = async (who: string) => getReview(await asUser(who, db), { id });
    const [ofLead, ofPm] = [await offered(lee), await offered(pia)];
    expect(ofPm.targets.some(({ field }) => field === OUTSIDE)).toBe(true);
    const takes = async (field: string) => returnHandover(await asUser(lee, db), { id, keyId: leadKey, ...seen, points: [point(field)] }).then(() => true, () => false);
    for (const { field } of ofPm.targets.filter(({ field: one }) => !ofLead.targets.some((target) => target.field === one))) expect([field, await takes(field)]).toEqual([field, false]);
    expect(ofLead.targets.length).toBeGreaterThan(3);
    expect(await takes(ofLead.targets.at(-1)?.field ?? "")).toBe(true);
  });
});

test("P1.8 a condition about a field is for those who read that field, and for who must see to it", async ({ db }) => {
  const { id, sam, pia, lee, pmKey } = await aReview(db);
  const about = { text: "The price of the shop", dueOn: "2030-01-08", field: "commercial.value" };
  await acceptKey(await asUser(pia, db), { id, keyId: pmKey, ...seen, conditions: [{ ...about, ownerId: sam }, { ...about, ownerId: lee }] });
  const linesOf = async (who: string) => { const ctx = await asUser(who, db); return listConditions(ctx, await getHandover(ctx, id)); };
  expect((await linesOf(sam)).map((one) => one.about)).toEqual(["Contract value", "Contract value"].map(() => expect.any(String)));
  expect(await linesOf(lee)).toMatchObject([{ owner: "Lee", about: null }]);
});
