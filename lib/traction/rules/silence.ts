import { type Calendar, workOn } from "@/lib/platform/business-time";
import { addDays, type Day, dayIn } from "@/lib/platform/time";

/** Further back than this nobody counts: the answer is then "at least so many". */
const LOOK_BACK_DAYS = 800;

/**
 * How many business days have passed in silence since the day on which the client was heard last (P5.3, P5.6): the
 * seller's working days after that day whose work is over.
 */
export function silentDays(calendar: Calendar, heardOn: Day, now: Date): number {
  const today = dayIn(calendar.zone, now);
  const earliest = addDays(today, -LOOK_BACK_DAYS);
  let days = 0;
  for (let day = addDays(heardOn > earliest ? heardOn : earliest, 1); day <= today; day = addDays(day, 1)) {
    const end = workOn(calendar, day).at(-1)?.end;
    if (end && end <= now) days += 1;
  }
  return days;
}
