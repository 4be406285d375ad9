import { type Actor, NOTHING, isAdmin, personOf } from "@/lib/auth/ctx";
import { type Membership, teamsAs } from "@/lib/auth/roles";
import type { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { ItemOwner, MaterialKind } from "@/lib/platform/generated/enums";
import { type HandoverFacts, isAfterAcceptance, isWriter, statusInWords } from "./lifecycle";

/**
 * Which handovers exist for this actor, as a query; everything else is NOT_FOUND. Sales sees its own, a sales manager
 * the team's; delivery sees what it is named on or, as a delivery manager, what its team gets, once it was submitted.
 */
export function scope(actor: Actor): Prisma.HandoverWhereInput {
  if (actor.type === "system") return {};
  if (actor.type === "client") return NOTHING;
  const person = actor.id;
  const wasSubmitted: Prisma.HandoverWhereInput = { firstSubmitAt: { not: null } };
  const salesTeams = teamsAs(actor.memberships, "MANAGER", "SALES");
  const deliveryTeams = teamsAs(actor.memberships, "MANAGER", "DELIVERY");
  const ofMyTeam: Prisma.UserWhereInput = { memberships: { some: { teamId: { in: salesTeams } } } };
  return {
    OR: [
      { contactOwnerId: person },
      { dealOwnerId: person },
      { deal: { collaborators: { some: { userId: person } } } },
      { ...wasSubmitted, pmId: person },
      { ...wasSubmitted, teams: { some: { leadId: person } } },
      ...(salesTeams.length > 0 ? [{ contactOwner: ofMyTeam }, { dealOwner: ofMyTeam }] : []),
      ...(deliveryTeams.length > 0 ? [{ ...wasSubmitted, teams: { some: { teamId: { in: deliveryTeams } } } }] : []),
    ],
  };
}

/** What the powers below need to know, besides the lifecycle's facts. */
export type PowerFacts = HandoverFacts & {
  pmId: string | null;
  teams: readonly { teamId: string; leadId: string | null }[];
  /** The sales teams of contact owner and deal owner. */
  salesTeamIds: readonly string[];
};

export const isDeliveryManagerOf = (memberships: readonly Membership[], teamIds: readonly string[]): boolean =>
  teamsAs(memberships, "MANAGER", "DELIVERY").some((team) => teamIds.includes(team));
export const isSalesManagerOf = (memberships: readonly Membership[], teamIds: readonly string[]): boolean =>
  teamsAs(memberships, "MANAGER", "SALES").some((team) => teamIds.includes(team));

const no = (code: Refusal["code"], rule: string, reason: string): Refusal => ({ code, rule, reason });

/** A draft is for sales alone: delivery sees a brief once it was submitted, and can do nothing to it before (P1.2). */
const isUnseen = ({ status }: Pick<HandoverFacts, "status">): boolean => status === "DRAFT";

/** Nothing is left to settle in comments. */
const isOver = ({ status }: Pick<HandoverFacts, "status">): boolean => status === "CLOSED" || status === "WITHDRAWN";

/** What may be done to a handover besides moving it, each with its refusal or null (B7). */
export const POWERS = {
  /** Writing the brief: by those who may write it, while it is a draft or was returned (P1.2, P3.1). */
  edit(actor: Actor, h: PowerFacts): Refusal | null {
    const person = personOf(actor);
    if (!person || !isWriter(person, h)) return no("FORBIDDEN", "P1.2", "Only the contact owner, the deal owner and invited colleagues in sales write the brief.");
    if (isAfterAcceptance(h.status)) return no("FORBIDDEN", "P3.1", "The handover is accepted: sales observes, and the PM is accountable now.");
    if (h.status !== "DRAFT" && h.status !== "RETURNED") return no("CONFLICT", "B4", `The brief cannot be changed while the handover is ${statusInWords(h.status)}.`);
    return null;
  },
  /** Taking the brief to a newer version of a team's template (B6): by those who write it, or an admin who sees it by another role. */
  moveUpTemplate(actor: Actor, h: PowerFacts): Refusal | null {
    const person = personOf(actor);
    if (person === null || !(isWriter(person, h) || isAdmin(actor)))
      return no("FORBIDDEN", "B6", "Only those who write the brief, and admins, move it to a newer template.");
    if (h.status !== "DRAFT" && h.status !== "RETURNED") return no("CONFLICT", "B6", `The brief keeps its template while the handover is ${statusInWords(h.status)}.`);
    return null;
  },
  /** Naming another PM or lead once it was submitted: by the manager of a team of this handover (P1.6). */
  reassign(actor: Actor, h: PowerFacts): Refusal | null {
    if (actor.type !== "user" || !isDeliveryManagerOf(actor.memberships, h.teams.map((team) => team.teamId)))
      return no("FORBIDDEN", "P1.6", "Only a manager of a delivery team of this handover may re-assign.");
    if (isUnseen(h)) return no("CONFLICT", "P1.6", "The seller names the people until the brief is submitted.");
    if (h.status === "CLOSED" || h.status === "WITHDRAWN") return no("CONFLICT", "P1.6", `The handover is ${statusInWords(h.status)}.`);
    return null;
  },
  /** The checklist: whoever owns the item, and the PM for all of them after acceptance (P2.12, P3.1). */
  tick(actor: Actor, h: PowerFacts, item: { ownerRole: ItemOwner; ownerId: string | null }): Refusal | null {
    const person = personOf(actor);
    if (!isAfterAcceptance(h.status)) return no("CONFLICT", "P2.12", "The checklist opens when the handover is accepted.");
    if (h.status === "CLOSED") return no("CONFLICT", "B1", "The handover is closed.");
    if (person !== null && (person === item.ownerId || person === h.pmId)) return null;
    return no("FORBIDDEN", "P3.1", "Only the item's owner and the PM may tick it.");
  },
  /** Promises, conditions and people after acceptance: the PM's alone (P3.1, P8.2). */
  lead(actor: Actor, h: PowerFacts): Refusal | null {
    if (personOf(actor) !== h.pmId) return no("FORBIDDEN", "P3.1", "Only the PM, who is accountable now, may change this.");
    if (h.status !== "ACCEPTED" && h.status !== "IN_DELIVERY") return no("CONFLICT", "B1", `Not possible while the handover is ${statusInWords(h.status)}.`);
    return null;
  },
  /** Answering a comment: those who write the brief, its PM and its reviewers, as long as there is something to settle (P1.8, P3.1). */
  discuss(actor: Actor, h: PowerFacts): Refusal | null {
    const person = personOf(actor);
    if (person === null || !(isWriter(person, h) || (person === h.pmId && !isUnseen(h)) || h.keys.some(({ holderId }) => holderId === person)))
      return no("FORBIDDEN", "P1.8", "Only those who write the brief and its reviewers answer comments.");
    return isOver(h) ? no("CONFLICT", "P1.8", `The handover is ${statusInWords(h.status)}.`) : null;
  },
  /** Marking a comment as resolved: its author, and those who write the brief (P1.8). */
  resolve(actor: Actor, h: PowerFacts, comment: { authorId: string }): Refusal | null {
    const person = personOf(actor);
    if (person === null || !(person === comment.authorId || isWriter(person, h)))
      return no("FORBIDDEN", "P1.8", "Only who wrote the comment and those who write the brief mark it as resolved.");
    return isOver(h) ? no("CONFLICT", "P1.8", `The handover is ${statusInWords(h.status)}.`) : null;
  },
  /** Answers to the brief's fields: whoever may write it, and after acceptance the PM, whose changes become an amendment (B4). */
  answer(actor: Actor, h: PowerFacts): Refusal | null {
    return isAfterAcceptance(h.status) && personOf(actor) === h.pmId ? POWERS.lead(actor, h) : POWERS.edit(actor, h);
  },
  /** One side of an amendment: by whom it asks, else by a manager of that side (B4). */
  confirm(actor: Actor, h: PowerFacts, asked: { kind: MaterialKind; teamId: string | null; holderId: string }): Refusal | null {
    const person = personOf(actor);
    const teams = asked.teamId === null ? h.teams.map((team) => team.teamId) : [asked.teamId];
    const manages = actor.type === "user" && person !== h.pmId &&
      (asked.kind === "COMMERCIAL" ? isSalesManagerOf(actor.memberships, h.salesTeamIds) : isDeliveryManagerOf(actor.memberships, teams));
    if (person === null || (person !== asked.holderId && !manages)) return no("FORBIDDEN", "B4", "Only whoever is asked, or a manager of that side, confirms an amendment.");
    if (h.status !== "ACCEPTED" && h.status !== "IN_DELIVERY") return no("CONFLICT", "B4", `Not possible while the handover is ${statusInWords(h.status)}.`);
    return null;
  },
  /** Adding somebody whom the rules keep out: by the organiser or the PM, with a reason (P2.5). */
  addAttendee(actor: Actor, h: PowerFacts): Refusal | null {
    const person = personOf(actor);
    if (person === null || (person !== h.contactOwnerId && (person !== h.pmId || isUnseen(h)))) return no("FORBIDDEN", "P2.5", "Only the contact owner and the PM may add somebody.");
    if (h.status === "CLOSED" || h.status === "WITHDRAWN") return no("CONFLICT", "P2.5", `The handover is ${statusInWords(h.status)}.`);
    return null;
  },
  /** Waiving a required person: a manager's decision (P2.5). */
  waiveAttendee(actor: Actor, h: PowerFacts): Refusal | null {
    const teams = h.teams.map((team) => team.teamId);
    if (actor.type !== "user" || !((isDeliveryManagerOf(actor.memberships, teams) && !isUnseen(h)) || isSalesManagerOf(actor.memberships, h.salesTeamIds)))
      return no("FORBIDDEN", "P2.5", "Only a manager of a team concerned may waive a required person.");
    if (h.status === "CLOSED" || h.status === "WITHDRAWN") return no("CONFLICT", "P2.5", `The handover is ${statusInWords(h.status)}.`);
    return null;
  },
} as const;
