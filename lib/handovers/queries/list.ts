import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Complexity, HandoverStatus } from "@/lib/platform/generated/enums";
import { isId } from "@/lib/platform/ids";
import { type Page, pageOf, readCursor } from "@/lib/platform/pagination";
import { scope } from "../policy";

export type HandoverRow = {
  id: string; number: number; status: HandoverStatus; deal: string; client: string; contactOwner: string; pm: string | null;
  teams: string[]; complexity: Complexity | null; rounds: number;
  /** ISO: since when it is in this status. */
  since: string;
};

/** What the address asks for; anything that is no status, team or person of ours asks for nothing. */
export type ListParams = { status?: string; team?: string; owner?: string; pm?: string; after?: string };

const PAGE = 25;
const STATUSES: readonly HandoverStatus[] = ["DRAFT", "SUBMITTED", "RETURNED", "ACCEPTED", "IN_DELIVERY", "CLOSED", "WITHDRAWN"];
/** As the address has it: `in-delivery`; null for anything else. */
export const statusOf = (text = ""): HandoverStatus | null => STATUSES.find((one) => one === text.toUpperCase().replaceAll("-", "_")) ?? null;

/** The handovers in this reader's scope, the newest first, a page at a time; every filter is optional. */
export async function listHandovers(ctx: Ctx, { status, team, owner, pm, after }: ListParams): Promise<Page<HandoverRow>> {
  const cursor = readCursor(after);
  const state = statusOf(status);
  const where: Prisma.HandoverWhereInput[] = [
    scope(ctx.actor),
    ...(state ? [{ status: state }] : []),
    ...(team && isId(team) ? [{ teams: { some: { teamId: team } } }] : []),
    ...(owner && isId(owner) ? [{ contactOwnerId: owner }] : []),
    ...(pm && isId(pm) ? [{ pmId: pm }] : []),
    ...(cursor ? [{ number: { lt: Number(cursor.key) || 0 } }] : []),
  ];
  const rows = await db(ctx).handover.findMany({
    relationLoadStrategy: "join",
    where: { AND: where }, orderBy: { number: "desc" }, take: PAGE + 1,
    select: {
      id: true, number: true, status: true, statusSince: true, complexity: true, rounds: true,
      deal: { select: { name: true, client: { select: { name: true } } } },
      contactOwner: { select: { name: true } }, pm: { select: { name: true } }, teams: { select: { team: { select: { name: true } } } },
    },
  });
  const page = pageOf(rows, ({ id, number }) => ({ key: String(number), id }), PAGE);
  return {
    ...page,
    rows: page.rows.map(({ id, number, status: is, statusSince, complexity, rounds, deal, contactOwner, pm: leader, teams }) => ({
      id, number, status: is, complexity, rounds, deal: deal.name, client: deal.client.name, contactOwner: contactOwner.name,
      pm: leader?.name ?? null, since: statusSince.toISOString(), teams: teams.map(({ team: { name } }) => name).sort(),
    })),
  };
}

export type ListFilters = { teams: { id: string; name: string }[]; owners: { id: string; name: string }[] };

/** What can be filtered by: the delivery teams, and the contact owners within scope. */
export async function listFilters(ctx: Ctx): Promise<ListFilters> {
  const teams = await db(ctx).team.findMany({ where: { kind: "DELIVERY" }, select: { id: true, name: true }, orderBy: { name: "asc" } });
  const owners = await db(ctx).user.findMany({
    where: { handoversBegun: { some: scope(ctx.actor) } }, select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 200,
  });
  return { teams, owners };
}
