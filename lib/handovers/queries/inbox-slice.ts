import "server-only";
import { type Ctx, personOf, zoneOf } from "@/lib/auth/ctx";
import { type InboxFilters, type InboxView, isOpenView } from "@/lib/inbox/format";
import { managedTeams } from "@/lib/inbox/policy";
import { Prisma } from "@/lib/platform/generated/client";
import type { Complexity } from "@/lib/platform/generated/enums";
import { type Cursor, likeText, readCursor } from "@/lib/platform/pagination";
import { addDays, dayIn, instantAt, weekdayOf } from "@/lib/platform/time";
import { readSearch } from "@/lib/search/rules/reading";

const { sql, empty } = Prisma;

/** Is this key out of its holder's inbox now? The query form of `isSnoozed`: no job brings it back, time does. */
const asleep = (me: string, now: Date) => sql`EXISTS (
  SELECT FROM "Snooze" s JOIN "Handover" v ON v.id = k."handoverId" AND v."briefVersion" = s."briefVersion"
  WHERE s."userId" = ${me}::uuid AND s."keyId" = k.id AND s.until > ${now})`;

const OPEN = sql`k.state = 'OPEN' AND k."handoverStatus" = 'SUBMITTED'`;
const mine = (me: string) => sql`k."holderId" = ${me}::uuid`;

/** Of several keys that one person holds of a handover, the first stands for it. */
const FIRST_OF_MINE = sql`NOT EXISTS (
  SELECT FROM "HandoverKey" o WHERE o."handoverId" = k."handoverId" AND o."holderId" = k."holderId" AND (o.role, o.id) < (k.role, k.id))`;
const NOTHING_OPEN = sql`(k."handoverStatus" <> 'SUBMITTED' OR NOT EXISTS (
  SELECT FROM "HandoverKey" o WHERE o."handoverId" = k."handoverId" AND o."holderId" = k."holderId" AND o.state = 'OPEN'))`;

/**
 * The keys of one view, as a condition on `k`; each has an index of its own (inbox_open, inbox_waiting, …) that begins with the
 * holder. `team`: the keys that wait for the people of the teams that somebody manages (P1.6).
 */
export function keysIn(ctx: Ctx, view: InboxView, me: string): Prisma.Sql {
  switch (view) {
    case "to-review": return sql`${mine(me)} AND ${OPEN} AND NOT ${asleep(me, ctx.now)}`;
    case "snoozed": return sql`${mine(me)} AND ${OPEN} AND ${asleep(me, ctx.now)}`;
    case "waiting": return sql`${mine(me)} AND k."handoverStatus" = 'RETURNED' AND ${FIRST_OF_MINE}`;
    case "accepted": return sql`${mine(me)} AND k.state = 'ACCEPTED' AND k."handoverStatus" IN ('SUBMITTED', 'ACCEPTED', 'IN_DELIVERY') AND ${NOTHING_OPEN} AND ${FIRST_OF_MINE}`;
    case "done": return sql`${mine(me)} AND k."handoverStatus" IN ('CLOSED', 'WITHDRAWN') AND ${FIRST_OF_MINE}`;
    case "team": {
      const teams = managedTeams(ctx.actor);
      return sql`${OPEN} AND k."holderId" IN (SELECT m."userId" FROM "Membership" m WHERE m."teamId" = ANY (${teams}::uuid[]) AND m.role IN ('PM', 'TEAM_LEAD'))
        AND EXISTS (SELECT FROM "HandoverTeam" mt WHERE mt."handoverId" = k."handoverId" AND mt."teamId" = ANY (${teams}::uuid[]))`;
    }
  }
}

