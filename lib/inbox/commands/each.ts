import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { keyName } from "@/lib/handovers/format";
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
  const known = await db(ctx).handoverKey.findMany({
    where: { id: { in: keys.map(({ keyId }) => keyId) }, handover: scope(ctx.actor) },
    select: { id: true, role: true, teamId: true, handover: { select: { id: true, number: true, teams: { select: { teamId: true, team: { select: { name: true } } } } } } },
  });
  const results: ItemResult[] = [];
  for (const key of keys) {
    const found = known.find(({ id, handover }) => id === key.keyId && handover.id === key.id);
    const team = found?.handover.teams.find(({ teamId }) => teamId === found.teamId)?.team.name ?? null;
    const said = { number: found?.handover.number ?? null, key: found ? keyName(found.role, team) : "" };
    results.push({ keyId: key.keyId, ...said, problem: await problemOf(() => act(key)) });
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
