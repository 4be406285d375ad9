import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { readsMoneyOf } from "@/lib/deals/queries";
import { db } from "@/lib/platform/db";
import { trialScope } from "../policy";

const person = { select: { id: true, name: true } } as const;

/** The trial tasks of a deal that this reader may see, the newest first; the price only for who reads the deal's money. The deal was found in scope. */
export async function listTrials(ctx: Ctx, { dealId }: { dealId: string }) {
  const rows = await db(ctx).trialTask.findMany({
    where: { AND: [{ dealId }, trialScope(ctx.actor)] }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 100,
    select: {
      id: true, state: true, stoppedAt: true, purpose: true, scope: true, entryCriteria: true, exitCriteria: true, capMinutes: true, spentMinutes: true,
      priceMinor: true, currency: true, dueOn: true, why: true, grantId: true, result: true, outcome: true, evaluation: true, declineReason: true, note: true, createdAt: true,
      developer: person, lead: person, requestedBy: person, team: { select: { name: true } },
    },
  });
  const withMoney = (await readsMoneyOf(ctx, [{ id: dealId }])).has(dealId);
  return rows.map(({ priceMinor, ...row }) => ({ ...row, priceMinor: withMoney ? Number(priceMinor) : null }));
}
export type DealTrial = Awaited<ReturnType<typeof listTrials>>[number];
