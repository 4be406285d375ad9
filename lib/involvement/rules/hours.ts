import type { Refusal } from "@/lib/platform/errors";
import { addDays, type Day } from "@/lib/platform/time";
import { minutesText } from "../format";

/** Of one entry of time, in minutes: a person's long day at most. */
export const ENTRY = { least: 5, most: 720 } as const;
/** So far back can time be recorded, in days. */
export const DAYS_BACK = 31;

type Entry = { minutes: number; workedOn: Day };

/** P5.5: why this is no time that somebody spent, or null. `today` is the day where the person works. */
export function entryProblem({ minutes, workedOn }: Entry, { today, since }: { today: Day; since: Day }): (Refusal & { field: string }) | null {
  if (!Number.isInteger(minutes) || minutes < ENTRY.least || minutes > ENTRY.most) return no("minutes", `Enter from ${ENTRY.least} minutes to ${minutesText(ENTRY.most)} at once.`);
  if (workedOn > today) return no("workedOn", "The day cannot lie ahead.");
  if (workedOn < since) return no("workedOn", "The day lies before it was asked for.");
  if (workedOn < addDays(today, -DAYS_BACK)) return no("workedOn", `Choose a day of the last ${DAYS_BACK} days.`);
  return null;
}

/** At the cap it stops (P6.4): what took longer is a new request, decided anew. */
export const capRefusal = ({ spentMinutes, capMinutes }: { spentMinutes: number; capMinutes: number }): Refusal | null =>
  spentMinutes < capMinutes ? null
    : { code: "CONFLICT", rule: "P6.4", reason: `The time that was agreed, ${minutesText(capMinutes)}, is used up. Answer with what you know; for more, the seller asks anew.` };

const no = (field: string, reason: string) => ({ code: "INVALID" as const, rule: "P5.5", reason, field });
