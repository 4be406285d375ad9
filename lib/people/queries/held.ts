import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { type Db, db } from "@/lib/platform/db";
import { enforce } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Held } from "../policy";

const LIVE = { notIn: ["CLOSED", "WITHDRAWN"] } satisfies Prisma.EnumHandoverStatusFilter;
const HANDOVER = {
  id: true, number: true, dealId: true, firstSubmitAt: true, deal: { select: { name: true } },
  contactOwner: { select: { id: true, name: true } }, teams: { select: { teamId: true } },
} as const satisfies Prisma.HandoverSelect;
type HandoverRow = Prisma.HandoverGetPayload<{ select: typeof HANDOVER }>;
type DealRow = { id: string; number: number; name: string };

/** What this person holds now, where each can be given to somebody else, and by whom (P1.6). For admins. */
export async function heldBy(ctx: Ctx, userId: string): Promise<Held[]> {
  enforce(adminRefusal(ctx.actor));
  return loadHeld(db(ctx), userId);
}

/**
 * The same, inside a command's transaction. A deal owner holds the deal until its handover is accepted, and then
 * observes; a contact owner holds it until the handover is closed (P3.1, P3.5).
 */
export async function loadHeld(tx: Db, userId: string): Promise<Held[]> {
  const byNumber = { number: "asc" } as const;
  const led = await tx.handover.findMany({ where: { pmId: userId, status: LIVE }, select: HANDOVER, orderBy: byNumber });
  const leads = await tx.handoverTeam.findMany({
    where: { leadId: userId, handover: { status: LIVE } }, select: { teamId: true, handover: { select: HANDOVER } }, orderBy: { handover: byNumber },
  });
  const begun = await tx.handover.findMany({ where: { contactOwnerId: userId, status: LIVE }, select: HANDOVER, orderBy: byNumber });
  const deal = { id: true, number: true, name: true } as const;
  const owned = await tx.deal.findMany({
    where: { contactOwnerId: userId, OR: [{ stage: { notIn: ["WON", "LOST"] } }, { stage: "WON", handovers: { none: { status: "CLOSED" } } }] },
    select: deal, orderBy: byNumber,
  });
  const accepted = { status: { in: ["ACCEPTED", "IN_DELIVERY", "CLOSED"] } } satisfies Prisma.HandoverWhereInput;
  const shared = await tx.deal.findMany({
    where: { ownerId: userId, NOT: { contactOwnerId: userId }, stage: { not: "LOST" }, handovers: { none: accepted } }, select: deal, orderBy: byNumber,
  });
  const teams = await tx.team.findMany({ where: { defaultPmId: userId, active: true }, select: { id: true, name: true }, orderBy: { name: "asc" } });
  const asked = await tx.deal.findMany({
    where: { OR: [
      { involvements: { some: { personId: userId, state: { in: ["REQUESTED", "ACCEPTED"] } } } },
      { trialTasks: { some: { state: { in: ["REQUESTED", "APPROVED", "RUNNING", "DELIVERED"] }, OR: [{ developerId: userId }, { leadId: userId }] } } },
      { estimateApprovals: { some: { state: "ASKED", leadId: userId } } },
    ] },
    select: { ...deal, contactOwner: { select: { id: true, name: true } } }, orderBy: byNumber,
  });
  const managers = await managersFor(tx, userId);

  const ofHandover = (h: HandoverRow) => ({
    label: `HO-${h.number}`, name: h.deal.name,
    ...(h.firstSubmitAt === null
      ? { href: `/handovers/${h.id}/brief/people`, by: [h.contactOwner] } // a draft is the seller's to name people in
      : { href: `/handovers/${h.id}`, by: managers.ofTeams(h.teams.map(({ teamId }) => teamId)) }),
  });
  const ofDeal = (d: DealRow, href: string) => ({ label: `D-${d.number}`, name: d.name, href, by: managers.ofSeller });
  const isWithItsDeal = (h: HandoverRow) => owned.some(({ id }) => id === h.dealId);
  return [
    ...led.map((h) => ({ as: "PM" as const, ...ofHandover(h) })),
    ...leads.map(({ teamId, handover }) => ({ as: "TEAM_LEAD" as const, teamId, ...ofHandover(handover) })),
    ...owned.map((d) => ({ as: "CONTACT_OWNER" as const, ...ofDeal(d, `/deals/${d.id}`) })),
    ...begun.filter((h) => !isWithItsDeal(h)).map((h) => ({ as: "CONTACT_OWNER" as const, ...ofHandover(h), href: `/deals/${h.dealId}`, by: managers.ofSeller })),
    ...shared.map((d) => ({ as: "DEAL_OWNER" as const, ...ofDeal(d, `/deals/${d.id}/edit`) })),
    ...asked.map(({ contactOwner, ...d }) => ({ as: "ASKED" as const, ...ofDeal(d, `/deals/${d.id}/involvement`), by: [contactOwner] })), // who withdraws it, and asks another
    ...teams.map((t) => ({ as: "DEFAULT_PM" as const, label: t.name, name: "", href: `/admin/teams/${t.id}`, by: null })),
  ];
}

/** Who may re-assign: the active managers of delivery teams, and of the sales teams that this person belongs to. */
async function managersFor(tx: Db, userId: string) {
  const rows = await tx.membership.findMany({
    where: { role: "MANAGER", user: { active: true } },
    select: { teamId: true, user: { select: { id: true, name: true } }, team: { select: { kind: true } } },
    orderBy: { user: { name: "asc" } },
  });
  const mine = new Set((await tx.membership.findMany({ where: { userId }, select: { teamId: true } })).map(({ teamId }) => teamId));
  const unique = (found: typeof rows) => [...new Map(found.map(({ user }) => [user.id, user])).values()];
  return {
    ofTeams: (teamIds: readonly string[]) => unique(rows.filter(({ teamId, team }) => team.kind === "DELIVERY" && teamIds.includes(teamId))),
    ofSeller: unique(rows.filter(({ teamId, team }) => team.kind === "SALES" && mine.has(teamId))),
  };
}
