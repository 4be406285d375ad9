import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { scope } from "@/lib/handovers/policy";
import { type Db, inTx } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { policiesInForce } from "@/lib/policies/queries";
import type { RatingFacts } from "../policy";

export type Rated = RatingFacts & { id: string; briefVersion: number; editDays: number; checkAfterDays: number };

/** One transaction around one handover, locked, in the actor's scope; else NOT_FOUND. */
export const rating = <T>(ctx: Ctx, id: string, fn: (tx: Db, handover: Rated) => Promise<T>): Promise<T> =>
  inTx(ctx, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Handover" WHERE id = ${id}::uuid FOR UPDATE`;
    const found = await tx.handover.findFirst({
      where: { AND: [{ id }, scope(ctx.actor)] },
      select: { id: true, briefVersion: true, status: true, contactOwnerId: true, dealOwnerId: true, pmId: true, keys: { select: { holderId: true } } },
    });
    if (!found) throw new AppError("NOT_FOUND");
    const { keys, ...handover } = found;
    const { ratings } = (await policiesInForce(tx)).clocks.content;
    return fn(tx, { ...handover, ...ratings, holderIds: keys.map(({ holderId }) => holderId) });
  });

export const stale = () => new AppError("CONFLICT", { rule: "P1.9", reason: "This was answered in another tab or by somebody else meanwhile. Reload the page to see it." });
