import { addDays, type Day, dayIn, daysBetween, instantAt, nextDay, weekdayOf } from "./time";
import { isZone } from "./zones";

/** Seven lists of intervals, Monday first: [["09:00", "12:30"], ["13:30", "17:00"]]. "24:00" ends a day. */
export type WeeklyHours = readonly (readonly (readonly [string, string])[])[];

/** When one person works: zone, hours of each weekday, public holidays, and time off (both ends included). */
export type Calendar = {
  zone: string;
  weekly: WeeklyHours;
  holidays: readonly Day[];
  timeOff: readonly { from: Day; to: Day }[];
};

export type Interval = { start: Date; end: Date };

const MINUTE = 60_000;
/** How far ahead working time is looked for; who has none until then is taken to act at that moment. */
const HORIZON_DAYS = 1_100;
const NINE_TO_FIVE = [["09:00", "17:00"]] as const;

/** Monday to Friday, nine to five: of whom we know nothing better, such as a client. */
export const STANDARD_WEEK: WeeklyHours = [NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, [], []];

/** A calendar from stored values: an unknown zone becomes UTC, and hours that make no week become the standard one. */
export function calendarOf(stored: {
  zone: string;
  workingHours?: unknown;
  holidays?: readonly Day[];
  timeOff?: readonly { from: Day; to: Day }[];
}): Calendar {
  const { zone, workingHours, holidays = [], timeOff = [] } = stored;
  return { zone: isZone(zone) ? zone : "UTC", weekly: isWeek(workingHours) ? workingHours : STANDARD_WEEK, holidays, timeOff };
}

/** Whether the person has working hours on a day: neither free by the week, nor a holiday, nor time off. */
export const isWorkingDay = (calendar: Calendar, day: Day): boolean =>
  isFree(calendar, day) ? false : intervalsOf(calendar, day).length > 0;

/** Whether the person is working at an instant. The end of an interval is no longer work. */
export const isWorking = (calendar: Calendar, at: Date): boolean =>
  workOn(calendar, dayIn(calendar.zone, at)).some(({ start, end }) => start <= at && at < end);

/** The person's working time between two instants, in order, cut to them. */
export function workBetween(calendar: Calendar, from: Date, to: Date): Interval[] {
  const found: Interval[] = [];
  const last = dayIn(calendar.zone, to);
  for (let day = dayIn(calendar.zone, from); day <= last; day = nextDay(day))
    for (const { start, end } of workOn(calendar, day))
      if (end > from && start < to) found.push({ start: start > from ? start : from, end: end < to ? end : to });
  return found;
}

/** The working minutes between two instants, fractions included; negative when `to` is before `from`. */
export function businessMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  if (to < from) return -businessMinutesBetween(calendar, to, from);
  return workBetween(calendar, from, to).reduce((sum, { start, end }) => sum + (end.getTime() - start.getTime()), 0) / MINUTE;
}

/** The first instant, from this one on, at which the person works. */
export function nextWork(calendar: Calendar, at: Date): Date {
  for (const { start, end } of workFrom(calendar, at)) if (end > at) return start > at ? start : at;
  return horizon(calendar, at);
}

/** The instant by which so many working minutes (0 or more) have passed. */
export function addBusinessMinutes(calendar: Calendar, at: Date, minutes: number): Date {
  let left = minutes * MINUTE;
  if (left <= 0) return at;
  for (const { start, end } of workFrom(calendar, at)) {
    const from = Math.max(start.getTime(), at.getTime());
    const length = end.getTime() - from;
    if (length <= 0) continue;
    if (left <= length) return new Date(from + left);
    left -= length;
  }
  return horizon(calendar, at);
}

/** The same in hours. */
export const addBusinessHours = (calendar: Calendar, at: Date, hours: number): Date => addBusinessMinutes(calendar, at, hours * 60);

/**
 * The end of the last of so many full working days (B5: a day is the person's next full working day). A day counts
 * when its work begins at or after `at`. With 0, the end of the working day that `at` is in or before; with a
 * negative number, the end of that many working days before the day of `at`.
 */
export function addBusinessDays(calendar: Calendar, at: Date, days: number): Date {
  const today = dayIn(calendar.zone, at);
  let left = Math.abs(days);
  for (let i = days < 0 ? 1 : 0; i <= HORIZON_DAYS; i++) {
    const work = workOn(calendar, addDays(today, days < 0 ? -i : i));
    const first = work[0];
    const last = work.at(-1);
    if (!first || !last) continue;
    if (days === 0 ? last.end > at : days < 0 || first.start >= at) left -= 1;
    else continue;
    if (left <= 0) return last.end;
  }
  return days < 0 ? at : horizon(calendar, at);
}

