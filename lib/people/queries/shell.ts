import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";

export type Shell = { organisation: string; unread: number; toReview: number };

/** What the frame of every page shows beside the page: one query. `toReview` counts the open keys one holds. */
export async function getShell(ctx: Ctx): Promise<Shell> {
  const [row] = await db(ctx).$queryRaw<Shell[]>`
    SELECT coalesce((SELECT name FROM "Organisation"), '') AS organisation,
      (SELECT count(*) FROM "Notification" WHERE "userId" = ${personOf(ctx.actor)}::uuid AND "readAt" IS NULL)::int AS unread,
      (SELECT count(*) FROM "HandoverKey" k JOIN "Handover" h ON h.id = k."handoverId"
        WHERE k."holderId" = ${personOf(ctx.actor)}::uuid AND k.state = 'OPEN' AND h.status = 'SUBMITTED')::int AS "toReview"`;
  return row ?? { organisation: "", unread: 0, toReview: 0 };
}