/** The filters, as a condition on the handover `h`, its deal `d` and client `c`. They are asked of one person's keys, never of all. */
function filtered(ctx: Ctx, { view, team, client, complexity, owner, due, round, q }: InboxFilters): Prisma.Sql {
  const words = q === undefined ? null : readSearch(q);
  const like = `%${likeText(words?.text ?? "")}%`;
  const parts = [
    team && sql`EXISTS (SELECT FROM "HandoverTeam" ft WHERE ft."handoverId" = h.id AND ft."teamId" = ${team}::uuid)`,
    client && sql`d."clientId" = ${client}::uuid`,
    complexity && sql`h.complexity = ${complexity.toUpperCase() as Complexity}::"Complexity"`,
    owner && sql`h."contactOwnerId" = ${owner}::uuid`,
    round && (round === "first" ? sql`h.rounds = 0` : sql`h.rounds > 0`),
    due && isOpenView(view) && sql`k."dueAt" < ${dueBefore(ctx, due)}`,
    words && (words.handover === null ? sql`(c.name ILIKE ${like} OR d.name ILIKE ${like})` : sql`(h.number = ${words.handover} OR c.name ILIKE ${like} OR d.name ILIKE ${like})`),
  ].filter((part) => typeof part === "object" && part !== null);
  return parts.length === 0 ? empty : sql`AND ${Prisma.join(parts, " AND ")}`;
}

/** Overdue now; by the end of today; by the end of this week's Sunday: in the reader's zone. */
function dueBefore(ctx: Ctx, due: NonNullable<InboxFilters["due"]>): Date {
  if (due === "overdue") return ctx.now;
  const zone = zoneOf(ctx);
  const today = dayIn(zone, ctx.now);
  return instantAt(zone, addDays(today, due === "today" ? 1 : 7 - weekdayOf(today)), 0);
}

/** How a view is sorted: `key` and id, forwards by time left or by the end of a snooze, backwards by what happened last. */
function orderOf(view: InboxView, me: string): { key: Prisma.Sql; forwards: boolean } {
  if (view === "snoozed") return { key: sql`(SELECT z.until FROM "Snooze" z WHERE z."userId" = ${me}::uuid AND z."keyId" = k.id)`, forwards: true };
  if (isOpenView(view)) return { key: sql`coalesce(k."dueAt", 'infinity')`, forwards: true };
  return { key: sql`k."statusSince"`, forwards: false };
}

/** The ids of the keys on one page and one more, with the value they are sorted by; nothing for who is no person. */
export function pageOfKeys(ctx: Ctx, filters: InboxFilters, { after, take, only }: { after?: string; take: number; only?: readonly string[] }): Prisma.Sql {
  const me = personOf(ctx.actor) ?? "00000000-0000-0000-0000-000000000000";
  const { key, forwards } = orderOf(filters.view, me);
  const cursor = cursorOf(after);
  const compare = forwards ? sql`>` : sql`<`;
  const direction = forwards ? sql`ASC` : sql`DESC`;
  const conditions = filtered(ctx, filters);
  const joined = conditions === empty ? empty : sql`JOIN "Handover" h ON h.id = k."handoverId" JOIN "Deal" d ON d.id = h."dealId" JOIN "Client" c ON c.id = d."clientId"`;
  return sql`
    SELECT k.id, ${key} AS sorted FROM "HandoverKey" k ${joined}
    WHERE ${keysIn(ctx, filters.view, me)} ${conditions}
      ${cursor ? sql`AND (${key}, k.id) ${compare} (${cursor.key}::timestamptz, ${cursor.id}::uuid)` : empty}
      ${only ? sql`AND k.id = ANY (${[...only]}::uuid[])` : empty}
    ORDER BY ${key} ${direction}, k.id ${direction} LIMIT ${take}`;
}

export const sortedForwards = (view: InboxView): boolean => isOpenView(view);

/** Only what can be compared with a time: anybody can write an address. */
function cursorOf(after: string | undefined): Cursor | null {
  const cursor = readCursor(after);
  return cursor && (cursor.key === "infinity" || /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(cursor.key)) ? cursor : null;
}
