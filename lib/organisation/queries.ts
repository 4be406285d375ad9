import "server-only";
import { type Ctx, otherActorName, userIdOf } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { EVENTS, readEvent } from "@/lib/events/registry";
import { namesOf } from "@/lib/auth/names";
import { db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { HISTORY_KINDS, type HistoryFilter } from "./schema";

/** The organisation's settings. Throws NOT_FOUND before the set-up. */
export async function getOrganisation(ctx: Ctx) {
  const organisation = await db(ctx).organisation.findFirst({ select: { id: true, name: true, zone: true, currency: true, soloMode: true } });
  if (!organisation) throw new AppError("NOT_FOUND");
  return organisation;
}

/** Holidays of the whole organisation, by day. */
export const listHolidays = (ctx: Ctx) => db(ctx).holiday.findMany({ select: { id: true, date: true, name: true }, orderBy: { date: "asc" } });

/** How far the set-up is: teams with people, people beside the first admin, hours and holidays looked at. For admins. */
export async function getSetUpProgress(ctx: Ctx) {
  enforce(adminRefusal(ctx.actor));
  const tx = db(ctx);
  const [people, invited, salespeople, teams, holidays] = await Promise.all([
    tx.user.count({ where: { active: true } }),
    tx.user.count({ where: { active: true, passwordHash: null, lastSeenAt: null } }), // as in the list of people,
    tx.membership.count({ where: { role: "SALES", user: { active: true } } }),
    tx.team.findMany({
      where: { active: true, kind: "DELIVERY" },
      select: { name: true, defaultPmId: true, memberships: { where: { user: { active: true } }, select: { role: true } } },
      orderBy: { name: "asc" },
    }),
    tx.holiday.count({ where: { date: { gte: ctx.now } } }),
  ]);
  const lacks = (role: "PM" | "TEAM_LEAD") => teams.filter((team) => !team.memberships.some((m) => m.role === role)).map(({ name }) => name);
  return { people, invited, salespeople, holidays, withoutPm: lacks("PM"), withoutLead: lacks("TEAM_LEAD") };
}
export type SetUpProgress = Awaited<ReturnType<typeof getSetUpProgress>>;

export const HISTORY_PAGE = 50;
const PREFIXES: { [K in (typeof HISTORY_KINDS)[number]]: readonly string[] } = {
  people: ["person.", "role.", "admin.", "link.", "password.", "session.", "timeOff."],
  teams: ["team."],
  policies: ["policy."],
  organisation: ["organisation.", "holiday."],
};

/** Clients and their contacts are kept in the same stream, and are not the admins' to read. */
const typesOf = (kinds: readonly (typeof HISTORY_KINDS)[number][]): string[] =>
  Object.keys(EVENTS).filter((type) => kinds.some((kind) => PREFIXES[kind].some((prefix) => type.startsWith(prefix))));

export type HistoryRow = { seq: number; at: Date; who: string; type: string; sentence: string };

/**
 * The organisation's history, newest first, for admins (B3). `before` is the number of the last event of the page
 * before; `next` that of this page, if there is more.
 */
export async function listHistory(ctx: Ctx, { kind, by, about, before }: HistoryFilter): Promise<{ events: HistoryRow[]; next: number | null }> {
  enforce(adminRefusal(ctx.actor));
  const tx = db(ctx);
  const types = typesOf(kind ? [kind] : HISTORY_KINDS);
  const rows = await tx.event.findMany({
    where: {
      streamKind: "ORGANISATION",
      type: { in: types },
      ...(by && { actor: `user:${by}` }),
      ...(about && { payload: { contains: `"${about}"` } }),
      ...(before && { seq: { lt: before } }),
    },
    select: { seq: true, at: true, actor: true, type: true, payload: true },
    orderBy: { seq: "desc" },
    take: HISTORY_PAGE + 1,
  });
  const page = rows.slice(0, HISTORY_PAGE);
  const names = await namesOf(tx, page.map(({ actor }) => userIdOf(actor)));
  return {
    events: page.map((row) => ({
      seq: row.seq, at: row.at, type: row.type,
      who: names.get(userIdOf(row.actor) ?? "") ?? otherActorName(row.actor),
      sentence: readEvent(row)?.text ?? "(erased)",
    })),
    next: rows.length > HISTORY_PAGE ? (page.at(-1)?.seq ?? null) : null,
  };
}

/** Who has changed something, to filter by. */
export async function listHistoryAuthors(ctx: Ctx) {
  enforce(adminRefusal(ctx.actor));
  return db(ctx).$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM "User" WHERE id IN (
      SELECT substring(actor FROM '^user:(.+)$')::uuid FROM "Event"
      WHERE "streamKind" = 'ORGANISATION' AND type = ANY (${typesOf(HISTORY_KINDS)}) GROUP BY actor)
    ORDER BY name`;
}
