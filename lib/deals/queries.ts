import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { scope as handoverScope } from "@/lib/handovers/policy";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { isId } from "@/lib/platform/ids";
import { PAGE_SIZE, pageOf, readCursor } from "@/lib/platform/pagination";
import { dealFacts, LOADED } from "./commands/change";
import { dealScope, moneyScope, withoutMoney } from "./policy";
import { dealWhere } from "./queries/search";
import type { listDealsParams } from "./schema";

const ROW = {
  id: true, number: true, name: true, stage: true, valueMinor: true, currency: true, updatedAt: true, wonAt: true,
  nextStep: true, nextStepOn: true, createdAt: true, signedOn: true, signedEvidence: true, atRiskUntil: true, atRiskApprovedAt: true,
  client: { select: { id: true, name: true } },
  contactOwner: { select: { id: true, name: true } },
} as const satisfies Prisma.DealSelect;

/** The deals of this reader, newest first, a page at a time; every filter is optional. */
export async function listDeals(ctx: Ctx, { search, stage, owner, team, after }: z.output<typeof listDealsParams>) {
  const cursor = readCursor(after);
  const wanted = search.trim();
  const rows = await db(ctx).deal.findMany({
    relationLoadStrategy: "join",
    where: { AND: [
      dealScope(ctx.actor),
      stage ? { stage } : {},
      owner ? { OR: [{ contactOwnerId: owner }, { ownerId: owner }] } : {},
      team ? { teams: { some: { teamId: team } } } : {},
      wanted === "" ? {} : dealWhere(wanted),
      cursor ? { number: { lt: Number(cursor.key) || 0 } } : {},
    ] },
    orderBy: { number: "desc" },
    take: PAGE_SIZE + 1,
    select: { ...ROW, handovers: handoverOf(ctx) },
  });
  const page = pageOf(rows, ({ id, number }) => ({ key: String(number), id }));
  const [withMoney, since] = await Promise.all([readsMoneyOf(ctx, page.rows), stageSince(ctx, page.rows)]);
  return { ...page, rows: page.rows.map(({ handovers: [handover], ...deal }) => ({ ...withoutMoney(deal, withMoney), since: since.get(deal.id) ?? deal.createdAt, handover: handover ?? null })) };
}

/** Of which of these deals this reader reads value and contract. */
export async function readsMoneyOf(ctx: Ctx, deals: readonly { id: string }[]): Promise<ReadonlySet<string>> {
  const isSales = ctx.actor.type === "user" && ctx.actor.memberships.every(({ kind }) => kind === "SALES");
  if (isSales || deals.length === 0) return new Set(deals.map(({ id }) => id));
  const rows = await db(ctx).deal.findMany({ where: { AND: [{ id: { in: deals.map(({ id }) => id) } }, moneyScope(ctx.actor)] }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

const handoverOf = (ctx: Ctx) => ({
  where: { AND: [handoverScope(ctx.actor), { status: { not: "WITHDRAWN" } }] } satisfies Prisma.HandoverWhereInput,
  orderBy: { number: "desc" }, take: 1, select: { id: true, number: true, status: true, statusSince: true },
} as const);

/** Since when each of these deals is in its stage. */
export async function stageSince(ctx: Ctx, deals: readonly { id: string }[]): Promise<Map<string, Date>> {
  if (deals.length === 0) return new Map();
  const rows = await db(ctx).interval.findMany({ where: { kind: "STAGE", to: null, stream: { in: deals.map(({ id }) => id) } }, select: { stream: true, from: true } });
  return new Map(rows.map(({ stream, from }) => [stream, from]));
}

export type DealRow = Awaited<ReturnType<typeof listDeals>>["rows"][number];

/** One deal with its people, teams and the handovers that the reader may see, and what the policy asks about. NOT_FOUND out of scope. */
export async function getDeal(ctx: Ctx, { id }: { id: string }) {
  const found = isId(id) && await db(ctx).deal.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id }, dealScope(ctx.actor)] },
    include: {
      ...LOADED,
      collaborators: { select: { userId: true, addedAt: true, user: { select: { id: true, name: true, active: true } } }, orderBy: { addedAt: "asc" } },
    },
  });
  if (!found) throw new AppError("NOT_FOUND");
  const visible = await db(ctx).handover.findMany({
    where: { AND: [{ dealId: id }, handoverScope(ctx.actor)] },
    orderBy: { number: "desc" },
    select: { id: true, number: true, status: true, statusSince: true, pm: { select: { id: true, name: true } } },
  });
  const approver = found.atRiskApprovedById === null ? null
    : await db(ctx).user.findUnique({ where: { id: found.atRiskApprovedById }, select: { id: true, name: true } });
  const { id: dealId, number, name, stage, currency, source, expectedClose, contractType, revision, createdAt, nextStep, nextStepOn, parkedFrom } = found;
  const withMoney = await readsMoneyOf(ctx, [found]);
  const { valueMinor, signedEvidence } = withoutMoney(found, withMoney);
  const { wonAt, signedOn, atRiskUntil, atRiskReason, atRiskApprovedAt, lostReason, client } = found;
  return {
    id: dealId, number, name, stage, currency, source, expectedClose, contractType, revision, createdAt, client, nextStep, nextStepOn, parkedFrom,
    wonAt, signedOn, signedEvidence, atRiskUntil, atRiskReason, atRiskApprovedAt, lostReason,
    valueMinor,
    atRiskApprovedBy: approver,
    contactOwner: { id: found.contactOwner.id, name: found.contactOwner.name },
    owner: { id: found.owner.id, name: found.owner.name },
    colleagues: found.collaborators.map(({ user }) => user),
    teams: found.teams.map(({ teamId, team }) => ({ id: teamId, name: team.name })),
    handovers: visible,
    /** A live handover exists, even one that the reader may not open. */
    hasLiveHandover: found.handovers.some(({ status }) => status !== "WITHDRAWN" && status !== "CLOSED"),
    /** Whether the reader is one of those who begin its handover (P1.2). */
    mayStart: mayBegin(ctx, found),
    facts: dealFacts(found),
  };
}

