import { type Calendar, nextWork } from "@/lib/platform/business-time";
import type { Refusal } from "@/lib/platform/errors";
import type { HandoverStatus, KeyState } from "@/lib/platform/generated/enums";
import { addDays, type Day, dayIn, instantAt, weekdayOf } from "@/lib/platform/time";
import { statusInWords } from "@/lib/handovers/lifecycle";

/** Until when: the next working day, the next Monday, or a day of the calendar. */
export type SnoozeChoice = "tomorrow" | "monday" | Day;

/** How many days ahead something may be put off. */
const AT_MOST_DAYS = 90;

/**
 * When a snoozed key comes back: as the person begins to work on that day, or on the next one on which they do. The clock
 * keeps running meanwhile, since putting off is no reason for a pause (B5).
 */
export function snoozeUntil(choice: SnoozeChoice, { calendar, now }: { calendar: Calendar; now: Date }): { at: Date } | { refusal: Refusal } {
  const today = dayIn(calendar.zone, now);
  const day = choice === "tomorrow" ? addDays(today, 1) : choice === "monday" ? addDays(today, 7 - weekdayOf(today)) : choice;
  if (day <= today || day > addDays(today, AT_MOST_DAYS))
    return { refusal: { code: "INVALID", rule: "B5", reason: `Choose a day after today, within the next ${AT_MOST_DAYS} days.` } };
  return { at: nextWork(calendar, instantAt(calendar.zone, day, 0)) };
}

export type SnoozeFacts = { holder: { id: string; name: string }; state: KeyState; status: HandoverStatus };

/** Why this person may not put this key off, or null: it is their own, and waits for them (P1.7). */
export function snoozeRefusal(person: string | null, { holder, state, status }: SnoozeFacts): Refusal | null {
  if (person !== holder.id) return { code: "FORBIDDEN", rule: "P1.7", reason: `Only ${holder.name}, who holds this key, can snooze it.` };
  if (status !== "SUBMITTED") return { code: "CONFLICT", rule: "P1.7", reason: `The handover is ${statusInWords(status)}: nothing waits for you.` };
  if (state !== "OPEN") return { code: "CONFLICT", rule: "P1.7", reason: "You have decided already: nothing waits for you." };
  return null;
}

/** Is it out of the inbox now? A resubmission brings it back, since it was put off as another version (P1.8). */
export const isSnoozed = (snooze: { until: Date; briefVersion: number } | null, { briefVersion, now }: { briefVersion: number; now: Date }): boolean =>
  snooze !== null && snooze.until > now && snooze.briefVersion === briefVersion;
