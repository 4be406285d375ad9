import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { dayOf } from "@/lib/deals/format";
import { dealScope } from "@/lib/deals/policy";
import { readsMoneyOf } from "@/lib/deals/queries";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { policyInForce } from "@/lib/policies/queries";
import { tractionOf } from "./traction";

/**
 * What the page of a deal's traction shows. Evidence is about budgets and deciders: who does not read the deal's value
 * reads its kind and day, and not its words. NOT_FOUND out of scope.
 */
export async function getTraction(ctx: Ctx, { id }: { id: string }) {
  const deal = await db(ctx).deal.findFirst({ where: { AND: [{ id }, dealScope(ctx.actor)] }, select: { id: true } });
  if (!deal) throw new AppError("NOT_FOUND");
  const [traction, rubric, rows, withMoney] = await Promise.all([
    tractionOf(db(ctx), id, ctx.now),
    policyInForce(db(ctx), "TRACTION_RUBRIC"),
    db(ctx).tractionEvidence.findMany({
      where: { dealId: id }, orderBy: [{ happenedOn: "desc" }, { id: "desc" }], take: 200,
      include: { addedBy: { select: { name: true } }, withdrawnBy: { select: { name: true } } },
    }),
    readsMoneyOf(ctx, [deal]),
  ]);
  const { evidence, callMinutes } = rubric.content;
  return {
    ...traction,
    callMinutes,
    readsWords: withMoney.has(id),
    kinds: evidence.map(({ id: value, label, help }) => ({ value, label, hint: help })),
    evidence: rows.map(({ id: evidenceId, kind, happenedOn, words, addedBy, addedAt, trialTaskId, withdrawnAt, withdrawnBy, withdrawnReason }) => ({
      id: evidenceId, label: evidence.find((one) => one.id === kind)?.label ?? kind, isCounted: evidence.some((one) => one.id === kind),
      on: dayOf(happenedOn), words: withMoney.has(id) ? words : null, by: addedBy.name, addedAt, isTrial: trialTaskId !== null,
      withdrawn: withdrawnAt && { at: withdrawnAt, by: withdrawnBy?.name ?? "the portal", reason: withMoney.has(id) ? withdrawnReason : "" },
    })),
  };
}
export type TractionPage = Awaited<ReturnType<typeof getTraction>>;
