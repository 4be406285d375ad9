import { type Actor, NOTHING, personOf } from "@/lib/auth/ctx";
import { teamsAs } from "@/lib/auth/roles";
import { dealScope, responsibleScope } from "@/lib/deals/policy";
import type { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";

/**
 * Which options exist for this actor: those of the deals that they see, and those of a deal for which they are asked for an estimate, or
 * gave one: a developer sees no deal (P7.3). Prices are another matter: `moneyScope` of the deal.
 */
export function optionScope(actor: Actor): Prisma.DealOptionWhereInput {
  if (actor.type === "system") return {};
  if (actor.type === "client") return NOTHING;
  const asked = { personId: actor.id, kind: "ESTIMATE", state: { in: ["REQUESTED", "ACCEPTED", "ANSWERED"] } } satisfies Prisma.InvolvementWhereInput;
  return { deal: { OR: [dealScope(actor), { involvements: { some: asked } }] } };
}

/** Which wishes for an approval exist for this actor: those that they decide, and those of the deals that they answer for. */
export function approvalScope(actor: Actor): Prisma.EstimateApprovalWhereInput {
  if (actor.type === "system") return {};
  if (actor.type === "client") return NOTHING;
  return { OR: [{ leadId: actor.id }, { deal: responsibleScope(actor) }] };
}

/** P6.6: why this actor may not decide this approval, or null: only the lead who was asked, as long as they lead a team. */
export function approvalRefusal(actor: Actor, asked: { leadId: string }): Refusal | null {
  const isAsked = actor.type === "user" && actor.id === asked.leadId && teamsAs(actor.memberships, "TEAM_LEAD").length > 0;
  return isAsked ? null : { code: "FORBIDDEN", rule: "P6.6", reason: "Only the team lead who was asked decides this." };
}

/** P7.2, P7.3: why this actor may not estimate for this request, or null: the developer or lead who is asked, and nobody who sells. */
export function estimateRefusal(actor: Actor, { personId, teamIds }: { personId: string; teamIds: readonly string[] }): Refusal | null {
  const no = (reason: string): Refusal => ({ code: "FORBIDDEN", rule: "P7.2", reason });
  if (actor.type !== "user" || personOf(actor) !== personId) return no("Only the person who is asked estimates.");
  const isTechnical = [...teamsAs(actor.memberships, "DEVELOPER"), ...teamsAs(actor.memberships, "TEAM_LEAD")].some((team) => teamIds.includes(team));
  return isTechnical ? null : no("An estimate is written by a developer or a team lead of the deal's teams.");
}

/** P7.2: why this actor may not write on the rate card of a team, or null. */
export function rateCardRefusal(actor: Actor, { teamId }: { teamId: string }): Refusal | null {
  const leads = actor.type === "user" && teamsAs(actor.memberships, "TEAM_LEAD", "DELIVERY").includes(teamId);
  return leads ? null : { code: "FORBIDDEN", rule: "P7.2", reason: "Only a lead of the team writes its rate card." };
}

/**
 * Whose rate cards somebody reads: all of them for sales, who take estimates from there, and for delivery managers; else those of
 * one's own teams.
 */
export function rateCardScope(actor: Actor): Prisma.TeamWhereInput {
  const delivery = { kind: "DELIVERY", active: true } satisfies Prisma.TeamWhereInput;
  if (actor.type === "system") return delivery;
  if (actor.type === "client") return NOTHING;
  const readsAll = actor.memberships.some(({ role, kind }) => kind === "SALES" || role === "MANAGER");
  return readsAll ? delivery : { ...delivery, id: { in: actor.memberships.map(({ teamId }) => teamId) } };
}
