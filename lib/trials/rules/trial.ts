import { fillerReason } from "@/lib/handovers/rules/filler";
import { minutesText } from "@/lib/involvement/format";
import { addBusinessDays, type Calendar } from "@/lib/platform/business-time";
import type { InvolvementCaps } from "@/lib/policies/schema";
import type { Refusal } from "@/lib/platform/errors";
import { type Day, dayIn } from "@/lib/platform/time";

/** The cap of a trial task, in minutes: the least, and what is offered. The most is policy (B6). */
export const TRIAL_CAP = { least: 30, usual: 960 } as const;

/** The words beside each field of a trial task. */
export const TRIAL_WORDS = {
  purpose: { label: "Purpose", help: "What the client and we know afterwards that nobody knows now." },
  scope: { label: "Scope", help: "What is done, and what is left out." },
  entryCriteria: { label: "Entry criteria", help: "What must be there before it starts: access, data, a person who answers." },
  exitCriteria: { label: "Exit criteria", help: "How everybody sees that it is done, and whether it worked." },
} as const;
export type TrialText = keyof typeof TRIAL_WORDS;

type Problem = Refusal & { field: string };

/** When it is due if nobody says otherwise, and at the latest, in business days of the developer from now. */
export const usualDue = (calendar: Calendar, now: Date, { trialDueDays }: Pick<InvolvementCaps, "trialDueDays">): Day => dayIn(calendar.zone, addBusinessDays(calendar, now, trialDueDays));
export const latestDue = (calendar: Calendar, now: Date, { trialDueDaysAtMost }: Pick<InvolvementCaps, "trialDueDaysAtMost">): Day => dayIn(calendar.zone, addBusinessDays(calendar, now, trialDueDaysAtMost));

/** P6.5: a trial task says why, what, how it begins and ends, how long it may take, and by when. The first problem, or null. */
export function trialProblem(
  trial: Record<TrialText, string> & { capMinutes: number; dueOn: Day }, { calendar, now, caps }: { calendar: Calendar; now: Date; caps: InvolvementCaps },
): Problem | null {
  for (const name of Object.keys(TRIAL_WORDS) as TrialText[]) {
    const filler = fillerReason(trial[name], TRIAL_WORDS[name]);
    if (filler) return no(name, filler);
  }
  const cap = capProblem(trial.capMinutes, caps);
  if (cap) return cap;
  if (trial.dueOn <= dayIn(calendar.zone, now)) return no("dueOn", "Choose a due date that lies ahead.");
  const latest = latestDue(calendar, now, caps);
  return trial.dueOn > latest ? no("dueOn", `Choose a due date within ${caps.trialDueDaysAtMost} business days: ${latest} at the latest.`) : null;
}

const capProblem = (capMinutes: number, { trialHours }: Pick<InvolvementCaps, "trialHours">): Problem | null =>
  Number.isInteger(capMinutes) && capMinutes >= TRIAL_CAP.least && capMinutes <= trialHours * 60 ? null
    : no("hours", `Give a cap from ${minutesText(TRIAL_CAP.least)} to ${minutesText(trialHours * 60)}.`);

/** More time is more than was spent: else it would stop again at once. */
export const extensionProblem = (capMinutes: number, { spentMinutes }: { spentMinutes: number }, caps: InvolvementCaps): Problem | null =>
  capProblem(capMinutes, caps) ?? (capMinutes > spentMinutes ? null : no("hours", `${minutesText(spentMinutes)} are spent already. Approve a cap above that, or let the seller cancel.`));

const no = (field: string, reason: string): Problem => ({ code: "INVALID", rule: "P6.5", reason, field });
