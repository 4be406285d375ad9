import "server-only";
import { calendarsOf } from "@/lib/handovers/queries/clocks";
import { dutyHolder } from "@/lib/handovers/rules/clocks";
import { addBusinessDays, type Calendar } from "@/lib/platform/business-time";
import type { Db } from "@/lib/platform/db";
import { DAY } from "@/lib/platform/time";
import { clocksSchema } from "@/lib/policies/schema";
import { workClock } from "../rules/work-clock";

/** When the clock from won to submitted runs out (B5), for people whose calendars were loaded, each with the backup's. */
export type DueOf = (contactOwnerId: string, wonAt: Date) => Date;

/** Reads the clocks' policy and the calendars of contact owners and their backups: a few queries for any number of deals. */
export async function dueOfWon(tx: Db, contactOwnerIds: readonly string[]): Promise<DueOf> {
  if (contactOwnerIds.length === 0) return (_, wonAt) => wonAt;
  const [policy, backups] = await Promise.all([
    tx.policyVersion.findFirstOrThrow({ where: { kind: "CLOCKS", status: "PUBLISHED" }, orderBy: { version: "desc" }, select: { content: true } }),
    tx.user.findMany({ where: { id: { in: [...new Set(contactOwnerIds)] }, backupId: { not: null } }, select: { backupId: true } }),
  ]);
  const calendars = await calendarsOf(tx, [...contactOwnerIds, ...backups.flatMap(({ backupId }) => backupId ?? [])]);
  const { backupAfterDaysAway, clocks } = clocksSchema.parse(policy.content);
  const personOf = (id: string | null) => {
    const calendar = id === null ? undefined : calendars.get(id);
    return calendar && id !== null ? { id, name: "", calendar } : null;
  };
  return (contactOwnerId, wonAt) => {
    const person = personOf(contactOwnerId);
    if (!person) return wonAt;
    const duty = dutyHolder({ person, backup: personOf(person.calendar.backupId), since: wonAt, backupAfterDaysAway });
    return addBusinessDays(duty.calendar, wonAt, clocks.wonToSubmitted.businessDays);
  };
}

/** `workClock` of rules/work-clock.ts for each of some people, over whole days, so that a day's readers share them. */
export async function workClocks(tx: Db, ids: readonly string[], { from, to }: { from: Date; to: Date }): Promise<ReadonlyMap<string, WorkClock>> {
  const range = { from: new Date(Math.floor(from.getTime() / DAY) * DAY), to: new Date(Math.ceil(to.getTime() / DAY) * DAY) };
  return new Map([...(await calendarsOf(tx, ids))].map(([id, calendar]) => [id, laidOut(calendar, range)]));
}

type WorkClock = ReturnType<typeof workClock>;
const MOST_KEPT = 300;
const kept = new Map<string, WorkClock>();

/** Laying out a person's months costs more than reading them; the same calendar over the same days is kept. */
function laidOut(calendar: Calendar, range: { from: Date; to: Date }): WorkClock {
  const { zone, weekly, holidays, timeOff } = calendar;
  const key = JSON.stringify([zone, weekly, holidays, timeOff, range]);
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const clock = workClock(calendar, range);
  kept.set(key, clock);
  return clock;
}
