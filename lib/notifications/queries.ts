import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import { PAGE_SIZE, pageOf, readCursor } from "@/lib/platform/pagination";
import type { listNotificationsParams } from "./schema";

const ROW = { id: true, text: true, href: true, at: true, readAt: true } as const;

/** One's own notices: the unread ones all at the top of the first page (at most 100), then the read ones by time. */
export async function listNotifications(ctx: Ctx, { after }: z.output<typeof listNotificationsParams>) {
  const userId = personOf(ctx.actor);
  if (userId === null) return { unread: [], read: [], next: null };
  const cursor = readCursor(after);
  const at = cursor && new Date(cursor.key);
  const before = cursor && at && !Number.isNaN(at.getTime()) ? { OR: [{ at: { lt: at } }, { at, id: { lt: cursor.id } }] } : {};
  const newest = [{ at: "desc" }, { id: "desc" }] as const;
  const [unread, read] = await Promise.all([
    after ? [] : db(ctx).notification.findMany({ where: { userId, readAt: null }, orderBy: [...newest], take: 100, select: ROW }),
    db(ctx).notification.findMany({ where: { AND: [{ userId, readAt: { not: null } }, before] }, orderBy: [...newest], take: PAGE_SIZE + 1, select: ROW }),
  ]);
  const page = pageOf(read, (row) => ({ key: row.at.toISOString(), id: row.id }));
  return { unread, read: page.rows, next: page.next };
}

export type NotificationRow = Awaited<ReturnType<typeof listNotifications>>["read"][number];

/** How many the bell shows. */
export async function countUnread(ctx: Ctx): Promise<number> {
  const userId = personOf(ctx.actor);
  return userId === null ? 0 : db(ctx).notification.count({ where: { userId, readAt: null } });
}
