import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { rateRefusal } from "../policy";
import type { giveRatingInput } from "../schema";
import { rating, stale } from "./facts";

/** P8.4: one rating per person and side, which can be changed for a while. The same again is no change, and no event. */
export const giveRating = (ctx: Ctx, { id, side, score, sentence, revision }: z.output<typeof giveRatingInput>): Promise<{ id: string; revision: number }> =>
  rating(ctx, id, async (tx, handover) => {
    const byId = personOf(ctx.actor);
    if (byId === null) throw new AppError("FORBIDDEN");
    const where = { handoverId: id, byId, side };
    const before = await tx.rating.findUnique({ where: { handoverId_byId_side: where } });
    enforce(rateRefusal(ctx.actor, handover, { side, givenAt: before?.createdAt ?? null, now: ctx.now, editDays: handover.editDays }));
    if (before && before.score === score && before.sentence === sentence) return { id, revision: before.revision };
    if ((before?.revision ?? 0) !== revision) throw stale();
    if (before) await tx.rating.update({ where: { id: before.id }, data: { score, sentence, updatedAt: ctx.now, revision: { increment: 1 } }, select: { id: true } });
    else await tx.rating.create({ data: { id: newId(), ...where, score, sentence, createdAt: ctx.now, updatedAt: ctx.now }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: id, type: "rating.given", payload: { side, score, sentence, from: before?.score ?? null } });
    return { id, revision: revision + 1 };
  });
