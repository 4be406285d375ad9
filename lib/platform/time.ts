import { tzOffset } from "@date-fns/tz/tzOffset";

/** A day of the calendar without a zone, as yyyy-mm-dd. */
export type Day = string;

const MINUTE = 60_000;
/** In milliseconds, and always 24 hours long: not a day of a calendar where clocks change. */
export const DAY = 24 * 60 * MINUTE;

const QUARTER = 15 * MINUTE;
/** Known offsets by zone and quarter of an hour: asking for one costs more than all the arithmetic around it. */
const KNOWN = new Map<string, Map<number, number>>();
const KNOWN_AT_MOST = 20_000;

/** The minutes by which the clocks of a zone are ahead of UTC at an instant. Since 1970 they change on the quarter hour. */
export function offsetMinutes(zone: string, at: Date): number {
  const time = at.getTime();
  if (!(time >= 0)) return tzOffset(zone, at);
  let known = KNOWN.get(zone);
  if (!known || known.size > KNOWN_AT_MOST) KNOWN.set(zone, (known = new Map()));
  const quarter = Math.floor(time / QUARTER);
  const found = known.get(quarter);
  if (found !== undefined) return found;
  const offset = tzOffset(zone, at);
  known.set(quarter, offset);
  return offset;
}

/** The day that an instant falls on, in a zone. */
export const dayIn = (zone: string, at: Date): Day => toDay(new Date(at.getTime() + offsetMinutes(zone, at) * MINUTE));

/** The minutes since midnight that a clock in the zone shows at an instant. */
export function minuteOfDay(zone: string, at: Date): number {
  const local = new Date(at.getTime() + offsetMinutes(zone, at) * MINUTE);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/**
 * The instant at which a clock in the zone shows `minute` (since midnight, 0 to 1440) on a day. A time that is
 * skipped when clocks go forward is read as that much later; of a time that comes twice, the first is meant.
 */
export function instantAt(zone: string, day: Day, minute: number): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE;
  const before = offsetMinutes(zone, new Date(wall - DAY)) * MINUTE;
  const after = offsetMinutes(zone, new Date(wall + DAY)) * MINUTE;
  const fits = [wall - before, wall - after].filter((at) => at + offsetMinutes(zone, new Date(at)) * MINUTE === wall);
  return new Date(fits.length > 0 ? Math.min(...fits) : wall - before);
}

/** The day that lies so many days after (or, negative, before) another. */
export const addDays = (day: Day, days: number): Day => toDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY));

const NEXT = new Map<Day, Day>();
const NEXT_AT_MOST = 5_000;

/** The day after: what walks along the calendar asks about the same days again and again. */
export function nextDay(day: Day): Day {
  let next = NEXT.get(day);
  if (next === undefined) {
    if (NEXT.size >= NEXT_AT_MOST) NEXT.clear();
    NEXT.set(day, (next = addDays(day, 1)));
  }
  return next;
}

/** How many days lie from one day to another. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

/** 0 for a Monday to 6 for a Sunday. */
export const weekdayOf = (day: Day): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

const toDay = (utc: Date): Day => utc.toISOString().slice(0, 10);
