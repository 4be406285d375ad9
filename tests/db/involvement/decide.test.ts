import { describe } from "vitest";
import { acceptInvolvement, agreeInvolvement, answerInvolvement, declineInvolvement, withdrawInvolvement } from "@/lib/involvement/commands/decide";
import { recordHours } from "@/lib/involvement/commands/hours";
import { recordHoursInput } from "@/lib/involvement/schema";
import { newId } from "@/lib/platform/ids";
import type { Ctx } from "@/lib/auth/ctx";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { asked } from "../../support/factories/involvement";

const events = async (db: Parameters<typeof eventTypes>[0], dealId: string) => (await eventTypes(db, dealId)).filter((type) => type.startsWith("involvement")).slice(1);
const decline = (ctx: Ctx, { id }: { id: string }) => declineInvolvement(ctx, { id, reason: "NO_TIME", note: "" });
const answer = (ctx: Ctx, { id }: { id: string }) => answerInvolvement(ctx, { id, answer: "Every hour, and not at night." });
const withdraw = (ctx: Ctx, { id }: { id: string }) => withdrawInvolvement(ctx, { id, reason: "The client decided" });

describe.each([
  { name: "acceptInvolvement", run: acceptInvolvement, by: "lee", state: "ACCEPTED", event: "involvement.accepted", rule: "P6.4", after: answer },
  { name: "answerInvolvement", run: answer, by: "lee", state: "ANSWERED", event: "involvement.answered", rule: "P6.4", after: decline },
  { name: "agreeInvolvement", run: agreeInvolvement, by: "lee", state: "ANSWERED", event: "involvement.answered", rule: "P6.4", after: decline },
  { name: "declineInvolvement", run: decline, by: "lee", state: "DECLINED", event: "involvement.declined", rule: "P5.4", after: answer },
  { name: "withdrawInvolvement", run: withdraw, by: "sam", state: "WITHDRAWN", event: "involvement.withdrawn", rule: "P6.4", after: decline },
] as const)("$name", ({ run, by, state, event, rule, after }) => {
  test("P6.4 works, records one event, and a repeat has no second effect", async ({ db }) => {
    const one = await asked(db);
    const ctx = await asUser(one[by], db);
    await run(ctx, one);
    await run(ctx, one);
    expect(await db.involvement.findUnique({ where: { id: one.id } })).toMatchObject({ state });
    expect(await events(db, one.dealId)).toEqual([event]);
  });
  test("P1.9 once it was decided otherwise it is a conflict, and says who did what", async ({ db }) => {
    const one = await asked(db);
    await after(await asUser(one.lee, db), one);
    await expect(run(await asUser(one[by], db), one)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringMatching(/Lee (answered|declined)/) });
  });
  test("is not found out of scope, and refused to the wrong person", async ({ db }) => {
    const one = await asked(db);
    for (const who of [one.sue, one.dev, one.pia, one.lin, one.ada]) await expect(run(await asUser(who, db), one)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const who of by === "lee" ? [one.sam, one.bea, one.bo] : [one.lee, one.bea, one.bo]) await expect(run(await asUser(who, db), one)).rejects.toMatchObject({ code: "FORBIDDEN", rule });
  });
});

