import { type Actor, personOf } from "@/lib/auth/ctx";
import type { Refusal } from "@/lib/platform/errors";
import type { HandoverStatus, KeyRole } from "@/lib/platform/generated/enums";
import type { HANDOVER_EVENTS } from "./events";

/** All that the lifecycle needs to know of a handover. */
export type HandoverFacts = {
  status: HandoverStatus;
  contactOwnerId: string;
  dealOwnerId: string;
  /** Colleagues in sales who were invited to the deal (P1.2). */
  collaboratorIds: readonly string[];
  /** Who submitted it first, and so wrote it as a seller (P1.7). */
  writerId: string | null;
  keys: readonly { role: KeyRole; holderId: string }[];
  /** A very small organisation may let the writer hold a key (P1.7). */
  soloMode: boolean;
};

type Relation = { is: (person: string, handover: HandoverFacts) => boolean; called: string };
type Move = { from: readonly HandoverStatus[]; to: HandoverStatus; by: Relation; event: keyof typeof HANDOVER_EVENTS; rule: string };

const contactOwner: Relation = { is: (person, h) => person === h.contactOwnerId, called: "the contact owner" };
/** Contact owner, deal owner or an invited colleague: those who write the draft (P1.2). */
export const isWriter = (person: string, h: Pick<HandoverFacts, "contactOwnerId" | "dealOwnerId" | "collaboratorIds">) =>
  person === h.contactOwnerId || person === h.dealOwnerId || h.collaboratorIds.includes(person);
/** Never the seller: who wrote the brief holds none of its keys, but in solo mode (P1.7). */
const keyHolder: Relation = {
  is: (person, h) =>
    (h.soloMode || (person !== h.contactOwnerId && person !== h.writerId)) && h.keys.some((key) => key.holderId === person),
  called: "the named holder of one of its keys, who did not write the brief,",
};
const pm: Relation = {
  is: (person, h) => h.keys.some((key) => key.role === "PM" && key.holderId === person),
  called: "its PM",
};

/** The whole life of a handover (B1): from where, to where, by whom, and what is recorded. */
export const LIFECYCLE = {
  submit: { from: ["DRAFT", "RETURNED"], to: "SUBMITTED", by: contactOwner, event: "handover.submitted", rule: "P1.1" },
  /** Through no door of its own: whoever turns the last key moves the handover. */
  accept: { from: ["SUBMITTED"], to: "ACCEPTED", by: keyHolder, event: "handover.accepted", rule: "P1.7" },
  return: { from: ["SUBMITTED"], to: "RETURNED", by: keyHolder, event: "handover.returned", rule: "P1.7" },
  withdraw: {
    from: ["DRAFT", "SUBMITTED", "RETURNED"], to: "WITHDRAWN", by: contactOwner, event: "handover.withdrawn", rule: "B1",
  },
  undoAccept: { from: ["ACCEPTED"], to: "SUBMITTED", by: keyHolder, event: "handover.acceptanceUndone", rule: "B1" },
  undoReturn: { from: ["RETURNED"], to: "SUBMITTED", by: keyHolder, event: "handover.returnUndone", rule: "B1" },
  start: { from: ["ACCEPTED"], to: "IN_DELIVERY", by: pm, event: "handover.started", rule: "B1" },
  close: { from: ["ACCEPTED", "IN_DELIVERY"], to: "CLOSED", by: pm, event: "handover.closed", rule: "B1" },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof LIFECYCLE;
export const MOVES = Object.keys(LIFECYCLE) as MoveName[];

/** After this the seller is an observer, and the PM accountable (B2, P3.1). */
export const isAfterAcceptance = (status: HandoverStatus): boolean =>
  status === "ACCEPTED" || status === "IN_DELIVERY" || status === "CLOSED";

/** Why this actor may not make this move now, or null. The button and its guard both ask here. */
export function refusal(actor: Actor, move: MoveName, handover: HandoverFacts): Refusal | null {
  const { by, from, rule }: Move = LIFECYCLE[move];
  const person = personOf(actor);
  if (person === null || !by.is(person, handover))
    return { code: "FORBIDDEN", rule, reason: `Only ${by.called} may do this.` };
  if (!from.includes(handover.status))
    return { code: "CONFLICT", rule, reason: `Not possible while the handover is ${statusInWords(handover.status)}.` };
  return null;
}

export const availableMoves = (actor: Actor, handover: HandoverFacts): MoveName[] =>
  MOVES.filter((move) => refusal(actor, move, handover) === null);

export const statusInWords = (status: HandoverStatus): string => status.toLowerCase().replace("_", " ");
