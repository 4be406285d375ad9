import { isOpen } from "@/lib/deals/lifecycle";
import { STAGES } from "@/lib/deals/format";
import type { Refusal } from "@/lib/platform/errors";
import type { DealStage } from "@/lib/platform/generated/enums";
import { addDays, type Day, DAY } from "@/lib/platform/time";

/** Older evidence says nothing about whether somebody is serious now. */
export const EVIDENCE_DAYS = 730;
/** P5.3: the evidence that a paid trial task is by itself, as the traction rubric names it. */
export const PAID_EVIDENCE = "paid";
/** No longer than this can a grant hold at once. */
export const GRANT_DAYS = 60;

/** P5.1: evidence is recorded while the deal is open, or parked: then it may revive it (P5.6). */
export const evidenceRefusal = (stage: DealStage): Refusal | null =>
  isOpen(stage) || stage === "PARKED" ? null
    : { code: "CONFLICT", rule: "P5.1", reason: `The deal is ${STAGES[stage].label.toLowerCase()}: traction is measured while it is open.` };

/** P5.1: evidence has happened: its day is not after the day that it is anywhere on earth, and within two years. */
export function evidenceDayRefusal(happenedOn: Day, now: Date): Refusal | null {
  const latest = new Date(now.getTime() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10);
  if (happenedOn > latest) return { code: "INVALID", rule: "P5.1", reason: "Evidence has happened: its date cannot lie ahead." };
  if (happenedOn < addDays(latest, -EVIDENCE_DAYS)) return { code: "INVALID", rule: "P5.1", reason: "Enter a date within the last two years." };
  return null;
}

/** P5.2: involvement is granted while the deal is open. */
export const grantRefusal = (stage: DealStage): Refusal | null =>
  isOpen(stage) ? null : { code: "CONFLICT", rule: "P5.2", reason: `The deal is ${STAGES[stage].label.toLowerCase()}: involvement is granted while it is open.` };

/** P5.2: a grant ends on a day that lies ahead, by at most sixty days. */
export function grantEndRefusal(until: Date, now: Date): Refusal | null {
  if (until <= now) return { code: "INVALID", rule: "P5.2", reason: "Choose a day that lies ahead." };
  if (until.getTime() > now.getTime() + GRANT_DAYS * DAY) return { code: "INVALID", rule: "P5.2", reason: `Choose a day within ${GRANT_DAYS} days.` };
  return null;
}

/** What stands beside such evidence. */
export const trialEvidenceWords = ({ purpose }: { purpose: string }): string => `A paid trial task is ordered: ${purpose.trim()}`;
