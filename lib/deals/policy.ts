import { type Actor, NOTHING, personOf } from "@/lib/auth/ctx";
import { teamsAs } from "@/lib/auth/roles";
import type { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { HandoverStatus } from "@/lib/platform/generated/enums";

/**
 * Which deals exist for this actor; everything else is NOT_FOUND. Sales sees its own, a sales manager the team's;
 * delivery those whose submitted handover names them or, for a delivery manager, concerns the team. While a deal is open, also
 * the PMs and leads who are asked for it, for a lower class (P6.3) or to approve its estimates (P6.6), and the manager of their team; developers see what is asked of them, and no deal (P5.4, P6.4).
 */
export function dealScope(actor: Actor): Prisma.DealWhereInput {
  const asked = askedScope(actor);
  return asked.length > 0 ? { OR: [responsibleScope(actor), ...asked] } : responsibleScope(actor);
}

/** The same without those who only are asked before the contract: who sells, and whom a submitted handover names. */
export const responsibleScope = (actor: Actor): Prisma.DealWhereInput => related(actor, { alsoAsLead: true });

/** Deals in which somebody is asked as PM or lead, or reviews a trial task; for a delivery manager, in which the team is. */
function askedScope(actor: Actor): Prisma.DealWhereInput[] {
  if (actor.type !== "user") return [];
  const teams = teamsAs(actor.memberships, "MANAGER", "DELIVERY");
  const holds = (role: "PM" | "TEAM_LEAD") => teamsAs(actor.memberships, role).length > 0;
  const involvement = { notIn: ["DECLINED", "WITHDRAWN"] } satisfies Prisma.EnumInvolvementStateFilter;
  const trial = { notIn: ["DECLINED", "CANCELLED"] } satisfies Prisma.EnumTrialStateFilter;
  const override = { in: ["ASKED", "STANDING"] } satisfies Prisma.EnumClassOverrideStateFilter;
  const approval = { in: ["ASKED", "APPROVED"] } satisfies Prisma.EnumApprovalStateFilter;
  return [
    ...(holds("PM") || holds("TEAM_LEAD") ? [{ involvements: { some: { personId: actor.id, role: { in: ["PM", "TEAM_LEAD"] }, state: involvement } } } satisfies Prisma.DealWhereInput] : []),
    ...(holds("TEAM_LEAD") ? [{ trialTasks: { some: { leadId: actor.id, state: trial } } }, { classOverrides: { some: { leadId: actor.id, state: override } } }, { estimateApprovals: { some: { leadId: actor.id, state: approval } } }] : []),
    ...(teams.length > 0 ? [{ involvements: { some: { teamId: { in: teams } } } }, { trialTasks: { some: { teamId: { in: teams } } } }] : []),
  ];
}

/**
 * Of which of them this actor reads value and contract: not of those that are only theirs as a lead, who decides on the
 * technical side (as `READS` says of commercial fields).
 */
export const moneyScope = (actor: Actor): Prisma.DealWhereInput => related(actor, { alsoAsLead: false });

function related(actor: Actor, { alsoAsLead }: { alsoAsLead: boolean }): Prisma.DealWhereInput {
  if (actor.type === "system") return {};
  if (actor.type === "client") return NOTHING;
  const person = actor.id;
  const salesTeams = teamsAs(actor.memberships, "MANAGER", "SALES");
  const deliveryTeams = teamsAs(actor.memberships, "MANAGER", "DELIVERY");
  const ofMyTeam: Prisma.UserWhereInput = { memberships: { some: { teamId: { in: salesTeams } } } };
  const involved: Prisma.HandoverWhereInput[] = [
    { pmId: person },
    ...(alsoAsLead ? [{ teams: { some: { leadId: person } } }] : []),
    ...(deliveryTeams.length > 0 ? [{ teams: { some: { teamId: { in: deliveryTeams } } } }] : []),
  ];
  return {
    OR: [
      { contactOwnerId: person },
      { ownerId: person },
      { collaborators: { some: { userId: person } } },
      ...(salesTeams.length > 0 ? [{ contactOwner: ofMyTeam }, { owner: ofMyTeam }] : []),
      { handovers: { some: { firstSubmitAt: { not: null }, OR: involved } } },
    ],
  };
}

/** A deal as its reader may know it: without money it has no value and no place of the contract. */
export const withoutMoney = <D extends { id: string; valueMinor: bigint; signedEvidence?: string }>(deal: D, withMoney: ReadonlySet<string>) => ({
  ...deal,
  valueMinor: withMoney.has(deal.id) ? Number(deal.valueMinor) : 0,
  ...(deal.signedEvidence !== undefined && !withMoney.has(deal.id) && { signedEvidence: "" }),
});

/** All that the powers need to know of a deal. */
export type DealFacts = {
  contactOwnerId: string;
  ownerId: string;
  createdById: string | null;
  collaboratorIds: readonly string[];
  /** The teams that contact owner and owner belong to. */
  sellerTeamIds: readonly string[];
  /** The statuses of its handovers, and who wrote them. */
  handovers: readonly { status: HandoverStatus; writerIds: readonly string[] }[];
};

export type DealPower = "edit" | "move" | "sign" | "requestAtRisk" | "approveAtRisk" | "declineAtRisk" | "reassign" | "invite" | "involve" | "override"
  | "discover" | "recordEvidence" | "grantInvolvement" | "revokeGrant" | "writeOptions" | "askApproval" | "present";

type Relation = { is: (person: string, actor: Actor, deal: DealFacts) => boolean; called: string };

const isOwner = (person: string, deal: DealFacts) => person === deal.contactOwnerId || person === deal.ownerId;
const isSeller = (person: string, deal: DealFacts) => isOwner(person, deal) || deal.collaboratorIds.includes(person);
const isManager = (actor: Actor, deal: DealFacts) =>
  actor.type === "user" && teamsAs(actor.memberships, "MANAGER", "SALES").some((team) => deal.sellerTeamIds.includes(team));
const isAccepted = (status: HandoverStatus) => status === "ACCEPTED" || status === "IN_DELIVERY" || status === "CLOSED";

const owners: Relation = {
  is: (person, actor, deal) => isOwner(person, deal) || isManager(actor, deal),
  called: "the contact owner, the deal owner and their sales manager",
};
const sellers: Relation = {
  is: (person, actor, deal) => isSeller(person, deal) || isManager(actor, deal),
  called: "the contact owner, the deal owner, invited colleagues and their sales manager",
};
const ownSellers: Relation = { is: (person, _, deal) => isSeller(person, deal), called: "the contact owner, the deal owner and invited colleagues" };
const managers: Relation = { is: (_, actor, deal) => isManager(actor, deal), called: "a sales manager of the contact owner's or deal owner's team" };

/** Who, under which rule, and whether it ends with the handover's acceptance: then sales observes (P3.1). */
const DEAL_POWERS = {
  edit: { by: sellers, rule: "P1.2", endsWithAcceptance: true },
  move: { by: sellers, rule: "P1.1", endsWithAcceptance: true },
  /** Also after acceptance: signing clears a start at risk (P1.1). */
  sign: { by: sellers, rule: "P1.1", endsWithAcceptance: false },
  requestAtRisk: { by: ownSellers, rule: "P1.1", endsWithAcceptance: false },
  approveAtRisk: { by: managers, rule: "P1.1", endsWithAcceptance: false },
  declineAtRisk: { by: managers, rule: "P1.1", endsWithAcceptance: false },
  /** Also after acceptance: somebody leaves, and the observing moves on (P3.5). */
  reassign: { by: managers, rule: "P3.5", endsWithAcceptance: false },
  invite: { by: owners, rule: "P1.2", endsWithAcceptance: true },
  /** Asking delivery before the contract, and taking it back (P6.4, P6.5). */
  involve: { by: ownSellers, rule: "P6.4", endsWithAcceptance: true },
  override: { by: sellers, rule: "P6.3", endsWithAcceptance: true },
  /** Asking the client and keeping what they say, by those who write the brief (P7.4). */
  discover: { by: ownSellers, rule: "P7.4", endsWithAcceptance: true },
  recordEvidence: { by: sellers, rule: "P5.1", endsWithAcceptance: true },
  grantInvolvement: { by: managers, rule: "P5.2", endsWithAcceptance: true },
  revokeGrant: { by: managers, rule: "P5.2", endsWithAcceptance: true },
  /** P7.3: owner, presenter and caller are sales. */
  writeOptions: { by: sellers, rule: "P7.3", endsWithAcceptance: true },
  askApproval: { by: sellers, rule: "P6.6", endsWithAcceptance: true },
  present: { by: ownSellers, rule: "P7.3", endsWithAcceptance: true },
} as const satisfies Record<DealPower, { by: Relation; rule: string; endsWithAcceptance: boolean }>;

export const DEAL_POWER_NAMES = Object.keys(DEAL_POWERS) as DealPower[];

/** Why this actor may not do this to a deal in their scope, or null. The button and its guard both ask here. */
export function dealRefusal(actor: Actor, power: DealPower, deal: DealFacts): Refusal | null {
  const { by, rule, endsWithAcceptance } = DEAL_POWERS[power];
  const person = personOf(actor);
  if (person === null || !by.is(person, actor, deal)) return { code: "FORBIDDEN", rule, reason: `Only ${by.called} may do this.` };
  if (power === "approveAtRisk" && ownsOrWrote(person, deal))
    return { code: "FORBIDDEN", rule, reason: "A start at risk is approved by a sales manager who neither owns the deal nor wrote it." };
  if (power === "grantInvolvement" && isSeller(person, deal))
    return { code: "FORBIDDEN", rule, reason: "Involvement against the rule is granted by a sales manager who does not sell this deal." };
  if (endsWithAcceptance && deal.handovers.some(({ status }) => isAccepted(status)))
    return { code: "FORBIDDEN", rule: "P3.1", reason: "The handover is accepted: the PM is accountable now, and sales observes." };
  return null;
}

/** Whether discovery is for this actor to read: it is the sellers' and their managers' own, as the draft of the brief is (P1.2, P7.4). */
export function readsDiscovery(actor: Actor, deal: DealFacts): boolean {
  const person = personOf(actor);
  return person !== null && sellers.is(person, actor, deal);
}

/** P1.1: the second pair of eyes belongs to none of those who made the deal. */
const ownsOrWrote = (person: string, deal: DealFacts): boolean =>
  isSeller(person, deal) || person === deal.createdById || deal.handovers.some(({ writerIds }) => writerIds.includes(person));

/** Who may enter a deal: those who sell, and their managers. */
export function createDealRefusal(actor: Actor): Refusal | null {
  const sells = actor.type === "user" && actor.memberships.some(({ kind, role }) => role === "SALES" || (kind === "SALES" && role === "MANAGER"));
  return sells ? null : { code: "FORBIDDEN", rule: "P1.2", reason: "Only sales enters deals." };
}

/** Why this actor may not consent to a lower class, or null (P6.3): only the lead who was named, as long as they lead a team. */
export function consentRefusal(actor: Actor, asked: { leadId: string | null }): Refusal | null {
  const isAsked = actor.type === "user" && actor.id === asked.leadId && teamsAs(actor.memberships, "TEAM_LEAD").length > 0;
  return isAsked ? null : { code: "FORBIDDEN", rule: "P6.3", reason: "Only the team lead who was asked decides this." };
}
