import "server-only";
import { calendarsOf } from "@/lib/handovers/queries/clocks";
import { dutyHolder } from "@/lib/handovers/rules/clocks";
import { addBusinessDays, type Calendar } from "@/lib/platform/business-time";
import type { Db } from "@/lib/platform/db";
import { clocksSchema } from "@/lib/policies/schema";

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

/** The calendars of some people, for the hours that their decisions took. */
export const calendars = (tx: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Calendar>> => calendarsOf(tx, ids);
