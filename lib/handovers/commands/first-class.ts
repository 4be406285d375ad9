import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import type { Db } from "@/lib/platform/db";
import { policiesInForce } from "@/lib/policies/queries";
import { complexity } from "@/lib/policies/rules/complexity";
import { answersOf } from "../queries/answers";
import { complexityChoices } from "../rules/template";

/**
 * P6.3: keeps the class that the rubric said first of a deal, the moment all its questions are answered, so that the report can
 * show how it drifted. Once: what is answered later changes it no more.
 */
export async function keepFirstClass(tx: Db, ctx: Ctx, { handoverId, dealId }: { handoverId: string; dealId: string }): Promise<void> {
  const { firstClass } = await tx.deal.findUniqueOrThrow({ where: { id: dealId }, select: { firstClass: true } });
  if (firstClass !== null) return;
  const { rubric } = await policiesInForce(tx);
  const said = complexity(rubric.content, complexityChoices(await answersOf(tx, handoverId, "complexity."), rubric.content)).class;
  if (said !== null) await tx.deal.updateMany({ where: { id: dealId, firstClass: null }, data: { firstClass: said, firstClassAt: ctx.now } });
}
