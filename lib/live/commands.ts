import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { scope } from "@/lib/handovers/policy";
import { inTx } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { HERE_SECONDS } from "./queries/presence";
import type { hereInput } from "./schema";

/**
 * This person has a handover's brief open, or leaves it. Told to those who may see it when it changes, not at each
 * renewal. No event: it is no change of anything. Out of scope is NOT_FOUND.
 */
export const noteHere = (ctx: Ctx, { id, isLeaving }: z.output<typeof hereInput>): Promise<{ id: string }> =>
  inTx(ctx, async (tx) => {
    const userId = personOf(ctx.actor);
    const handover = await tx.handover.findFirst({ where: { AND: [{ id }, scope(ctx.actor)] }, select: { id: true } });
    if (!handover || !userId) throw new AppError("NOT_FOUND");
    const where = { handoverId_userId: { handoverId: id, userId } };
    const before = await tx.presence.findUnique({ where });
    const wasHere = before !== null && ctx.now.getTime() - before.seenAt.getTime() < HERE_SECONDS * 1_000;
    if (isLeaving) await tx.presence.deleteMany({ where: { handoverId: id, userId } });
    else await tx.presence.upsert({ where, create: { handoverId: id, userId, seenAt: ctx.now }, update: { seenAt: ctx.now } });
    if (wasHere === isLeaving) await tx.$executeRaw`SELECT pg_notify('live', ${`p ${id}`})`;
    return { id };
  });
