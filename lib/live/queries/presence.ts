import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { scope } from "@/lib/handovers/policy";
import { db } from "@/lib/platform/db";
import type { presenceInput } from "../schema";

/** Who renewed their presence no longer ago than this is here. */
export const HERE_SECONDS = 60;

/** Which other people have these handovers' briefs open now, by name. What is out of scope has nobody. */
export async function listPresence(ctx: Ctx, { ids }: z.output<typeof presenceInput>): Promise<Record<string, string[]>> {
  const me = personOf(ctx.actor);
  const since = new Date(ctx.now.getTime() - HERE_SECONDS * 1_000);
  const here = await db(ctx).presence.findMany({
    where: { handoverId: { in: ids }, seenAt: { gt: since }, ...(me !== null && { userId: { not: me } }) }, orderBy: { seenAt: "asc" },
  });
  if (here.length === 0) return {};
  const [mine, people] = await Promise.all([
    db(ctx).handover.findMany({ where: { AND: [scope(ctx.actor), { id: { in: here.map(({ handoverId }) => handoverId) } }] }, select: { id: true } }),
    db(ctx).user.findMany({ where: { id: { in: here.map(({ userId }) => userId) }, active: true }, select: { id: true, name: true } }),
  ]);
  const found: Record<string, string[]> = {};
  for (const { handoverId, userId } of here) {
    const person = people.find(({ id }) => id === userId);
    if (person && mine.some(({ id }) => id === handoverId)) (found[handoverId] ??= []).push(person.name);
  }
  return found;
}
