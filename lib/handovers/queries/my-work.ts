import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { HandoverStatus } from "@/lib/platform/generated/enums";
import { listMyConfirmations } from "./amendment";

/** One handover on somebody's own page. */
export type WorkRow = {
  id: string; number: number; status: HandoverStatus; deal: string; client: string;
  /** ISO: since when it is in this status. */
  since: string;
  rounds: number;
  /** Points of the open return. */
  points: number;
  /** Who decides now, while it is submitted; when the first of them is due, as ISO. */
  waitsFor: string[];
  dueAt: string | null;
  pm: string | null;
};

/** A won deal that nobody has handed over yet (P1.11). */
export type WaitingDeal = { id: string; number: number; name: string; client: string; wonAt: string | null };

/** The first of them, and whether there are more. */
export type WorkList = { rows: WorkRow[]; hasMore: boolean };
export type MyWork = {
  /** Of the seller: what waits for them, for delivery, and what they observe. */
  sales: { needsYou: WorkList; waiting: WorkList; accepted: WorkList; deals: WaitingDeal[] } | null;
  /** Of the reviewer: keys that wait, and projects they lead. */
  delivery: { open: number; nextDueAt: string | null; projects: WorkList } | null;
  /** Amendments that wait for this person's word (B4). */
  toConfirm: Awaited<ReturnType<typeof listMyConfirmations>>;
  isManager: boolean;
};

const SHOWN = 10;

/** What the first page says to this person, by the roles they hold (P1.3, P1.7, P3.1). */
export async function getMyWork(ctx: Ctx): Promise<MyWork> {
  const me = personOf(ctx.actor);
  const memberships = ctx.actor.type === "user" ? ctx.actor.memberships : [];
  const has = (...roles: string[]) => memberships.some(({ role }) => roles.includes(role));
  const isSeller = has("SALES");
  if (me === null) return { sales: null, delivery: null, toConfirm: [], isManager: false };
  const mine: Prisma.HandoverWhereInput = { OR: [{ contactOwnerId: me }, { dealOwnerId: me }, { deal: { collaborators: { some: { userId: me } } } }] };
  const list = (where: Prisma.HandoverWhereInput, status: HandoverStatus[]) => rowsOf(ctx, { AND: [where, { status: { in: status } }] });
  return {
    sales: isSeller
      ? {
          needsYou: await list(mine, ["DRAFT", "RETURNED"]),
          waiting: await list(mine, ["SUBMITTED"]),
          accepted: await list(mine, ["ACCEPTED", "IN_DELIVERY"]),
          deals: await dealsOf(ctx, me),
        }
      : null,
    delivery: has("PM", "TEAM_LEAD")
      ? { ...(await openKeys(ctx, me)), projects: await list({ keys: { some: { holderId: me } } }, ["ACCEPTED", "IN_DELIVERY"]) }
      : null,
    toConfirm: await listMyConfirmations(ctx, me),
    isManager: has("MANAGER"),
  };
}

async function rowsOf(ctx: Ctx, where: Prisma.HandoverWhereInput): Promise<WorkList> {
  const rows = await db(ctx).handover.findMany({
    relationLoadStrategy: "join",
    // what was returned comes before drafts, and the longest wait first
    where, orderBy: [{ status: "desc" }, { statusSince: "asc" }, { id: "asc" }], take: SHOWN + 1,
    select: {
      id: true, number: true, status: true, statusSince: true, rounds: true,
      deal: { select: { name: true, client: { select: { name: true } } } }, pm: { select: { name: true } },
      keys: { where: { state: "OPEN" }, select: { dueAt: true, holder: { select: { name: true } } }, orderBy: { dueAt: "asc" } },
      returnPoints: { where: { resolvedAt: null, undoneAt: null }, select: { id: true } },
    },
  });
  return {
    hasMore: rows.length > SHOWN,
    rows: rows.slice(0, SHOWN).map(({ id, number, status, statusSince, rounds, deal, pm, keys, returnPoints }) => ({
      id, number, status, rounds, deal: deal.name, client: deal.client.name, since: statusSince.toISOString(), pm: pm?.name ?? null,
      points: returnPoints.length,
      waitsFor: status === "SUBMITTED" ? [...new Set(keys.map(({ holder }) => holder.name))] : [],
      dueAt: status === "SUBMITTED" ? (keys[0]?.dueAt?.toISOString() ?? null) : null,
    })),
  };
}

async function dealsOf(ctx: Ctx, me: string): Promise<WaitingDeal[]> {
  const deals = await db(ctx).deal.findMany({
    where: { contactOwnerId: me, stage: "WON", handovers: { none: { status: { not: "WITHDRAWN" } } } },
    orderBy: [{ wonAt: "asc" }, { id: "asc" }], take: SHOWN,
    select: { id: true, number: true, name: true, wonAt: true, client: { select: { name: true } } },
  });
  return deals.map(({ client, wonAt, ...deal }) => ({ ...deal, client: client.name, wonAt: wonAt?.toISOString() ?? null }));
}

async function openKeys(ctx: Ctx, me: string) {
  const { _count, _min } = await db(ctx).handoverKey.aggregate({
    where: { holderId: me, state: "OPEN", handover: { status: "SUBMITTED" } }, _count: true, _min: { dueAt: true },
  });
  return { open: _count, nextDueAt: _min.dueAt?.toISOString() ?? null };
}
