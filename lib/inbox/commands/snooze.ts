import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { change } from "@/lib/handovers/commands/change";
import { conflict } from "@/lib/handovers/commands/move";
import { calendarsOf } from "@/lib/handovers/queries/clocks";
import { db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { ItemResult } from "../format";
import { snoozeRefusal, snoozeUntil } from "../rules/snooze";
import type { snoozeKeysInput, wakeKeysInput } from "../schema";
import { eachKey, type KeyRef } from "./each";

export type Snoozed = { until: string; results: ItemResult[] };

/**
 * Takes keys out of one's inbox until a day on which one works. Their clocks keep running (B5), and a resubmission brings
 * them back at once. Repeated, the last day holds.
 */
export async function snoozeKeys(ctx: Ctx, { keys, until }: z.output<typeof snoozeKeysInput>): Promise<Snoozed> {
  const me = reader(ctx);
  const calendar = (await calendarsOf(db(ctx), [me])).get(me);
  if (!calendar) throw new AppError("FORBIDDEN");
  const end = snoozeUntil(until, { calendar, now: ctx.now });
  if ("refusal" in end) throw new AppError(end.refusal.code, end.refusal);
  await db(ctx).snooze.deleteMany({ where: { userId: me, until: { lte: ctx.now } } }); // those that are over
  return { until: end.at.toISOString(), results: await eachKey(ctx, keys, (key) => snooze(ctx, key, end.at)) };
}

/** Brings snoozed keys back into the list; what is not snoozed stays as it is. */
export const wakeKeys = async (ctx: Ctx, { keys }: z.output<typeof wakeKeysInput>): Promise<{ results: ItemResult[] }> => ({
  results: await eachKey(ctx, keys, async ({ id, keyId }) => {
    const userId = reader(ctx);
    const mine = await db(ctx).handoverKey.count({ where: { id: keyId, handoverId: id, holderId: userId } });
    if (mine === 0) throw new AppError("NOT_FOUND");
    await db(ctx).snooze.deleteMany({ where: { userId, keyId } });
  }),
});

const snooze = (ctx: Ctx, { id, keyId }: KeyRef, until: Date): Promise<unknown> =>
  change(ctx, id, async (tx, handover) => {
    const key = handover.keys.find((one) => one.id === keyId);
    if (!key) throw new AppError("NOT_FOUND");
    const refused = snoozeRefusal(personOf(ctx.actor), { holder: { id: key.holderId, name: key.holder.name }, state: key.state, status: handover.status });
    if (refused?.code === "CONFLICT") throw await conflict(tx, id, refused);
    enforce(refused);
    const data = { until, briefVersion: handover.briefVersion };
    await tx.snooze.upsert({ where: { userId_keyId: { userId: key.holderId, keyId } }, create: { userId: key.holderId, keyId, ...data }, update: data });
  });

function reader(ctx: Ctx): string {
  const person = personOf(ctx.actor);
  if (person === null) throw new AppError("FORBIDDEN");
  return person;
}
