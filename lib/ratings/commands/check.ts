import "server-only";
import { DAY } from "@/lib/platform/time";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import { fieldsOf, getVersion } from "@/lib/handovers/queries/versions";
import { db, inTx } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { policiesInForce } from "@/lib/policies/queries";
import { checkRefusal } from "../policy";
import { isCheckDue } from "../rules/quality";
import type { answerBriefCheckInput } from "../schema";
import { rating, stale } from "./facts";

/** So many are asked in one run; the next run asks the others. */
const AT_ONCE = 200;

/** P8.4: asks each PM whose handover was accepted long enough ago whether the brief was right, once. Answers how many were asked. */
export async function askBriefChecks(ctx: Ctx, { atOnce = AT_ONCE }: { atOnce?: number } = {}): Promise<number> {
  const { checkAfterDays } = (await policiesInForce(db(ctx))).clocks.content.ratings;
  const due = await db(ctx).handover.findMany({
    where: {
      status: { in: ["ACCEPTED", "IN_DELIVERY", "CLOSED"] }, briefCheck: null,
      acceptedAt: { lte: new Date(ctx.now.getTime() - checkAfterDays * DAY), gt: new Date(ctx.now.getTime() - 2 * checkAfterDays * DAY) },
    },
    orderBy: { acceptedAt: "asc" }, take: atOnce, select: { id: true },
  });
  let asked = 0;
  for (const { id } of due) asked += await askOne(ctx, id, checkAfterDays);
  return asked;
}

const askOne = (ctx: Ctx, id: string, days: number): Promise<number> =>
  inTx(ctx, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Handover" WHERE id = ${id}::uuid FOR UPDATE`;
    const { pm, acceptedAt, outcome, briefCheck } = await tx.handover.findUniqueOrThrow({
      where: { id }, select: { acceptedAt: true, outcome: true, pm: { select: { id: true, name: true } }, briefCheck: { select: { askedAt: true } } },
    });
    if (!pm || !isCheckDue({ acceptedAt, isCancelled: outcome === "CANCELLED", isAsked: briefCheck !== null }, { now: ctx.now, afterDays: days })) return 0;
    await tx.briefCheck.create({ data: { handoverId: id, askedAt: ctx.now }, select: { askedAt: true } });
    await appendEvent(tx, ctx, { stream: id, type: "briefCheck.asked", payload: { userId: pm.id, pm: pm.name, days } });
    return 1;
  });

/** P8.4: the PM says whether the brief was right, which fields of the accepted version were not, and which class the work turned out to be (P6.3). Can be changed for a while. */
export const answerBriefCheck = (ctx: Ctx, { id, revision, verdict, fields, sentence, turnedOut }: z.output<typeof answerBriefCheckInput>): Promise<{ id: string; revision: number }> =>
  rating(ctx, id, async (tx, handover) => {
    const check = await tx.briefCheck.findUnique({ where: { handoverId: id } });
    enforce(checkRefusal(ctx.actor, handover, { check, now: ctx.now, editDays: handover.editDays }));
    if (!check) throw new AppError("NOT_FOUND");
    const named = [...new Set(fields)].sort();
    const known = new Set((await fieldsOf(tx, (await getVersion(tx, id, handover.briefVersion)).content)).map((field) => field.id));
    if (named.some((field) => !known.has(field))) throw new AppError("INVALID", { rule: "P8.4", fields: { fields: ["Choose fields of this brief."] }, reason: "Choose fields of this brief." });
    if (check.verdict === verdict && check.sentence === sentence && check.turnedOut === turnedOut && check.fields.join() === named.join()) return { id, revision: check.revision };
    if (check.revision !== revision) throw stale();
    await tx.briefCheck.update({
      where: { handoverId: id },
      data: { verdict, fields: named, sentence, turnedOut, answeredById: personOf(ctx.actor), answeredAt: check.answeredAt ?? ctx.now, revision: { increment: 1 } }, select: { revision: true },
    });
    await appendEvent(tx, ctx, { stream: id, type: "briefCheck.answered", payload: { verdict, fields: named, sentence, turnedOut, from: check.verdict } });
    return { id, revision: revision + 1 };
  });
