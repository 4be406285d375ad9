import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import type { HandoverHead } from "./handover";

/** Seconds that this person had each section of the version under review in view (P4.6). */
export async function myReading(ctx: Ctx, { id, briefVersion }: Pick<HandoverHead, "id" | "briefVersion">): Promise<ReadonlyMap<string, number>> {
  const userId = personOf(ctx.actor);
  if (userId === null) return new Map();
  const rows = await db(ctx).readingTime.findMany({ where: { handoverId: id, version: briefVersion, userId }, select: { section: true, seconds: true } });
  return new Map(rows.map(({ section, seconds }) => [section, seconds]));
}

export type ReadingFigures = { version: number; readers: number; seconds: number; sections: { section: string; seconds: number }[] };

/** How long reviewers read, for managers and in sum (P4.6): the last version that anybody read. Null for others, and for none. */
export async function readingFigures(ctx: Ctx, { id, viewer }: Pick<HandoverHead, "id" | "viewer">): Promise<ReadingFigures | null> {
  if (!viewer.isManager) return null;
  const last = await db(ctx).readingTime.aggregate({ where: { handoverId: id }, _max: { version: true } });
  const version = last._max.version;
  if (version === null) return null;
  const rows = await db(ctx).readingTime.findMany({ where: { handoverId: id, version }, select: { section: true, seconds: true, userId: true } });
  const sums = Map.groupBy(rows, ({ section }) => section);
  const sum = (list: readonly { seconds: number }[]) => list.reduce((total, { seconds }) => total + seconds, 0);
  return {
    version, readers: new Set(rows.map(({ userId }) => userId)).size, seconds: sum(rows),
    sections: [...sums].map(([section, list]) => ({ section, seconds: sum(list) })).sort((a, b) => b.seconds - a.seconds),
  };
}
