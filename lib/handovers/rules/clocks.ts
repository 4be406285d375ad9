import {
  addBusinessDays, addBusinessMinutes, businessMinutesBetween, type Calendar, isAwayThroughout, timeOffAround, workBetween,
} from "@/lib/platform/business-time";
import { addDays, dayIn, instantAt } from "@/lib/platform/time";
import { CLOCKS, type ClockName } from "@/lib/policies/format";
import type { Clocks } from "@/lib/policies/schema";

/** Somebody who may have to act, with working hours. */
export type ClockPerson = { id: string; name: string; calendar: Calendar };

/** A pause of a clock, for a listed reason (B5); `to` is null while it lasts. */
export type Pause = { from: Date; to: Date | null; reason: string };

export type ClockFacts = {
  clock: ClockName;
  /** When it began to run. */
  since: Date;
  /** When the duty was done; null while it runs. */
  doneAt: Date | null;
  person: ClockPerson;
  backup: ClockPerson | null;
  pauses: readonly Pause[];
  policy: Clocks;
  now: Date;
};

export type ClockReading = {
  clock: ClockName;
  rule: "B5";
  /** Who must act: the person, or the backup during longer time off. */
  duty: { id: string; name: string; insteadOf: { id: string; name: string } | null };
  dueAt: Date;
  /** Working minutes of who must act: all that the clock gives, what is used up and what is left (negative when late). */
  totalMinutes: number;
  elapsedMinutes: number;
  remainingMinutes: number;
  /** Elapsed of total; 1 at the end, more when late. */
  fraction: number;
  /** The parts, in per cent, at which people are told, that have been reached. */
  reached: number[];
  /** When each part is reached; for the jobs that tell people. */
  tellAt: { percent: number; at: Date }[];
  isPaused: boolean;
  isLate: boolean;
  /** "4 h left", "2 h late", "done in time", "paused: the client is away". */
  words: string;
  reason: string;
};

/**
 * Reads one clock (B5): due at the end of so many full working days of whoever must act, later by the working time
 * that a pause took. Longer time off at the start moves the duty, and the hours it runs in, to the backup.
 */
export function readClock({ clock, since, doneAt, person, backup, pauses, policy, now }: ClockFacts): ClockReading {
  const holder = dutyHolder({ person, backup, since, backupAfterDaysAway: policy.backupAfterDaysAway });
  const { calendar } = holder;
  const { businessDays } = policy.clocks[clock];
  const unpaused = addBusinessDays(calendar, since, businessDays);
  const totalMinutes = businessMinutesBetween(calendar, since, unpaused);
  const end = doneAt ?? now;
  const stops = merged(pauses.map(({ from, to }) => ({ from: from < since ? since : from, to: to ?? end })).filter(({ from, to }) => from < to));
  const at = (minutes: number) => runningUntil(calendar, since, minutes, stops);
  const dueAt = stops.length === 0 ? unpaused : at(totalMinutes);
  const paused = stops.filter(({ from }) => from < end).reduce((sum, { from, to }) => sum + businessMinutesBetween(calendar, from, to < end ? to : end), 0);
  const elapsedMinutes = Math.max(0, businessMinutesBetween(calendar, since, end) - paused);
  const fraction = totalMinutes === 0 ? 1 : elapsedMinutes / totalMinutes;
  const current = doneAt ? undefined : pauses.find(({ from, to }) => from <= now && (to === null || to > now));
  const remainingMinutes = totalMinutes - elapsedMinutes;
  const isLate = end > dueAt;
  const pauseLabel = policy.pauseReasons.find(({ value }) => value === current?.reason)?.label ?? current?.reason;
  return {
    clock, rule: "B5", dueAt, totalMinutes, elapsedMinutes, remainingMinutes, fraction,
    duty: { id: holder.id, name: holder.name, insteadOf: holder === person ? null : { id: person.id, name: person.name } },
    reached: policy.tellAt.filter((percent) => (percent >= 100 ? end >= dueAt : fraction * 100 >= percent)),
    tellAt: policy.tellAt.map((percent) => ({ percent, at: percent >= 100 ? dueAt : at((totalMinutes * percent) / 100) })),
    isPaused: current !== undefined,
    isLate,
    words: doneAt ? (isLate ? `done ${duration(-remainingMinutes, calendar)} late` : "done in time")
      : current ? `paused: ${lowerFirst(pauseLabel ?? "")}`
      : isLate ? `${duration(-remainingMinutes, calendar)} late` : `${duration(remainingMinutes, calendar)} left`,
    reason: `${holder.name} has ${businessDays === 1 ? "one full working day" : `${businessDays} full working days`} to ${CLOCKS[clock].duty}, `
      + `from when ${CLOCKS[clock].from}.${holder === person ? "" : ` ${person.name} is away.`}`,
  };
}

