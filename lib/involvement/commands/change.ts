import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { conflict } from "@/lib/deals/commands/change";
import { type Db, inTx } from "@/lib/platform/db";
import { AppError, enforce, type FieldErrors, type Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { INVOLVEMENT_MOVES, type InvolvementMove, involvementMoveRefusal } from "../lifecycle";
import { type InvolvementFacts, type InvolvementPower, involvementRefusal, involvementScope } from "../policy";

const LOADED = {
  deal: { select: { stage: true, contactOwnerId: true, ownerId: true, collaborators: { select: { userId: true } } } },
  person: { select: { name: true, zone: true } },
} as const satisfies Prisma.InvolvementInclude;

export type LoadedInvolvement = Prisma.InvolvementGetPayload<{ include: typeof LOADED }>;

/** The people who sell the deal of a request or trial task. */
export const sellersOf = (deal: { contactOwnerId: string; ownerId: string; collaborators: readonly { userId: string }[] }): string[] =>
  [deal.contactOwnerId, deal.ownerId, ...deal.collaborators.map(({ userId }) => userId)];

const factsOf = ({ personId, role, deal }: LoadedInvolvement): InvolvementFacts => ({ personId, role, sellerIds: sellersOf(deal) });

/**
 * One transaction around one request: its deal is locked first, so that everything about one deal happens in an order. Out of
 * scope is NOT_FOUND, then the power is asked for.
 */
export const changeInvolvement = <T>(ctx: Ctx, { id, power }: { id: string; power: InvolvementPower }, fn: (tx: Db, row: LoadedInvolvement) => Promise<T>): Promise<T> =>
  inTx(ctx, async (tx) => {
    const found = await tx.involvement.findFirst({ where: { AND: [{ id }, involvementScope(ctx.actor)] }, select: { dealId: true } });
    if (!found) throw new AppError("NOT_FOUND");
    await tx.$queryRaw`SELECT id FROM "Deal" WHERE id = ${found.dealId}::uuid FOR UPDATE`;
    const row = await tx.involvement.findUniqueOrThrow({ where: { id }, include: LOADED });
    enforce(involvementRefusal(ctx.actor, power, factsOf(row)));
    return fn(tx, row);
  });

/**
 * The only writer of a request's state: on the condition that it is still where the move begins. Whoever comes second is told
 * who did what (P1.9).
 */
export async function moveInvolvement(
  tx: Db, ctx: Ctx, { row, move, data }: { row: LoadedInvolvement; move: InvolvementMove; data: Prisma.InvolvementUncheckedUpdateManyInput },
): Promise<void> {
  const refused = involvementMoveRefusal(move, row.state);
  if (refused) throw await conflict(tx, row.dealId, refused.reason);
  const { from, to } = INVOLVEMENT_MOVES[move];
  const { count } = await tx.involvement.updateMany({
    where: { id: row.id, state: { in: [...from] } },
    data: { ...data, state: to, revision: { increment: 1 }, ...(to !== "ACCEPTED" && { endedAt: ctx.now }) },
  });
  if (count === 0) throw await conflict(tx, row.dealId);
}

/** The other side of a request, for the notice: who asked, or who was asked. */
export const otherSide = (ctx: Ctx, { personId, requestedById }: { personId: string; requestedById: string }): string =>
  personOf(ctx.actor) === personId ? requestedById : personId;

/** A problem of a rule, at its field. */
export function enforceAt(problem: (Refusal & { field: string }) | null): void {
  if (problem) throw new AppError(problem.code, { rule: problem.rule, reason: problem.reason, fields: at(problem) });
}
const at = ({ field, reason }: { field: string; reason: string }): FieldErrors => ({ [field]: [reason] });
