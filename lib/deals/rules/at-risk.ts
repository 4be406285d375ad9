import type { Refusal } from "@/lib/platform/errors";
import type { DealStage } from "@/lib/platform/generated/enums";
import { DAY } from "@/lib/platform/time";

/** What P1.1 needs to know of a deal. */
export type TriggerFacts = {
  stage: DealStage;
  signedOn: Date | null;
  signedEvidence: string;
  atRiskUntil: Date | null;
  atRiskApprovedAt: Date | null;
};

/** No longer than this can "verbal" be good enough. */
export const AT_RISK_DAYS = 60;

export type AtRiskState = "none" | "requested" | "approved" | "expired";

/** How a start at risk stands: signing clears it, and an unapproved wish expires as well. */
export function atRiskState(deal: TriggerFacts, now: Date): AtRiskState {
  if (deal.signedOn !== null || deal.atRiskUntil === null) return "none";
  if (deal.atRiskUntil <= now) return "expired";
  return deal.atRiskApprovedAt === null ? "requested" : "approved";
}

/**
 * P1.1: why a handover of this deal cannot be submitted now, or null. It takes a signed contract with a date and
 * evidence, or a start at risk that a sales manager approved and that has not expired.
 */
export function startRefusal(deal: TriggerFacts, now: Date): Refusal | null {
  if (deal.stage === "LOST" || deal.stage === "PARKED") return p11("The deal is " + deal.stage.toLowerCase() + ": revive it first.");
  if (deal.signedOn !== null && deal.signedEvidence.trim() !== "") return null;
  switch (atRiskState(deal, now)) {
    case "approved":
      return null;
    case "requested":
      return p11("The contract is not signed, and the start at risk waits for a sales manager's approval.");
    case "expired":
      return p11("The start at risk has expired. Record the signed contract, or ask for a new expiry date.");
    case "none":
      return p11("Record the signed contract with its date and evidence, or ask a sales manager to approve a start at risk.");
  }
}

/** Why the asked-for expiry is none: it lies ahead, by at most sixty days. */
export function expiryRefusal(until: Date, now: Date): Refusal | null {
  if (until <= now) return { code: "INVALID", rule: "P1.1", reason: "Choose an expiry date that lies ahead." };
  if (until.getTime() > now.getTime() + AT_RISK_DAYS * DAY)
    return { code: "INVALID", rule: "P1.1", reason: `Choose an expiry date within ${AT_RISK_DAYS} days.` };
  return null;
}

/** A signature has happened: its day is not after the day that it is anywhere on earth. */
export function signatureRefusal(signedOn: string, now: Date): Refusal | null {
  const latest = new Date(now.getTime() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return signedOn > latest ? { code: "INVALID", rule: "P1.1", reason: "The signed date cannot lie ahead." } : null;
}

/** "Until 2026-12-01" means to the end of that day. */
export const endOfDay = (day: string): Date => new Date(`${day}T23:59:59.999Z`);

const p11 = (reason: string): Refusal => ({ code: "CONFLICT", rule: "P1.1", reason });
