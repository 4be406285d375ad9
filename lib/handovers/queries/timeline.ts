import "server-only";
import { type Ctx, otherActorName, userIdOf } from "@/lib/auth/ctx";
import { type EventType, readEvent } from "@/lib/events/registry";
import { namesOf } from "@/lib/auth/names";
import { db } from "@/lib/platform/db";
import { mayRead } from "../rules/comments";
import { briefFieldsOf } from "./brief-fields";
import type { HandoverHead } from "./handover";

export type TimelineEntry = {
  seq: number;
  type: EventType;
  /** ISO */
  at: string;
  /** Who did it. */
  who: string;
  /** What was done, to follow the name; null once its payload was erased. */
  did: string | null;
  /** More than one sentence, e.g. the points of a return and the conditions of an acceptance. */
  details: string[];
};

const PAGE = 25;

/** The history of a handover, the newest first, by keyset on the event's number (B3). */
export async function listTimeline(ctx: Ctx, { id, readable }: Pick<HandoverHead, "id" | "readable">, { before }: { before?: number }): Promise<{ entries: TimelineEntry[]; next: number | null }> {
  const rows = await db(ctx).event.findMany({
    where: { stream: id, ...(before !== undefined && { seq: { lt: before } }) },
    orderBy: { seq: "desc" },
    take: PAGE + 1,
    select: { seq: true, type: true, at: true, actor: true, payload: true },
  });
  const shown = rows.slice(0, PAGE);
  const names = await namesOf(db(ctx), shown.map(({ actor }) => userIdOf(actor)));
  const fields = shown.some(({ type }) => type === "handover.returned" || type === "handover.pointsAdded" || type === "brief.mended") ? await briefFieldsOf(db(ctx), id) : [];
  const visible = new Set(readable);
  return {
    next: rows.length > PAGE ? (shown.at(-1)?.seq ?? null) : null,
    entries: shown.map(({ seq, type, at, actor, payload }) => {
      const event = readEvent({ type, payload });
      return {
        seq, type: type as EventType, at: at.toISOString(), did: event?.text ?? null, details: detailsOf(event?.data, (field) => mayRead(field, fields, visible)),
        who: names.get(userIdOf(actor) ?? "") ?? otherActorName(actor),
      };
    }),
  };
}

/** What a return asked for, an acceptance still asks for, and a mended typo: for those who may read the field. The sentence only counts them. */
function detailsOf(data: unknown, canRead: (field: string) => boolean): string[] {
  if (typeof data !== "object" || data === null) return [];
  const texts = (value: unknown, key: string) =>
    Array.isArray(value)
      ? value.flatMap((one: Record<string, unknown>) => (typeof one[key] === "string" && (typeof one.field !== "string" || canRead(one.field)) ? [one[key]] : []))
      : [];
  const mended = "before" in data && "after" in data && "field" in data && canRead(String(data.field)) ? [`Before: ${String(data.before)}`, `After: ${String(data.after)}`] : [];
  return [...("points" in data ? texts(data.points, "needed") : []), ...("conditions" in data ? texts(data.conditions, "text") : []), ...mended];
}