describe("what is answered", () => {
  test("P6.4 agreeing makes the seller's own answer the answer", async ({ db }) => {
    const { id, lee } = await asked(db);
    await agreeInvolvement(await asUser(lee, db), { id });
    expect(await db.involvement.findUnique({ where: { id } })).toMatchObject({ agreed: true, answer: "Yes, by the REST interface of the middleware." });
  });
  test("P5.4 a decline keeps its code, and is the end of it: nothing follows", async ({ db }) => {
    const one = await asked(db);
    const lee = await asUser(one.lee, db);
    await declineInvolvement(lee, { id: one.id, reason: "NOT_MY_FIELD", note: "Ask Pia" });
    expect(await db.involvement.findUnique({ where: { id: one.id } })).toMatchObject({ declineReason: "NOT_MY_FIELD", note: "Ask Pia" });
    for (const run of [acceptInvolvement, agreeInvolvement, answer]) await expect(run(lee, one)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(withdraw(await asUser(one.sam, db), one)).rejects.toMatchObject({ code: "CONFLICT" });
  });
  test("P6.4 nobody works for a deal that is lost", async ({ db }) => {
    const one = await asked(db);
    await db.deal.update({ where: { id: one.dealId }, data: { stage: "LOST" } });
    for (const run of [acceptInvolvement, agreeInvolvement]) await expect(run(await asUser(one.lee, db), one)).rejects.toMatchObject({ code: "CONFLICT", rule: "P6.4", message: expect.stringContaining("lost") });
    await decline(await asUser(one.lee, db), one);
  });
});

describe("recordHours", () => {
  const entry = (id: string, more: Record<string, unknown> = {}) => recordHoursInput.parse({ id, entryId: newId(), minutes: 45, workedOn: "2030-01-02", ...more });
  test("P5.5 adds time to the sum, with one event, and the same entry once", async ({ db }) => {
    const { id, dealId, lee } = await asked(db);
    const ctx = await asUser(lee, db);
    await acceptInvolvement(ctx, { id });
    const once = entry(id);
    await recordHours(ctx, once);
    await recordHours(ctx, once);
    expect(await db.involvement.findUnique({ where: { id } })).toMatchObject({ spentMinutes: 45 });
    expect(await events(db, dealId)).toEqual(["involvement.accepted", "involvement.hoursRecorded"]);
  });
  test("P6.4 at the cap it stops: what passes it is kept whole, and is the last", async ({ db }) => {
    const { id, lee } = await asked(db);
    const ctx = await asUser(lee, db);
    await acceptInvolvement(ctx, { id });
    await recordHours(ctx, entry(id));
    await recordHours(ctx, entry(id));
    await expect(recordHours(ctx, entry(id, { minutes: 5 }))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("1 hour, is used up") });
    expect(await db.involvement.findUnique({ where: { id } })).toMatchObject({ spentMinutes: 90 });
  });
  test("P5.5 only once accepted; not found out of scope; refused to whoever was not asked", async ({ db }) => {
    const { id, lee, sam, dev } = await asked(db);
    await expect(recordHours(await asUser(lee, db), entry(id))).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(recordHours(await asUser(dev, db), entry(id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(recordHours(await asUser(sam, db), entry(id))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P5.5" });
  });
  test("P5.5 hours are never negative or absurd, at the door, in the rule and in the database", async ({ db }) => {
    const { id, dealId, lee } = await asked(db);
    const ctx = await asUser(lee, db);
    await acceptInvolvement(ctx, { id });
    for (const minutes of [-60, "-1", "NaN", "Infinity", 1e21, "", "an hour", 7.5]) expect(recordHoursInput.safeParse({ id, entryId: newId(), minutes, workedOn: "2030-01-02" }).success && Number(minutes) > 0, String(minutes)).toBe(false);
    for (const more of [{ minutes: 0 }, { minutes: 4 }, { minutes: 721 }, { minutes: 99_999 }, { workedOn: "2030-01-03" }, { workedOn: "2029-12-01" }])
      await expect(recordHours(ctx, entry(id, more))).rejects.toMatchObject({ code: "INVALID", rule: "P5.5" });
    for (const minutes of [-60, 0, 4, 721]) {
      const add = db.$transaction((tx) => tx.dealHours.create({ data: { id: newId(), dealId, personId: lee, involvementId: id, minutes, workedOn: new Date("2030-01-02") } }));
      await expect(add, String(minutes)).rejects.toThrow(/hours_minutes/);
    }
    expect(await db.dealHours.count({ where: { dealId } })).toBe(0);
  });
});
