import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { lockDeal, writeDeal } from "@/lib/deals/commands/change";
import { freeReservations } from "@/lib/deals/commands/free";
import { dayOf } from "@/lib/deals/format";
import { appendEvent } from "@/lib/events/append";
import { db, inTx } from "@/lib/platform/db";
import { logger } from "@/lib/platform/logger";
import { DAY } from "@/lib/platform/time";
import { policyInForce } from "@/lib/policies/queries";
import { ownerCalendar } from "../queries/traction";
import { parking } from "../rules/parking";

/**
 * P5.6: parks the open deals whose client was not heard of for as many business days as the policy says, each in a
 * transaction of its own and by a second look under its lock; whoever was asked about them is free again. A repeat finds them
 * parked. One that fails does not hold the others up: it is logged, and the job ends as failed once all others are done, so that
 * it is seen and tried again. Answers how many it parked.
 */
export async function parkSilentDeals(ctx: Ctx): Promise<number> {
  const { content: { parkAfterBusinessDays: parkAfter } } = await policyInForce(db(ctx), "TRACTION_RUBRIC");
  const before = new Date(ctx.now.getTime() - parkAfter * DAY); // fewer days of the calendar cannot be enough
  const quiet = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT d.id FROM "Deal" d
    WHERE d.stage IN ('PROSPECT', 'QUALIFIED', 'PROPOSAL') AND d."createdAt" < ${before} AND (d."revivedAt" IS NULL OR d."revivedAt" < ${before})
      AND NOT EXISTS (SELECT FROM "TractionEvidence" e WHERE e."dealId" = d.id AND e."withdrawnAt" IS NULL AND e."happenedOn" >= ${before}::date)`;
  let parked = 0;
  const failed: string[] = [];
  for (const { id } of quiet)
    try {
      if (await parkIfSilent(ctx, id, parkAfter)) parked += 1;
    } catch (error) {
      logger.error({ err: error, dealId: id }, "A silent deal could not be parked");
      failed.push(id);
    }
  if (failed.length > 0) throw new Error(`${parked} silent deals were parked, and ${failed.length} could not be: ${failed.slice(0, 20).join(", ")}`);
  return parked;
}

const parkIfSilent = (ctx: Ctx, id: string, parkAfter: number): Promise<boolean> =>
  inTx(ctx, async (tx) => {
    const deal = await lockDeal(tx, ctx, id);
    const newest = await tx.tractionEvidence.findFirst({ where: { dealId: id, withdrawnAt: null }, orderBy: { happenedOn: "desc" }, select: { happenedOn: true } });
    const calendar = await ownerCalendar(tx, deal.contactOwnerId);
    const { isDue, since, businessDays } = parking({ ...deal, heardOn: newest && dayOf(newest.happenedOn), calendar }, parkAfter, ctx.now);
    if (!isDue) return false;
    await writeDeal(tx, deal, { stage: "PARKED", parkedFrom: deal.stage, updatedAt: ctx.now });
    await appendEvent(tx, ctx, { stream: id, type: "traction.dealParked", payload: { from: deal.stage, since, businessDays } });
    await freeReservations(tx, ctx, { dealId: id, reason: "The deal is parked" });
    return true;
  });