/** The person's working days from the day of `from` to the day of `to`, both included. */
export function workingDays(calendar: Calendar, from: Date, to: Date): Day[] {
  const first = dayIn(calendar.zone, from);
  const length = daysBetween(first, dayIn(calendar.zone, to)) + 1;
  return Array.from({ length: Math.max(0, length) }, (_, i) => addDays(first, i)).filter((day) => isWorkingDay(calendar, day));
}

/** Whether time off takes all the work that the person would have had between two instants. */
export function isAwayThroughout(calendar: Calendar, from: Date, to: Date): boolean {
  const otherwise = { ...calendar, timeOff: [] };
  return workBetween(calendar, from, to).length === 0 && workBetween(otherwise, from, to).length > 0;
}

/**
 * The last day of the time off that a day falls in, and how many working days it takes from that day on. Time off
 * that follows without a working day between counts as one. Null when the person is not off.
 */
export function timeOffAround(calendar: Calendar, day: Day): { until: Day; workingDays: number } | null {
  if (!isOff(calendar, day)) return null;
  const otherwise = { ...calendar, timeOff: [] };
  let until = day;
  let lost = 0;
  for (let i = 0; i <= HORIZON_DAYS; i++) {
    const next = addDays(day, i);
    const off = isOff(calendar, next);
    if (!off && isWorkingDay(otherwise, next)) break;
    if (off) until = next;
    if (off && isWorkingDay(otherwise, next)) lost += 1;
  }
  return { until, workingDays: lost };
}

/**
 * How many minutes two people's working hours have in common on an average weekday of theirs, over the four weeks
 * from a day on. Time off and holidays are left out: it is about habits.
 */
export function overlapMinutes(a: Calendar, b: Calendar, from: Day): number {
  const habit = (calendar: Calendar) => ({ ...calendar, holidays: [], timeOff: [] });
  const [one, other] = [habit(a), habit(b)];
  const start = instantAt(a.zone, from, 0);
  const end = instantAt(a.zone, addDays(from, 28), 0);
  const theirs = workBetween(other, start, end);
  const common = workBetween(one, start, end).reduce((sum, mine) => sum + theirs.reduce((part, { start: s, end: e }) =>
    part + Math.max(0, Math.min(mine.end.getTime(), e.getTime()) - Math.max(mine.start.getTime(), s.getTime())), 0), 0);
  const days = workingDays(one, start, new Date(end.getTime() - 1)).length;
  return days === 0 ? 0 : Math.round(common / MINUTE / days);
}

/** Work by calendar and day, once asked for: a list asks about the same days in every row. */
const WORK = new WeakMap<Calendar, Map<Day, Interval[]>>();

/** The person's work on one day, as instants. On a day when clocks change it is longer or shorter by just that. */
export function workOn(calendar: Calendar, day: Day): Interval[] {
  let known = WORK.get(calendar);
  if (!known) WORK.set(calendar, (known = new Map()));
  let work = known.get(day);
  if (!work) known.set(day, (work = workAnew(calendar, day)));
  return work;
}

function workAnew(calendar: Calendar, day: Day): Interval[] {
  if (isFree(calendar, day)) return [];
  return intervalsOf(calendar, day)
    .map(([from, to]) => ({ start: instantAt(calendar.zone, day, minutes(from)), end: instantAt(calendar.zone, day, minutes(to)) }))
    .filter(({ start, end }) => start < end);
}

function* workFrom(calendar: Calendar, at: Date): Generator<Interval> {
  const today = dayIn(calendar.zone, at);
  for (let i = 0; i <= HORIZON_DAYS; i++) yield* workOn(calendar, addDays(today, i));
}

const horizon = ({ zone }: Calendar, at: Date) => instantAt(zone, addDays(dayIn(zone, at), HORIZON_DAYS + 1), 0);
const isOff = ({ timeOff }: Calendar, day: Day) => timeOff.some(({ from, to }) => from <= day && day <= to);
const isFree = (calendar: Calendar, day: Day) => calendar.holidays.includes(day) || isOff(calendar, day);
const intervalsOf = ({ weekly }: Calendar, day: Day) => weekly[weekdayOf(day)] ?? [];

function minutes(clock: string): number {
  const [hours = "0", rest = "0"] = clock.split(":");
  return Number(hours) * 60 + Number(rest);
}

/** Seven days of clock times in order, none overlapping, and at least one of them working. */
export function isWeek(value: unknown): value is WeeklyHours {
  if (!Array.isArray(value) || value.length !== 7) return false;
  const days: unknown[] = value;
  return days.every(isDayPlan) && days.some((day) => Array.isArray(day) && day.length > 0);
}

function isDayPlan(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  let last = -1;
  return value.every((interval: unknown) => {
    if (!Array.isArray(interval) || interval.length !== 2 || !interval.every(isClock)) return false;
    const [from, to] = interval.map(minutes);
    if (from === undefined || to === undefined || from < last || to <= from) return false;
    last = to;
    return true;
  });
}

const isClock = (value: unknown): value is string => typeof value === "string" && /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value);