const mayBegin = ({ actor }: Ctx, deal: { contactOwnerId: string; ownerId: string; collaborators: readonly { userId: string }[] }): boolean =>
  actor.type === "user" && (actor.id === deal.contactOwnerId || actor.id === deal.ownerId || deal.collaborators.some(({ userId }) => userId === actor.id));

export type DealDetail = Awaited<ReturnType<typeof getDeal>>;

/** The open and won deals of which this person may begin a handover: theirs, without a live one (P1.2). */
export async function listStartableDeals(ctx: Ctx) {
  if (ctx.actor.type !== "user") return [];
  const person = ctx.actor.id;
  const rows = await db(ctx).deal.findMany({
    where: {
      stage: { in: ["PROSPECT", "QUALIFIED", "PROPOSAL", "WON"] },
      OR: [{ contactOwnerId: person }, { ownerId: person }, { collaborators: { some: { userId: person } } }],
      handovers: { none: { status: { notIn: ["WITHDRAWN", "CLOSED"] } } },
    },
    orderBy: [{ wonAt: { sort: "desc", nulls: "last" } }, { number: "desc" }],
    take: 100,
    select: ROW,
  });
  return rows.map(({ valueMinor, ...deal }) => ({ ...deal, valueMinor: Number(valueMinor) }));
}

export type StartableDeal = Awaited<ReturnType<typeof listStartableDeals>>[number];

/** How many deals wait in each stage, for the filter. */
export async function countDealsByStage(ctx: Ctx): Promise<Partial<Record<DealRow["stage"], number>>> {
  const groups = await db(ctx).deal.groupBy({ by: ["stage"], where: dealScope(ctx.actor), _count: true });
  return Object.fromEntries(groups.map(({ stage, _count }) => [stage, _count]));
}

/** Who can be contact owner, owner or invited: active people in sales, by name. */
export const listSellers = (ctx: Ctx) =>
  db(ctx).user.findMany({
    where: { active: true, memberships: { some: { role: "SALES", team: { active: true } } } },
    orderBy: [{ name: "asc" }, { id: "asc" }], take: 500, select: { id: true, name: true },
  });

/** The delivery teams that a deal can need. */
export const listDeliveryTeams = (ctx: Ctx) =>
  db(ctx).team.findMany({ where: { kind: "DELIVERY", active: true }, orderBy: { name: "asc" }, select: { id: true, name: true } });


/** What the form of a new deal starts with: the organisation's currency. */
export async function getNewDealValues(ctx: Ctx) {
  const organisation = await db(ctx).organisation.findFirst({ select: { currency: true } });
  return { name: "", amount: "", currency: organisation?.currency ?? "EUR", source: "", expectedClose: "", contractType: null, teamIds: [] };
}
