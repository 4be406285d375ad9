import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";

export type Shell = { organisation: string; unread: number; toReview: number; toAnswer: number };

/**
 * What the frame of every page shows beside the page: one query. `toReview` counts the open keys one holds and has not snoozed, `toAnswer`
 * what waits for one's decision before a contract (P6.4, P6.5, P6.6), as lib/involvement/rules/asked.ts groups it.
 */
export async function getShell(ctx: Ctx): Promise<Shell> {
  const [row] = await db(ctx).$queryRaw<Shell[]>`
    SELECT coalesce((SELECT name FROM "Organisation"), '') AS organisation,
      (SELECT count(*) FROM "Notification" WHERE "userId" = ${personOf(ctx.actor)}::uuid AND "readAt" IS NULL)::int AS unread,
      (SELECT count(*) FROM "HandoverKey" k WHERE k."holderId" = ${personOf(ctx.actor)}::uuid AND k.state = 'OPEN' AND k."handoverStatus" = 'SUBMITTED'
        AND NOT EXISTS (SELECT FROM "Snooze" s JOIN "Handover" h ON h.id = k."handoverId" AND h."briefVersion" = s."briefVersion"
          WHERE s."userId" = k."holderId" AND s."keyId" = k.id AND s.until > ${ctx.now}))::int AS "toReview",
      (SELECT count(*) FROM "Involvement" i JOIN "Deal" d ON d.id = i."dealId" AND d.stage IN ('PROSPECT', 'QUALIFIED', 'PROPOSAL')
        WHERE i."personId" = ${personOf(ctx.actor)}::uuid AND i.state = 'REQUESTED')::int
      + (SELECT count(*) FROM "TrialTask" t JOIN "Deal" d ON d.id = t."dealId"
        WHERE (t."leadId" = ${personOf(ctx.actor)}::uuid AND (t.state = 'DELIVERED' OR (t.state = 'RUNNING' AND t."stoppedAt" IS NOT NULL)))
          OR (((t."leadId" = ${personOf(ctx.actor)}::uuid AND t.state = 'REQUESTED') OR (t."developerId" = ${personOf(ctx.actor)}::uuid AND t.state = 'APPROVED'))
            AND d.stage IN ('PROSPECT', 'QUALIFIED', 'PROPOSAL')))::int
      + (SELECT count(*) FROM "EstimateApproval" a JOIN "Deal" d ON d.id = a."dealId" AND d.stage IN ('PROSPECT', 'QUALIFIED', 'PROPOSAL')
        WHERE a."leadId" = ${personOf(ctx.actor)}::uuid AND a.state = 'ASKED')::int AS "toAnswer"`;
  return row ?? { organisation: "", unread: 0, toReview: 0, toAnswer: 0 };
}
