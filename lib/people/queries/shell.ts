import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";

export type Shell = { organisation: string; unread: number; toReview: number };

/** What the frame of every page shows beside the page: one query. `toReview` counts the open keys one holds and has not snoozed. */
export async function getShell(ctx: Ctx): Promise<Shell> {
  const [row] = await db(ctx).$queryRaw<Shell[]>`
    SELECT coalesce((SELECT name FROM "Organisation"), '') AS organisation,
      (SELECT count(*) FROM "Notification" WHERE "userId" = ${personOf(ctx.actor)}::uuid AND "readAt" IS NULL)::int AS unread,
      (SELECT count(*) FROM "HandoverKey" k WHERE k."holderId" = ${personOf(ctx.actor)}::uuid AND k.state = 'OPEN' AND k."handoverStatus" = 'SUBMITTED'
        AND NOT EXISTS (SELECT FROM "Snooze" s JOIN "Handover" h ON h.id = k."handoverId" AND h."briefVersion" = s."briefVersion"
          WHERE s."userId" = k."holderId" AND s."keyId" = k.id AND s.until > ${ctx.now}))::int AS "toReview"`;
  return row ?? { organisation: "", unread: 0, toReview: 0 };
}
