import { describe } from "vitest";
import { INVOLVEMENT_MOVES } from "@/lib/involvement/lifecycle";
import { acceptInvolvement } from "@/lib/involvement/commands/decide";
import type { Db } from "@/lib/platform/db";
import { InvolvementState, TrialState } from "@/lib/platform/generated/enums";
import { newId } from "@/lib/platform/ids";
import { TRIAL_MOVES } from "@/lib/trials/lifecycle";
import { asUser, expect, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { asked, aTrial } from "../../support/factories/involvement";

/** Whether the database lets something through, whatever the application would say. Leaves nothing. */
const lets = async (db: Db, act: (tx: Db) => Promise<unknown>): Promise<boolean> => {
  let done = false;
  await db.$transaction(async (tx) => { await act(tx); done = true; throw new Error("back"); }).catch(() => undefined);
  return done;
};
const pairs = (moves: Record<string, { from: readonly string[]; to: string }>) => new Set(Object.values(moves).flatMap(({ from, to }) => from.map((one) => `${one} ${to}`)));

describe("the database", () => {
  test("P6.4 P5.4 keeps the moves of a request: those of the table, and no other", { timeout: 60_000 }, async ({ db }) => {
    const { id } = await asked(db);
    const walk: Record<InvolvementState, InvolvementState[]> = { REQUESTED: [], ACCEPTED: ["ACCEPTED"], ANSWERED: ["ANSWERED"], DECLINED: ["DECLINED"], WITHDRAWN: ["WITHDRAWN"] };
    const to = (state: InvolvementState) => ({ state, declineReason: state === "DECLINED" ? "NO_TIME" as const : null, ...(state === "ANSWERED" && { answer: "Yes" }) });
    const possible = new Set<string>();
    for (const from of Object.values(InvolvementState)) for (const target of Object.values(InvolvementState)) {
      if (from === target) continue;
      const ok = await lets(db, async (tx) => {
        for (const step of walk[from]) await tx.involvement.update({ where: { id }, data: to(step) });
        await tx.involvement.update({ where: { id }, data: to(target) });
      });
      if (ok) possible.add(`${from} ${target}`);
    }
    expect(possible).toEqual(pairs(INVOLVEMENT_MOVES));
  });
  test("P6.5 keeps the moves of a trial task: those of the table, and no other", { timeout: 60_000 }, async ({ db }) => {
    const agency = await anAgency(db);
    const { id } = await aTrial(db, agency);
    const way: Record<TrialState, TrialState[]> = {
      REQUESTED: [], APPROVED: ["APPROVED"], RUNNING: ["APPROVED", "RUNNING"], DELIVERED: ["APPROVED", "RUNNING", "DELIVERED"],
      EVALUATED: ["APPROVED", "RUNNING", "DELIVERED", "EVALUATED"], DECLINED: ["DECLINED"], CANCELLED: ["CANCELLED"],
    };
    const to = (state: TrialState) => ({
      state, declineReason: state === "DECLINED" ? "NO_TIME" as const : null, declinedById: state === "DECLINED" ? agency.lee : null, outcome: state === "EVALUATED" ? "MET" as const : null,
      ...((state === "DELIVERED" || state === "EVALUATED") && { result: "It works" }),
    });
    const possible = new Set<string>();
    for (const from of Object.values(TrialState)) for (const target of Object.values(TrialState)) {
      if (from === target) continue;
      const ok = await lets(db, async (tx) => {
        for (const step of way[from]) await tx.trialTask.update({ where: { id }, data: to(step) });
        await tx.trialTask.update({ where: { id }, data: to(target) });
      });
      if (ok) possible.add(`${from} ${target}`);
    }
    expect(possible).toEqual(pairs(TRIAL_MOVES));
  });
  test("P6.4 P5.5 what was asked cannot be changed, the sum of time is its own, and what was recorded stays", async ({ db }) => {
    const { id, dealId, lee } = await asked(db);
    await acceptInvolvement(await asUser(lee, db), { id });
    const hours = { id: newId(), dealId, personId: lee, involvementId: id, minutes: 30, workedOn: new Date("2030-01-02") };
    await db.dealHours.create({ data: hours });
    for (const data of [{ asked: "Something else" }, { spentMinutes: 0 }, { capMinutes: 600 }, { personId: lee }, { why: "" }])
      expect(await lets(db, (tx) => tx.involvement.update({ where: { id }, data })), JSON.stringify(data)).toBe(false);
    expect(await lets(db, (tx) => tx.dealHours.update({ where: { id: hours.id }, data: { minutes: 10 } }))).toBe(false);
    expect(await lets(db, (tx) => tx.dealHours.delete({ where: { id: hours.id } }))).toBe(false);
    expect(await lets(db, (tx) => tx.involvement.delete({ where: { id } }))).toBe(false);
  });
  test("P5.5 takes time only from who was asked, while it is theirs, and below the cap", async ({ db }) => {
    const { id, dealId, lee, dev } = await asked(db);
    const add = (more: object) => lets(db, (tx) => tx.dealHours.create({ data: { id: newId(), dealId, personId: lee, involvementId: id, minutes: 30, workedOn: new Date("2030-01-02"), ...more } }));
    expect(await add({})).toBe(false);
    await acceptInvolvement(await asUser(lee, db), { id });
    expect([await add({}), await add({ personId: dev }), await add({ involvementId: null })]).toEqual([true, false, false]);
    await db.dealHours.create({ data: { id: newId(), dealId, personId: lee, involvementId: id, minutes: 60, workedOn: new Date("2030-01-02") } });
    expect(await add({})).toBe(false);
  });
  test("P6.5 a trial task that is stopped takes no time and is not delivered", async ({ db }) => {
    const agency = await anAgency(db);
    const { id, dealId } = await aTrial(db, agency, { until: "running", more: { hours: "1" } });
    const hours = (minutes: number) => ({ data: { id: newId(), dealId, personId: agency.dev, trialTaskId: id, minutes, workedOn: new Date("2030-01-02") } });
    await db.dealHours.create(hours(60));
    expect((await db.trialTask.findUniqueOrThrow({ where: { id } })).stoppedAt).toBeNull();
    await db.dealHours.create(hours(5));
    expect((await db.trialTask.findUniqueOrThrow({ where: { id } })).stoppedAt).not.toBeNull();
    expect(await lets(db, (tx) => tx.dealHours.create(hours(5)))).toBe(false);
    expect(await lets(db, (tx) => tx.trialTask.update({ where: { id }, data: { state: "DELIVERED", result: "It works" } }))).toBe(false);
  });
});
