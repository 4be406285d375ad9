import { dateFormat } from "@/lib/platform/intl";
import { dayIn, daysBetween } from "@/lib/platform/time";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** "Thu 12 Nov 2026, 14:03" in the zone given (IANA name). */
export function absoluteTime(at: Date, zone: string): string {
  return dateFormat("en-GB", { timeZone: zone, weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** "12 Nov 2026" in the zone given; the year is left out when it is that of `now`. */
export function dateText(at: Date, zone: string, now?: Date): string {
  const year = (date: Date) => dayIn(zone, date).slice(0, 4);
  const withYear = !now || year(at) !== year(now);
  return dateFormat("en-GB", { timeZone: zone, day: "numeric", month: "short", ...(withYear ? { year: "numeric" as const } : {}) }).format(at);
}

/** "14:03" in the zone given. */
export function clockText(at: Date, zone: string): string {
  return dateFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/**
 * Time as a person would say it: "just now", "5 minutes ago", "in 2 hours", "yesterday, 14:03", "Thursday, 09:00" (within
 * six days), else the date. Days are calendar days of the reader's zone.
 */
export function relativeTime(at: Date, now: Date, zone: string): string {
  const difference = at.getTime() - now.getTime();
  const distance = Math.abs(difference);
  const say = (words: string) => (difference < 0 ? `${words} ago` : `in ${words}`);
  if (distance < MINUTE) return difference <= 0 ? "just now" : "in a moment";
  if (distance < HOUR) return say(plural(Math.floor(distance / MINUTE), "minute"));
  const days = daysBetween(dayIn(zone, now), dayIn(zone, at));
  if (days === 0 || distance < 6 * HOUR) return say(plural(Math.floor(distance / HOUR), "hour"));
  const clock = clockText(at, zone);
  if (days === 1) return `tomorrow, ${clock}`;
  if (days === -1) return `yesterday, ${clock}`;
  if (Math.abs(days) < 7) {
    const weekday = dateFormat("en-GB", { timeZone: zone, weekday: "long" }).format(at);
    return days < 0 ? `last ${weekday}, ${clock}` : `${weekday}, ${clock}`;
  }
  return dateText(at, zone, now);
}
