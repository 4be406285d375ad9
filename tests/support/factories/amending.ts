import { saveAnswers } from "@/lib/handovers/commands/answers";
import { acceptKey } from "@/lib/handovers/commands/decide";
import type { Json } from "@/lib/handovers/rules/answers";
import type { Db } from "@/lib/platform/db";
import { asUser, expect } from "../db";
import { aReview } from "./handovers";

export const REASON = "Agreed with the client in the kick-off";
/** A week after everything else. */
export const LATER = new Date("2030-01-09T10:00:00Z");

/** Pia types over an answer of the accepted brief. */
export async function typed(db: Db, { id, pia }: { id: string; pia: string }, field: string, value: Json, rowId: string | null = null): Promise<void> {
  const stands = await db.briefAnswer.findFirst({ where: { handoverId: id, field, ...(rowId && { rowId }) }, select: { revision: true } });
  const { answers } = await saveAnswers(await asUser(pia, db), { id, changes: [{ field, rowId, base: stands?.revision ?? 0, state: "VALUE", value: value as never }] });
  expect(answers).toMatchObject([{ outcome: "saved" }]);
}

/** With Pia's and Lee's keys, both turned. */
export async function anAcceptedReview(db: Db) {
  const review = await aReview(db);
  const { id, pia, lee, pmKey, leadKey } = review;
  await acceptKey(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, conditions: [] });
  const { revision } = await acceptKey(await asUser(lee, db), { id, keyId: leadKey, briefVersion: 1, conditions: [] });
  return { ...review, revision };
}
