import "server-only";
import type { Db } from "@/lib/platform/db";

/**
 * Which of these people each of these handovers exists for: what `scope` says, asked for many people at once. A test
 * compares the two on generated cases.
 */
export async function viewersOf(db: Db, handoverIds: readonly string[], personIds: readonly string[]): Promise<{ handoverId: string; personId: string }[]> {
  if (handoverIds.length === 0 || personIds.length === 0) return [];
  return db.$queryRaw`
    SELECT h.id AS "handoverId", p.id AS "personId"
    FROM "Handover" h CROSS JOIN "User" p
    WHERE h.id = ANY (${handoverIds}::uuid[]) AND p.id = ANY (${personIds}::uuid[]) AND p.active AND (
      p.id IN (h."contactOwnerId", h."dealOwnerId")
      OR EXISTS (SELECT FROM "DealCollaborator" c WHERE c."dealId" = h."dealId" AND c."userId" = p.id)
      OR EXISTS (SELECT FROM "Membership" m JOIN "Team" t ON t.id = m."teamId" AND t.kind = 'SALES' JOIN "Membership" o ON o."teamId" = m."teamId"
        WHERE m."userId" = p.id AND m.role = 'MANAGER' AND o."userId" IN (h."contactOwnerId", h."dealOwnerId"))
      OR h."firstSubmitAt" IS NOT NULL AND (
        p.id = h."pmId"
        OR EXISTS (SELECT FROM "HandoverTeam" ht WHERE ht."handoverId" = h.id AND ht."leadId" = p.id)
        OR EXISTS (SELECT FROM "HandoverTeam" ht JOIN "Membership" m ON m."teamId" = ht."teamId" AND m.role = 'MANAGER' JOIN "Team" t ON t.id = m."teamId" AND t.kind = 'DELIVERY'
          WHERE ht."handoverId" = h.id AND m."userId" = p.id)))`;
}
