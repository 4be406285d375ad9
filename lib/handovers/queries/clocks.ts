import "server-only";
import { addBusinessDays, type Calendar, calendarOf } from "@/lib/platform/business-time";
import type { Db } from "@/lib/platform/db";
import { policiesInForce } from "@/lib/policies/queries";
import { dutyHolder } from "../rules/clocks";

const day = (date: Date) => date.toISOString().slice(0, 10);

/** The calendars of some people, by id: zone, working hours, time off, and the organisation's holidays. No authorisation here. */
export async function calendarsOf(db: Db, userIds: readonly string[]): Promise<Map<string, Calendar & { backupId: string | null }>> {
  const ids = [...new Set(userIds)];
  if (ids.length === 0) return new Map();
  const [people, holidays] = await Promise.all([
    db.user.findMany({
      relationLoadStrategy: "join",
      where: { id: { in: ids } },
      select: { id: true, zone: true, workingHours: true, backupId: true, timeOff: { select: { from: true, to: true } } },
    }),
    db.holiday.findMany({ select: { date: true } }),
  ]);
  const free = holidays.map(({ date }) => day(date));
  return new Map(people.map(({ id, zone, workingHours, backupId, timeOff }) => {
    const off = timeOff.map(({ from, to }) => ({ from: day(from), to: day(to) }));
    return [id, { ...calendarOf({ zone, workingHours, holidays: free, timeOff: off }), backupId }];
  }));
}

/**
 * When the time of whoever holds a key runs out (B5, submitted to decision), counted from `now` in business days of
 * whoever must act: the holder, or the backup during longer time off.
 */
export async function decisionDue(db: Db, holderId: string, now: Date): Promise<Date> {
  const { clocks } = await policiesInForce(db);
  const person = await clockPerson(db, holderId);
  if (!person) throw new Error(`Nobody has the id ${holderId}.`);
  const backup = person.calendar.backupId === null ? null : await clockPerson(db, person.calendar.backupId);
  const { backupAfterDaysAway, clocks: { submittedToDecision } } = clocks.content;
  const duty = dutyHolder({ person, backup, since: now, backupAfterDaysAway });
  return addBusinessDays(duty.calendar, now, submittedToDecision.businessDays);
}

async function clockPerson(db: Db, id: string) {
  const calendar = (await calendarsOf(db, [id])).get(id);
  return calendar ? { id, name: "", calendar } : null;
}
