import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { type Db, db } from "@/lib/platform/db";
import { enforce } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Held } from "../policy";

const LIVE = { notIn: ["CLOSED", "WITHDRAWN"] } satisfies Prisma.EnumHandoverStatusFilter;

/** What this person holds now, with where each can be given to somebody else (P1.6). For admins. */
export async function heldBy(ctx: Ctx, userId: string): Promise<Held[]> {
  enforce(adminRefusal(ctx.actor));
  return loadHeld(db(ctx), userId);
}

/** The same, inside a command's transaction. */
export async function loadHeld(tx: Db, userId: string): Promise<Held[]> {
  const deal = { select: { name: true } } as const;
  const led = await tx.handover.findMany({ where: { pmId: userId, status: LIVE }, select: { id: true, number: true, deal }, orderBy: { number: "asc" } });
  const leads = await tx.handoverTeam.findMany({
    where: { leadId: userId, handover: { status: LIVE } },
    select: { teamId: true, handover: { select: { id: true, number: true, deal } } },
    orderBy: { handover: { number: "asc" } },
  });
  const begun = await tx.handover.findMany({ where: { contactOwnerId: userId, status: LIVE }, select: { id: true, number: true, dealId: true, deal }, orderBy: { number: "asc" } });
  const openDeal: Prisma.DealWhereInput = { OR: [{ stage: { notIn: ["WON", "LOST"] } }, { stage: "WON", handovers: { none: { status: "CLOSED" } } }] };
  const deals = await tx.deal.findMany({
    where: { AND: [{ OR: [{ contactOwnerId: userId }, { ownerId: userId }] }, openDeal] },
    select: { id: true, number: true, name: true, contactOwnerId: true, ownerId: true },
    orderBy: { number: "asc" },
  });
  const teams = await tx.team.findMany({ where: { defaultPmId: userId, active: true }, select: { id: true, name: true }, orderBy: { name: "asc" } });

  const handover = (h: { id: string; number: number; deal: { name: string } }) =>
    ({ label: `HO-${h.number}`, name: h.deal.name, href: `/handovers/${h.id}/people` });
  const ofDeal = (d: { id: string; number: number; name: string }) =>
    ({ label: `D-${d.number}`, name: d.name, href: `/deals/${d.id}` });
  const owned = deals.filter((d) => d.contactOwnerId === userId);
  return [
    ...led.map((h) => ({ as: "PM" as const, ...handover(h) })),
    ...leads.map((l) => ({ as: "TEAM_LEAD" as const, teamId: l.teamId, ...handover(l.handover) })),
    ...owned.map((d) => ({ as: "CONTACT_OWNER" as const, ...ofDeal(d) })),
    ...begun.filter((h) => !owned.some((d) => d.id === h.dealId)).map((h) => ({ as: "CONTACT_OWNER" as const, ...handover(h) })),
    ...deals.filter((d) => d.ownerId === userId && d.contactOwnerId !== userId).map((d) => ({ as: "DEAL_OWNER" as const, ...ofDeal(d) })),
    ...teams.map((t) => ({ as: "DEFAULT_PM" as const, label: t.name, name: "", href: `/admin/teams/${t.id}` })),
  ];
}
