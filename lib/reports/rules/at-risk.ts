import type { EventRow } from "./reviews";

/** What decides whether a deal is at risk: the newest of these, as of an instant. */
export const AT_RISK_EVENTS = [
  "deal.atRiskRequested", "deal.atRiskApproved", "deal.atRiskDeclined", "deal.signed", "deal.won", "deal.moved",
] as const;

/**
 * P1.1, R1: whether a deal was started at risk at an instant: a start that was approved, and neither signed, asked for
 * anew, declined nor lost since. It stays at risk past its expiry; that is what the manager's board is for.
 */
export function isAtRisk(events: readonly EventRow[], at: Date): boolean {
  const past = events.filter((event) => event.at <= at && (AT_RISK_EVENTS as readonly string[]).includes(event.type) && (event.type !== "deal.moved" || event.to === "LOST"));
  return past.toSorted((a, b) => a.seq - b.seq).at(-1)?.type === "deal.atRiskApproved";
}
