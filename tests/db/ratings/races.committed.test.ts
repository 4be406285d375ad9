import { vi } from "vitest";
import { answerBriefCheck, askBriefChecks } from "@/lib/ratings/commands/check";
import { giveRating } from "@/lib/ratings/commands/rate";
import { asActor, asOwner, asUser, eventTypes, expect, NOW, prisma, test } from "@/tests/support/db";
import { anAccepted } from "@/tests/support/factories/handovers";

const later = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);
const job = (days: number) => asActor({ type: "system", job: "askBriefChecks" }, undefined, later(days));
const count = async (id: string, type: string) => (await eventTypes(prisma, id)).filter((one) => one === type).length;

/** Begins several things while the handover is held, and lets go once all of them wait for it, or some came through without. */
const atOnce = <T>(id: string, begin: () => Promise<T>[]): Promise<T[]> =>
  asOwner(async (holder) => {
    await holder.query("BEGIN");
    await holder.query(`SELECT 1 FROM "Handover" WHERE id = $1 FOR UPDATE`, [id]);
    let over = 0;
    const begun = begin().map((one) => one.finally(() => over++));
    const all = Promise.all(begun);
    all.catch(() => undefined);
    await vi.waitFor(async () => {
      const { rows } = await asOwner((client) => client.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`));
      expect(rows.length + over).toBe(begun.length);
    }, 5_000);
    await holder.query("COMMIT");
    return all;
  });

test("P8.4 two runs at once ask the PM once", async () => {
  const { id } = await anAccepted();
  expect((await atOnce(id, () => [askBriefChecks(job(14)), askBriefChecks(job(14))])).sort()).toEqual([0, 1]);
  expect(await count(id, "briefCheck.asked")).toBe(1);
});

test("P1.9 the same rating and the same answer, sent twice at once, have one effect", async () => {
  const { id, pia } = await anAccepted();
  const ctx = await asUser(pia, undefined, later(15));
  const rate = () => giveRating(ctx, { id, side: "BRIEF", score: 4, sentence: "", revision: 0 });
  expect(await atOnce(id, () => [rate(), rate()])).toEqual([{ id, revision: 1 }, { id, revision: 1 }]);
  await askBriefChecks(job(14));
  const answer = () => answerBriefCheck(ctx, { id, verdict: "RIGHT", fields: [], sentence: "", turnedOut: null, revision: 1 });
  expect(await atOnce(id, () => [answer(), answer()])).toEqual([{ id, revision: 2 }, { id, revision: 2 }]);
  expect([await count(id, "rating.given"), await count(id, "briefCheck.answered")]).toEqual([1, 1]);
});
