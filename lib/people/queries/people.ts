import "server-only";
import * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Role } from "@/lib/platform/generated/enums";
import type { WorkingHours } from "../format";
import type { PeopleFilter } from "../schema";

export const PAGE_SIZE = 50;

export type PersonRow = {
  id: string; name: string; email: string; active: boolean; isAdmin: boolean; hasJoined: boolean; lastSeenAt: Date | null;
  roles: { role: Role; team: string }[];
};

/** A page of people by name, for admins. `after` is the key of the page before; `next` that of the following page. */
export async function listPeople(ctx: Ctx, filter: PeopleFilter): Promise<{ people: PersonRow[]; next: string | null; total: number }> {
  enforce(adminRefusal(ctx.actor));
  const where = whereOf(filter);
  const after = readKey(filter.after);
  const [rows, total] = await Promise.all([
    db(ctx).user.findMany({
      where: after ? { AND: [where, { OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] }] } : where,
      select: {
        id: true, name: true, email: true, active: true, isAdmin: true, lastSeenAt: true, passwordHash: true,
        memberships: { select: { role: true, team: { select: { name: true } } }, orderBy: [{ team: { name: "asc" } }, { role: "asc" }] },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: PAGE_SIZE + 1,
    }),
    db(ctx).user.count({ where }),
  ]);
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    people: page.map(({ passwordHash, memberships, ...person }) => ({
      ...person,
      hasJoined: passwordHash !== null || person.lastSeenAt !== null,
      roles: memberships.map(({ role, team }) => ({ role, team: team.name })),
    })),
    next: rows.length > PAGE_SIZE && last ? keyOf(last) : null,
    total,
  };
}

function whereOf({ q, role, team, active }: PeopleFilter): Prisma.UserWhereInput {
  const word = q.trim();
  const parts: Prisma.UserWhereInput[] = [];
  if (word) parts.push({ OR: [{ name: { contains: word, mode: "insensitive" } }, { email: { contains: word, mode: "insensitive" } }] });
  if (role === "ADMIN") parts.push({ isAdmin: true });
  if ((role && role !== "ADMIN") || team)
    parts.push({ memberships: { some: { ...(role && role !== "ADMIN" && { role }), ...(team && { teamId: team }) } } });
  if (active !== "all") parts.push({ active: active === "yes" });
  return { AND: parts };
}

const keyOf = ({ name, id }: { name: string; id: string }): string => Buffer.from(JSON.stringify([name, id])).toString("base64url");

/** A key that is not one of ours begins at the first page. */
function readKey(key: string | undefined): { name: string; id: string } | null {
  try {
    const [name, id]: unknown[] = JSON.parse(Buffer.from(key ?? "", "base64url").toString());
    return typeof name === "string" && typeof id === "string" && /^[0-9a-f-]{36}$/.test(id) && name.isWellFormed() && !name.includes("\0") ? { name, id } : null;
  } catch {
    return null;
  }
}

/** Everything about one person, for an admin. Throws NOT_FOUND. */
export async function getPerson(ctx: Ctx, { id }: { id: string }) {
  enforce(adminRefusal(ctx.actor));
  if (!z.uuid().safeParse(id).success) throw new AppError("NOT_FOUND");
  const person = await db(ctx).user.findUnique({
    where: { id },
    select: {
      ...SETTINGS, active: true, isAdmin: true, loadCap: true, skills: true, passwordHash: true, createdAt: true, lastSeenAt: true,
      memberships: { select: { teamId: true, role: true } },
    },
  });
  if (!person) throw new AppError("NOT_FOUND");
  const openLink = await db(ctx).invitation.findFirst({
    where: { userId: id, usedAt: null, revokedAt: null, expiresAt: { gt: ctx.now } },
    select: { purpose: true, expiresAt: true }, orderBy: { createdAt: "desc" },
  });
  const { passwordHash, workingHours, ...rest } = person;
  return { ...rest, workingHours: workingHours as unknown as WorkingHours, hasJoined: passwordHash !== null || rest.lastSeenAt !== null, openLink };
}
export type PersonDetail = Awaited<ReturnType<typeof getPerson>>;

/** One's own settings. */
export async function getProfile(ctx: Ctx) {
  const id = ctx.actor.type === "user" ? ctx.actor.id : "";
  const profile = await db(ctx).user.findUnique({
    where: { id },
    select: { ...SETTINGS, isAdmin: true, singleKeys: true, memberships: { select: { role: true, team: { select: { name: true } } } } },
  });
  if (!profile) throw new AppError("NOT_FOUND");
  const { memberships, workingHours, ...rest } = profile;
  return { ...rest, workingHours: workingHours as unknown as WorkingHours, roles: memberships.map(({ role, team }) => ({ role, team: team.name })) };
}
export type Profile = Awaited<ReturnType<typeof getProfile>>;

const SETTINGS = {
  id: true, name: true, email: true, zone: true, workingHours: true, backupId: true, meetingPreference: true, revision: true,
  timeOff: { select: { id: true, from: true, to: true, note: true }, orderBy: { from: "asc" } },
} as const satisfies Prisma.UserSelect;

/** Active colleagues by name, to choose a backup from. */
export const listColleagues = (ctx: Ctx, { except }: { except: string }) =>
  db(ctx).user.findMany({ where: { active: true, NOT: { id: except } }, select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
