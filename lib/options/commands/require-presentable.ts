import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { holdActive } from "@/lib/people/commands/load";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { optionsForPresenting, type PresentableOption, presentFactsOf, presenterOf } from "../queries/facts";
import { presentGates, presentRefusal } from "../rules/may-present";
import { presenterRefusal } from "../rules/presenter";

/**
 * P7.1, P7.2, P7.3, P6.6: the gates, asked inside the transaction that presents, behind the lock of the deal (`changeDeal`): an estimate that ran out since the page
 * was read, a developer in the field of the presenter, an approval of other estimates. Whoever estimated or presents stays active, and a
 * line of the rate card stands, until commit. Throws CONFLICT, or FORBIDDEN for who would present or acts; else the options as presented.
 */
export async function requirePresentable(tx: Db, ctx: Ctx, { dealId, presenterId }: { dealId: string; presenterId: string }): Promise<PresentableOption[]> {
  const senderId = personOf(ctx.actor);
  if (senderId === null) throw new AppError("FORBIDDEN", { rule: "P7.3", reason: "Only a person presents." });
  await hold(tx, { dealId, people: [senderId, presenterId] });
  const facts = await presentFactsOf(tx, { dealId, presenterId });
  enforce(presenterRefusal(await presenterOf(tx, senderId), facts));
  enforce(presentRefusal(presentGates(facts, ctx.now)));
  return optionsForPresenting(tx, dealId);
}

async function hold(tx: Db, { dealId, people }: { dealId: string; people: readonly string[] }): Promise<void> {
  const estimates = await tx.phaseEstimate.findMany({ where: { phase: { removedAt: null, option: { dealId, archivedAt: null } } }, select: { estimatorId: true } });
  for (const id of [...new Set([...people, ...estimates.map(({ estimatorId }) => estimatorId)])].sort()) await holdActive(tx, id);
  await tx.$queryRaw`
    SELECT r.id FROM "RateCardItem" r WHERE r.id IN (
      SELECT e."rateCardItemId" FROM "PhaseEstimate" e JOIN "OptionPhase" p ON p.id = e."phaseId" JOIN "DealOption" o ON o.id = p."optionId"
      WHERE o."dealId" = ${dealId}::uuid AND o."archivedAt" IS NULL AND p."removedAt" IS NULL
    ) ORDER BY r.id FOR SHARE`;
}
