import { dayText } from "@/lib/deals/format";
import type { Refusal } from "@/lib/platform/errors";
import type { Complexity, EstimateSource } from "@/lib/platform/generated/enums";
import { addDays, type Day } from "@/lib/platform/time";
import { PHASE_MINUTES_AT_MOST } from "../fields";
import { hourText, type Minutes } from "../format";

type Problem = Refusal & { field: string };
const no = (field: string, reason: string): Problem => ({ code: "INVALID", rule: "P7.2", reason, field });

/** P7.2: why these are no hours that somebody estimates, or null: above zero, low before likely before high, and of this world. */
export function hoursProblem({ lowMinutes, likelyMinutes, highMinutes }: Minutes): Problem | null {
  for (const [field, minutes] of [["low", lowMinutes], ["likely", likelyMinutes], ["high", highMinutes]] as const) {
    if (!Number.isInteger(minutes) || minutes <= 0) return no(field, "Enter hours above zero.");
    if (minutes > PHASE_MINUTES_AT_MOST) return no(field, `One phase takes at most ${hourText(PHASE_MINUTES_AT_MOST / 60)} hours. Make several phases of it.`);
  }
  if (likelyMinutes < lowMinutes) return no("likely", "The likely hours are not fewer than the low ones.");
  if (highMinutes < likelyMinutes) return no("high", "The high hours are not fewer than the likely ones.");
  return null;
}

/** Until when an estimate can hold: a day that lies ahead, at most so many days. */
export function validityProblem(day: Day, { today, most }: { today: Day; most: number }): Problem | null {
  if (day <= today) return no("validUntil", "Choose a day that lies ahead.");
  return day > addDays(today, most) ? no("validUntil", `Choose a day within ${most} days: after that it is estimated anew.`) : null;
}

/** The newest estimate of a phase. `technical`: a developer or lead of an active delivery team; `retired`: its line of the rate card was taken back. */
export type EstimateFacts = Minutes & {
  id: string; phaseRevision: number; source: EstimateSource; validUntil: Date; retired: boolean;
  estimator: { id: string; name: string; active: boolean; technical: boolean };
};

/** P7.2: why this estimate does not serve for the phase as it stands now, in a sentence, or null. */
export function estimateProblem(estimate: EstimateFacts | null, phase: { revision: number }, { complexity, now }: { complexity: Complexity | null; now: Date }): string | null {
  if (estimate === null) return "Nobody has estimated it yet.";
  const { estimator, source, validUntil } = estimate;
  if (validUntil <= now) return `The estimate by ${estimator.name} held until ${dayText(validUntil.toISOString().slice(0, 10))}.`;
  if (estimate.phaseRevision !== phase.revision) return `The phase says something else since ${estimator.name} estimated it.`;
  if (!estimator.active) return `${estimator.name}, who estimated it, is no longer here.`;
  if (!estimator.technical) return `${estimator.name}, who estimated it, is no developer or team lead any more.`;
  if (source === "RATE_CARD" && estimate.retired) return `${estimator.name} has taken this line of the rate card back.`;
  if (source === "RATE_CARD" && complexity !== "SIMPLE") return "The rate card serves for simple work only.";
  return null;
}
