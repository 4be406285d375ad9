import "server-only";
import { addBusinessDays, type Calendar, calendarOf } from "@/lib/platform/business-time";
import type { Db } from "@/lib/platform/db";
import { policiesInForce } from "@/lib/policies/queries";
import { dutyHolder } from "../rules/clocks";

type StoredCalendar = {
  id: string; zone: string; workingHours: unknown; backupId: string | null; timeOff: { from: string; to: string }[]; holidays: string[];
};

/**
 * The calendars of some people, by id: zone, working hours, time off, and the organisation's holidays. One statement:
 * the inbox asks for it at every view. No authorisation here.
 */
export async function calendarsOf(db: Db, userIds: readonly string[]): Promise<Map<string, Calendar & { backupId: string | null }>> {
  const ids = [...new Set(userIds)];
  if (ids.length === 0) return new Map();
  const people = await db.$queryRaw<StoredCalendar[]>`
    SELECT u.id, u.zone, u."workingHours", u."backupId",
      coalesce((SELECT json_agg(json_build_object('from', o."from", 'to', o."to")) FROM "TimeOff" o WHERE o."userId" = u.id), '[]') AS "timeOff",
      coalesce((SELECT json_agg(h.date) FROM "Holiday" h), '[]') AS holidays
    FROM "User" u WHERE u.id = ANY(${ids}::uuid[])`;
  return new Map(people.map(({ id, backupId, ...stored }) => [id, { ...calendarOf(stored), backupId }]));
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