/**
 * Who must act on a duty that begins at `since` (B5): the person, unless time off of more working days than the
 * policy says covers the beginning, or begins before the person has worked again; then the backup, if not away, too.
 */
export function dutyHolder(facts: { person: ClockPerson; backup: ClockPerson | null; since: Date; backupAfterDaysAway: number }): ClockPerson {
  const { person, backup, since, backupAfterDaysAway } = facts;
  const away = longAbsence(person, since, backupAfterDaysAway);
  if (away === null || backup === null) return person;
  const until = instantAt(person.calendar.zone, addDays(away, 1), 0);
  return isAwayThroughout(backup.calendar, since, until) ? person : backup;
}

/** The last day of a longer time off in which the person's next work would have been; null when there is none. */
function longAbsence({ calendar }: ClockPerson, since: Date, moreThan: number): string | null {
  const today = dayIn(calendar.zone, since);
  const worksToday = workBetween(calendar, since, instantAt(calendar.zone, addDays(today, 1), 0)).length > 0;
  const otherwise = { ...calendar, timeOff: [] };
  let day = today;
  if (!isAbsent(calendar, day) && !worksToday)
    for (let i = 1; i <= 14; i++) {
      day = addDays(today, i);
      if (isAbsent(calendar, day) || workBetween(otherwise, instantAt(calendar.zone, day, 0), instantAt(calendar.zone, addDays(day, 1), 0)).length > 0) break;
    }
  const off = worksToday ? null : timeOffAround(calendar, day);
  return off !== null && off.workingDays > moreThan ? off.until : null;
}

const isAbsent = ({ timeOff }: Calendar, day: string) => timeOff.some(({ from, to }) => from <= day && day <= to);

/** When so many minutes have run, standing still during the stops. */
function runningUntil(calendar: Calendar, since: Date, minutes: number, stops: readonly { from: Date; to: Date }[]): Date {
  let from = since;
  let left = minutes;
  for (const stop of stops) {
    const run = businessMinutesBetween(calendar, from, stop.from);
    if (run >= left) break;
    left -= run;
    from = stop.to;
  }
  return addBusinessMinutes(calendar, from, left);
}

function merged(stops: readonly { from: Date; to: Date }[]): { from: Date; to: Date }[] {
  const result: { from: Date; to: Date }[] = [];
  for (const stop of [...stops].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = result.at(-1);
    if (last && stop.from <= last.to) last.to = stop.to > last.to ? stop.to : last.to;
    else result.push({ ...stop });
  }
  return result;
}

/** Working minutes as people say them: "1 d 3 h", "45 min". A day is one of the person's average length. */
function duration(minutes: number, { weekly }: Calendar): string {
  const lengths = weekly.filter((day) => day.length > 0).map((day) => day.reduce((sum, [from, to]) => sum + clock(to) - clock(from), 0));
  const day = Math.max(60, lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length));
  const whole = Math.max(1, Math.round(minutes));
  const days = Math.floor(whole / day);
  const hours = Math.floor((whole - days * day) / 60);
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  return hours > 0 ? `${hours} h` : `${whole} min`;
}

const clock = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
