import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { scope } from "@/lib/handovers/policy";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { ItemResult } from "../format";

export type KeyRef = { id: string; keyId: string };

/**
 * One thing done to several keys, each in a transaction of its own: what is refused for one is told of that one, and stops none
 * of the others. What is not a refusal, such as a lost database, stops all that follow.
 */
export async function eachKey(ctx: Ctx, keys: readonly KeyRef[], act: (key: KeyRef) => Promise<unknown>): Promise<ItemResult[]> {
  const known = await db(ctx).handover.findMany({
    where: { AND: [{ id: { in: keys.map(({ id }) => id) } }, scope(ctx.actor)] }, select: { id: true, number: true },
  });
  const results: ItemResult[] = [];
  for (const key of keys) {
    const number = known.find(({ id }) => id === key.id)?.number ?? null;
    results.push({ keyId: key.keyId, number, problem: await problemOf(() => act(key)) });
  }
  return results;
}

async function problemOf(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
