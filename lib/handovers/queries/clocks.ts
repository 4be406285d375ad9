import "server-only";
import { addBusinessDays, type Calendar, calendarOf, timeOffAround } from "@/lib/platform/business-time";
import type { Db } from "@/lib/platform/db";
import { dayIn } from "@/lib/platform/time";
import { policiesInForce } from "@/lib/policies/queries";

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
 * When the time of whoever holds a key runs out (B5, submitted to decision), counted from `now` in their own business
 * days. While they are off for longer than the policy allows, it is their backup's calendar that counts.
 */
export async function decisionDue(db: Db, holderId: string, now: Date): Promise<Date> {
  const { clocks } = await policiesInForce(db);
  const { businessDays } = clocks.content.clocks.submittedToDecision;
  const own = (await calendarsOf(db, [holderId])).get(holderId);
  if (!own) throw new Error(`Nobody has the id ${holderId}.`);
  const off = timeOffAround(own, dayIn(own.zone, now));
  const isLong = off !== null && off.workingDays > clocks.content.backupAfterDaysAway;
  const backup = isLong && own.backupId ? (await calendarsOf(db, [own.backupId])).get(own.backupId) : undefined;
  return addBusinessDays(backup ?? own, now, businessDays);
}
