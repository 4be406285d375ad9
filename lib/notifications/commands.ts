import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { db, type Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { markReadInput } from "./schema";

type Notice = { eventId: string; at: Date; text: string; recipients: readonly { userId: string; href: string }[] };

/** One notice per person and event: told again, nobody hears it twice. Answers how many are new. */
export async function notifyPeople(ctx: Ctx, { eventId, at, text, recipients }: Notice): Promise<number> {
  const data = recipients.map(({ userId, href }) => ({ id: newId(), userId, eventId, text: text.slice(0, MOST), href, at }));
  return (await db(ctx).notification.createMany({ data, skipDuplicates: true })).count;
}

/** What fits on a few lines; the whole story is behind the link. */
const MOST = 500;

/** What these events asked is over: the notices of them, or one person's, count as read. In the caller's transaction. */
export async function clearNotices(tx: Db, { eventIds, at, userId }: { eventIds: readonly string[]; at: Date; userId?: string }): Promise<void> {
  await tx.notification.updateMany({ where: { eventId: { in: [...eventIds] }, readAt: null, ...(userId !== undefined && { userId }) }, data: { readAt: at } });
}

/** One's own, or it does not exist. Read twice is read once. */
export async function markRead(ctx: Ctx, { id }: z.output<typeof markReadInput>): Promise<{ id: string; href: string }> {
  const mine = { id, userId: reader(ctx) };
  await db(ctx).notification.updateMany({ where: { ...mine, readAt: null }, data: { readAt: ctx.now } });
  const notification = await db(ctx).notification.findFirst({ where: mine, select: { id: true, href: true } });
  if (!notification) throw new AppError("NOT_FOUND");
  return notification;
}

/** Answers how many were unread. */
export const markAllRead = async (ctx: Ctx): Promise<{ count: number }> =>
  db(ctx).notification.updateMany({ where: { userId: reader(ctx), readAt: null }, data: { readAt: ctx.now } });

function reader(ctx: Ctx): string {
  const person = personOf(ctx.actor);
  if (person === null) throw new AppError("FORBIDDEN");
  return person;
}
