import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { calendarsOf } from "@/lib/handovers/queries/clocks";
import { keptVersions } from "@/lib/handovers/queries/kept-versions";
import { getReview } from "@/lib/handovers/queries/review";
import { businessMinutesBetween } from "@/lib/platform/business-time";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { isSnoozed } from "../rules/snooze";

/** The same, or null: what an address names may be gone. */
export const findInboxDetail = (ctx: Ctx, params: { keyId: string }): Promise<InboxDetail | null> =>
  getInboxDetail(ctx, params).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  });

export type InboxDetail = Awaited<ReturnType<typeof getInboxDetail>>;

/**
 * The brief behind one key, in short: what the review shows at length, with the same refusals (P4.6). Out of scope, or a key that
 * is no more, is NOT_FOUND. `decides`: this key waits for this person now.
 */
export async function getInboxDetail(ctx: Ctx, { keyId }: { keyId: string }) {
  if (!isId(keyId)) throw new AppError("NOT_FOUND");
  const me = personOf(ctx.actor);
  const stored = await db(ctx).handoverKey.findUnique({
    where: { id: keyId },
    select: { handoverId: true, holderId: true, snoozes: { where: { userId: me ?? "" }, select: { until: true, briefVersion: true } } },
  });
  if (!stored) throw new AppError("NOT_FOUND");
  const [review, calendars] = await Promise.all([getReview(ctx, { id: stored.handoverId }), calendarsOf(db(ctx), [stored.holderId])]);
  const { head, frozen, sections, topThree, changed, unreconciled, acceptRefusal, conditionsRefusal } = review;
  const key = head.keys.find(({ id }) => id === keyId) ?? null;
  if (!key) throw new AppError("NOT_FOUND");
  const calendar = calendars.get(stored.holderId);
  const [snooze = null] = stored.snoozes;
  const isOpen = head.status === "SUBMITTED" && key.state === "OPEN";
  return {
    head, key, versions: await keptVersions(ctx, head), topThree, unreconciled, acceptRefusal, conditionsRefusal,
    complexity: frozen.content.complexity,
    readiness: frozen.content.readiness,
    submitted: { version: frozen.version, by: frozen.by, at: frozen.at },
    goals: sections.flatMap(({ fields }) => fields).find(({ id }) => id === "purpose.goals")?.text ?? "",
    changed: changed && { version: changed.version, labels: changed.fields.flatMap(({ changes }) => changes.map(({ label }) => label)) },
    decides: isOpen && key.isMine,
    remaining: isOpen && calendar && key.dueAt && head.submittedAt
      ? { minutes: businessMinutesBetween(calendar, ctx.now, new Date(key.dueAt)), of: businessMinutesBetween(calendar, new Date(head.submittedAt), new Date(key.dueAt)) }
      : null,
    snoozedUntil: isOpen && key.isMine && isSnoozed(snooze, { briefVersion: head.briefVersion, now: ctx.now }) ? (snooze?.until.toISOString() ?? null) : null,
  };
}
