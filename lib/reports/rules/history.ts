import type { DealStage, HandoverStatus } from "@/lib/platform/generated/enums";

/** What held, from (inclusive) when to (exclusive) when, of recorded time; `to` is null while it holds. */
export type Span<V extends string = string> = { value: V; from: Date; to: Date | null };

/** What held at an instant; null where nothing did yet. */
export const heldAt = <V extends string>(spans: readonly Span<V>[], at: Date): Span<V> | null =>
  spans.find(({ from, to }) => from <= at && (to === null || to > at)) ?? null;

/** An amount as an interval keeps it: "125050 EUR". */
export function amountOf(value: string): { minor: number; currency: string } {
  const [minor = "0", currency = ""] = value.split(" ");
  return { minor: Number(minor), currency };
}

export type DealHistory = {
  id: string;
  /** The deal owner as of today: only the contact owner is kept as intervals. */
  ownerId: string;
  teamIds: readonly string[];
  stage: readonly Span<DealStage>[];
  contactOwner: readonly Span[];
  value: readonly Span[];
  handovers: readonly { firstSubmitAt: Date | null; status: readonly Span<HandoverStatus>[] }[];
};

export type HandoverHistory = {
  id: string;
  dealOwnerId: string;
  teamIds: readonly string[];
  firstSubmitAt: Date | null;
  status: readonly Span<HandoverStatus>[];
  contactOwner: readonly Span[];
  /** Of its deal. */
  value: readonly Span[];
};

/** Who reads (R1): sellers of the reader's sales teams, and the reader's delivery teams. Then the filters, if any. */
export type Readers = {
  /** The people of the reader's sales teams. */
  sellers: ReadonlySet<string>;
  deliveryTeams: ReadonlySet<string>;
  /** Filters: a delivery team, the people of a sales team, a contact owner. */
  team?: string;
  teamSellers?: ReadonlySet<string>;
  owner?: string;
};

/**
 * Whether a handover counts for the reader at an instant: a sales manager's do from the draft on, a delivery manager's
 * once they were submitted; and the filters agree.
 */
export function countsHandover(h: HandoverHistory, readers: Readers, at: Date): boolean {
  const contactOwner = heldAt(h.contactOwner, at)?.value;
  if (contactOwner === undefined) return false;
  const isSales = readers.sellers.has(contactOwner) || readers.sellers.has(h.dealOwnerId);
  const isDelivery = h.firstSubmitAt !== null && h.firstSubmitAt <= at && h.teamIds.some((team) => readers.deliveryTeams.has(team));
  return (isSales || isDelivery) && isWanted(h.teamIds, contactOwner, readers);
}

/** The same of a deal: delivery managers see none before its handover, so that deals count for sales managers only. */
export function countsDeal(deal: DealHistory, readers: Readers, at: Date): boolean {
  const contactOwner = heldAt(deal.contactOwner, at)?.value;
  if (contactOwner === undefined) return false;
  return (readers.sellers.has(contactOwner) || readers.sellers.has(deal.ownerId)) && isWanted(deal.teamIds, contactOwner, readers);
}

const isWanted = (teamIds: readonly string[], contactOwner: string, { team, teamSellers, owner }: Readers): boolean =>
  (team === undefined || teamIds.includes(team)) && (teamSellers === undefined || teamSellers.has(contactOwner))
  && (owner === undefined || owner === contactOwner);
