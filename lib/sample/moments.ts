import { addDays, type Day, dayIn, instantAt, weekdayOf } from "@/lib/platform/time";

const isWeekend = (day: Day) => weekdayOf(day) >= 5;

/**
 * The instant at which a clock in `zone` shows `clock` ("09:30"), so many weekdays before the day of `now` in UTC. The
 * count is negative: the sample's history lies behind, and keeps off weekends.
 */
export function weekdayAt(now: Date, { days, clock, zone }: { days: number; clock: string; zone: string }): Date {
  let day = dayIn("UTC", now);
  for (let left = -days; left > 0; ) {
    day = addDays(day, -1);
    if (!isWeekend(day)) left -= 1;
  }
  const [hours = "0", minutes = "0"] = clock.split(":");
  return instantAt(zone, day, Number(hours) * 60 + Number(minutes));
}

/** The day so many days from now; what would be a weekend moves away from now, to the next or the last weekday. */
export function dayFrom(now: Date, days: number): Day {
  let day = addDays(dayIn("UTC", now), days);
  while (isWeekend(day)) day = addDays(day, days < 0 ? -1 : 1);
  return day;
}

/** Texts may hold `{+40}` and `{-10}`: a day from now, as people write it ("4 January"). */
export const withDates = (text: string, now: Date): string =>
  text.replace(/\{([+-]\d+)\}/g, (_, days: string) =>
    new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(dayFrom(now, Number(days)))));
