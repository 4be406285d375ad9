import { addDays, type Day, dayIn, instantAt, weekdayOf } from "@/lib/platform/time";

/** The Monday of the week that an instant falls in, in a zone. */
export function weekOf(at: Date, zone: string): Day {
  const day = dayIn(zone, at);
  return addDays(day, -weekdayOf(day));
}

/** The Mondays from one instant's week to another's, both included. */
export function weeksBetween(from: Date, to: Date, zone: string): Day[] {
  const weeks: Day[] = [];
  for (let week = weekOf(from, zone); week <= weekOf(to, zone); week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

/** The instant with which a day ends, in a zone: up to it, the day's figures count. */
export const endOfDayIn = (zone: string, day: Day): Date => new Date(instantAt(zone, addDays(day, 1), 0).getTime() - 1);
