import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { conflict } from "@/lib/deals/commands/change";
import { sellersOf } from "@/lib/involvement/commands/change";
import { type Db, inTx } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { TRIAL_MOVES, type TrialMove, trialMoveRefusal } from "../lifecycle";
import { type TrialFacts, type TrialPower, trialRefusal, trialScope } from "../policy";

const LOADED = {
  deal: { select: { stage: true, contactOwnerId: true, ownerId: true, collaborators: { select: { userId: true } } } },
  developer: { select: { name: true, zone: true } },
  lead: { select: { name: true } },
} as const satisfies Prisma.TrialTaskInclude;

export type LoadedTrial = Prisma.TrialTaskGetPayload<{ include: typeof LOADED }>;

const factsOf = ({ developerId, leadId, requestedById, deal }: LoadedTrial): TrialFacts => ({ developerId, leadId, requestedById, sellerIds: sellersOf(deal) });

/** One transaction around one trial task, behind the lock of its deal. Out of scope is NOT_FOUND, then the power is asked for. */
export const changeTrial = <T>(ctx: Ctx, { id, power }: { id: string; power: TrialPower }, fn: (tx: Db, row: LoadedTrial) => Promise<T>): Promise<T> =>
  inTx(ctx, async (tx) => {
    const found = await tx.trialTask.findFirst({ where: { AND: [{ id }, trialScope(ctx.actor)] }, select: { dealId: true } });
    if (!found) throw new AppError("NOT_FOUND");
    await tx.$queryRaw`SELECT id FROM "Deal" WHERE id = ${found.dealId}::uuid FOR UPDATE`;
    const row = await tx.trialTask.findUniqueOrThrow({ where: { id }, include: LOADED });
    enforce(trialRefusal(ctx.actor, power, factsOf(row)));
    return fn(tx, row);
  });

/** The only writer of a trial task's state, on the condition that it is still where the move begins (P1.9). */
export async function moveTrial(
  tx: Db, ctx: Ctx, { row, move, data }: { row: LoadedTrial; move: TrialMove; data: Prisma.TrialTaskUncheckedUpdateManyInput },
): Promise<void> {
  const refused = trialMoveRefusal(move, row);
  if (refused) throw await conflict(tx, row.dealId, refused.reason);
  const { from, to } = TRIAL_MOVES[move];
  const isOver = to === "EVALUATED" || to === "DECLINED" || to === "CANCELLED";
  const { count } = await tx.trialTask.updateMany({
    where: { id: row.id, state: { in: [...from] } }, data: { ...data, state: to, revision: { increment: 1 }, ...(isOver && { endedAt: ctx.now }) },
  });
  if (count === 0) throw await conflict(tx, row.dealId);
}

/** Who else works on it, for the notice: everybody but who acts is told by the announcement itself. */
export const workersOf = ({ developerId, leadId }: { developerId: string; leadId: string }): string[] => [developerId, leadId];
