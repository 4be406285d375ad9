import { fillerReason } from "@/lib/handovers/rules/filler";
import type { Refusal } from "@/lib/platform/errors";
import type { InvolvementKind } from "@/lib/platform/generated/enums";
import { addDays, type Day } from "@/lib/platform/time";
import type { InvolvementCaps } from "@/lib/policies/schema";
import { minutesText } from "../format";

/** The time that each kind takes, in minutes: the least, and what is offered. The most is policy (B6); a call's is its length. */
export const CAPS = {
  WRITTEN: { least: 15, usual: 60 },
  CALL: { least: 5, usual: 30 },
  ESTIMATE: { least: 30, usual: 240 },
} as const satisfies Record<InvolvementKind, { least: number; usual: number }>;

const mostOf = (kind: InvolvementKind, { writtenMinutes, estimateMinutes }: InvolvementCaps): number =>
  ({ WRITTEN: writtenMinutes, CALL: CALL_AT_MOST, ESTIMATE: estimateMinutes })[kind];
/** Longer than this is no call, whatever the rubric says of it (P4.4). */
const CALL_AT_MOST = 240;

/** A date lies at most so many days ahead. */
export const DAYS_AHEAD = 60;

type Problem = Refusal & { field: string };

/** The words beside each field of a request: they are its label, and repeating them is no answer. */
export const REQUEST_WORDS = {
  asked: { label: "What do you need to know?", help: "One question, or what is to be estimated, so that it can be answered without asking back." },
  suggestion: { label: "Your own answer", help: "What you would answer yourself. If it is right, agreeing takes one key." },
  whyCall: { label: "Why will a written answer not do?", help: "A call costs two people's time." },
} as const;

/**
 * P6.4: what a request says is worth somebody's time: a question, the seller's own answer, the time it may take and a date
 * that lies ahead. `today` is the day where the person works. The first problem, with its field, or null.
 */
export function requestProblem(
  request: { kind: InvolvementKind; asked: string; suggestion: string; whyCall: string; minutes: number; neededBy: Day }, { today, caps }: { today: Day; caps: InvolvementCaps },
): Problem | null {
  for (const name of ["asked", "suggestion", "whyCall"] as const) {
    const filler = fillerReason(request[name], REQUEST_WORDS[name]);
    if (filler) return no(name, name === "suggestion" ? `${filler} Offer the answer that you would give yourself.` : filler);
  }
  if (request.asked.trim() !== "" && request.asked.trim() === request.suggestion.trim()) return no("suggestion", "Your own answer repeats the question. Offer the answer that you would give yourself.");
  const [{ least }, most] = [CAPS[request.kind], mostOf(request.kind, caps)];
  if (!Number.isInteger(request.minutes) || request.minutes < least || request.minutes > most)
    return no("minutes", `Give it from ${minutesText(least)} to ${minutesText(most)}.`);
  return dateProblem(request.neededBy, today, DAYS_AHEAD);
}

/** A day ahead, at most so many days. */
export function dateProblem(day: Day, today: Day, most: number, field = "neededBy"): Problem | null {
  if (day <= today) return no(field, "Choose a date that lies ahead.");
  if (day > addDays(today, most)) return no(field, `Choose a date within ${most} days.`);
  return null;
}

/** Somebody who is away until past the date cannot answer by then. */
export const awayProblem = (name: string, { awayUntil, neededBy }: { awayUntil: Day | null; neededBy: Day }): Problem | null =>
  awayUntil !== null && awayUntil >= neededBy ? no("neededBy", `${name} is away until ${awayUntil}. Choose a later date, or ask somebody else of the deal's teams.`) : null;

const no = (field: string, reason: string): Problem => ({ code: "INVALID", rule: "P6.4", reason, field });
