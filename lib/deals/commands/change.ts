import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { holdActive } from "@/lib/people/commands/load";
import { type Db, inTx } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { latestEvent } from "@/lib/events/latest";
import { type DealFacts, type DealPower, dealRefusal, dealScope } from "../policy";

const person = { select: { id: true, name: true, memberships: { where: { team: { kind: "SALES" } }, select: { teamId: true } } } } as const;

/** A deal with all that its powers ask about. */
export const LOADED = {
  client: { select: { id: true, name: true } },
  contactOwner: person,
  owner: person,
  collaborators: { select: { userId: true } },
  teams: { select: { teamId: true, team: { select: { name: true } } } },
  handovers: { select: { id: true, number: true, status: true, createdById: true, writerId: true } },
} as const satisfies Prisma.DealInclude;

export type LoadedDeal = Prisma.DealGetPayload<{ include: typeof LOADED }>;

type FactRow = {
  contactOwnerId: string;
  ownerId: string;
  createdById: string | null;
  contactOwner: { memberships: readonly { teamId: string }[] };
  owner: { memberships: readonly { teamId: string }[] };
  collaborators: readonly { userId: string }[];
  handovers: readonly { status: DealFacts["handovers"][number]["status"]; createdById: string | null; writerId: string | null }[];
};

/** What the policy asks about, of a deal that was read with `LOADED`. */
export const dealFacts = (deal: FactRow): DealFacts => ({
  contactOwnerId: deal.contactOwnerId,
  ownerId: deal.ownerId,
  createdById: deal.createdById,
  collaboratorIds: deal.collaborators.map(({ userId }) => userId),
  sellerTeamIds: [...deal.contactOwner.memberships, ...deal.owner.memberships].map(({ teamId }) => teamId),
  handovers: deal.handovers.map(({ status, createdById, writerId }) => ({
    status, writerIds: [createdById, writerId].filter((id) => id !== null),
  })),
});

export const isLive = ({ status }: { status: DealFacts["handovers"][number]["status"] }): boolean => status !== "WITHDRAWN" && status !== "CLOSED";

/**
 * One transaction around one deal. Its live handover is locked first, then the deal: whoever works on a handover holds
 * it already when they come to its deal, so that the two never wait for each other. Out of scope is NOT_FOUND, then the
 * power is asked for.
 */
export function changeDeal<T>(ctx: Ctx, { id, power }: { id: string; /** Left out where the command asks for itself. */ power?: DealPower }, fn: (tx: Db, deal: LoadedDeal) => Promise<T>): Promise<T> {
  return inTx(ctx, async (tx) => {
    const deal = await lockDeal(tx, ctx, id);
    if (power) enforce(dealRefusal(ctx.actor, power, dealFacts(deal)));
    return fn(tx, deal);
  });
}

/** Its live handover is held, then the deal itself; for changeDeal, and for what the portal does by itself. */
export async function lockDeal(tx: Db, ctx: Ctx, id: string): Promise<LoadedDeal> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Handover" WHERE "dealId" = ${id}::uuid AND status NOT IN ('WITHDRAWN', 'CLOSED') ORDER BY id FOR UPDATE`;
  await tx.$queryRaw`SELECT id FROM "Deal" WHERE id = ${id}::uuid FOR UPDATE`;
  const deal = await tx.deal.findFirst({ relationLoadStrategy: "join", where: { AND: [{ id }, dealScope(ctx.actor)] }, include: LOADED });
  if (!deal) throw new AppError("NOT_FOUND");
  if (deal.handovers.some((handover) => isLive(handover) && !held.some((lock) => lock.id === handover.id))) throw await conflict(tx, id);
  return deal;
}

/** Write if nobody changed it first; the counter grows. */
export async function writeDeal(tx: Db, { id, revision }: { id: string; revision: number }, data: Prisma.DealUncheckedUpdateManyInput) {
  const { count } = await tx.deal.updateMany({ where: { id, revision }, data: { ...data, revision: { increment: 1 } } });
  if (count === 0) throw await conflict(tx, id);
  return { id, revision: revision + 1 };
}

/** Whoever comes second is told who did what, and when (P1.9). */
export async function conflict(tx: Db, id: string, reason = "This has changed since you read it."): Promise<AppError> {
  const latest = await latestEvent(tx, id);
  return new AppError("CONFLICT", { rule: "P1.9", reason: latest ? `${reason} ${latest.story}` : reason });
}

/** Somebody who sells and still works here; INVALID at the field otherwise. */
export async function requireSeller(tx: Db, userId: string, field: string) {
  await holdActive(tx, userId);
  const user = await tx.user.findFirst({
    where: { id: userId, active: true, memberships: { some: { role: "SALES", team: { active: true } } } },
    select: { id: true, name: true },
  });
  if (!user) throw new AppError("INVALID", { rule: "P1.2", reason: "Choose somebody who works in sales.", fields: { [field]: ["Choose somebody who works in sales."] } });
  return user;
}

/** The names of active delivery teams; INVALID if one of them is none. */
export async function requireDeliveryTeams(tx: Db, teamIds: readonly string[]): Promise<string[]> {
  const teams = await tx.team.findMany({
    where: { id: { in: [...teamIds] }, kind: "DELIVERY", active: true }, orderBy: { name: "asc" }, select: { name: true },
  });
  if (teams.length !== teamIds.length) throw new AppError("INVALID", { reason: "Choose delivery teams.", fields: { teamIds: ["Choose delivery teams."] } });
  return teams.map(({ name }) => name);
}
