import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { endOfDay } from "@/lib/deals/rules/at-risk";
import { normalised } from "@/lib/handovers/rules/filler";
import { enforceAt } from "@/lib/involvement/commands/change";
import { changeOrganisation } from "@/lib/organisation/commands/change";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { dayIn } from "@/lib/platform/time";
import { policyInForce } from "@/lib/policies/queries";
import { RATE_CARD_AT_MOST } from "../fields";
import { rateCardRefusal, rateCardScope } from "../policy";
import { hoursProblem, validityProblem } from "../rules/estimate";
import type { addRateCardItemInput, retireRateCardItemInput } from "../schema";

/**
 * P7.2: a lead's dated standing estimate of work that comes again and again. A line is never changed: `replacesId` is taken back in the
 * same step. The same sent again has one effect.
 */
export const addRateCardItem = (ctx: Ctx, { teamId, name, words, low, likely, high, validUntil, replacesId }: z.output<typeof addRateCardItemInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    const team = await findTeam(tx, ctx, teamId);
    enforce(rateCardRefusal(ctx.actor, { teamId }));
    const leadId = personOf(ctx.actor) ?? "";
    const minutes = { lowMinutes: low, likelyMinutes: likely, highMinutes: high };
    const until = endOfDay(validUntil);
    const lines = await tx.rateCardItem.findMany({ where: { teamId, retiredAt: null } });
    const same = lines.find((one) => one.name === name && one.words === words && one.leadId === leadId && one.validUntil.getTime() === until.getTime()
      && one.lowMinutes === low && one.likelyMinutes === likely && one.highMinutes === high);
    if (same) return { id: same.id, teamId };
    enforceAt(hoursProblem(minutes));
    const { zone } = await tx.user.findUniqueOrThrow({ where: { id: leadId }, select: { zone: true } });
    const { content } = await policyInForce(tx, "COMPLEXITY_RUBRIC");
    enforceAt(validityProblem(validUntil, { today: dayIn(zone, ctx.now), most: content.estimates.rateCardDays }));
    const replaced = replacesId === null ? null : (lines.find((one) => one.id === replacesId) ?? null);
    if (replacesId !== null && replaced === null) throw new AppError("CONFLICT", { rule: "P7.2", reason: "This line was taken back or replaced already." });
    if (lines.some((one) => one.id !== replacesId && normalised(one.name) === normalised(name))) throw invalid("Another line of this rate card has this name.");
    if (replaced === null && lines.length >= RATE_CARD_AT_MOST) throw new AppError("CONFLICT", { rule: "P7.2", reason: `A rate card has at most ${RATE_CARD_AT_MOST} lines. Take one back first.` });

    if (replaced) await retire(tx, ctx, replaced.id);
    const id = newId();
    await tx.rateCardItem.create({ data: { id, teamId, name, words, ...minutes, leadId, validUntil: until, createdAt: ctx.now }, select: { id: true } });
    await record("rateCard.lineAdded", { itemId: id, teamId, team: team.name, name, ...minutes, validUntil, replaces: replaced !== null });
    return { id, teamId };
  });

/** The line stands no more, and what was taken from it serves no more. Taken back twice is taken back once. */
export const retireRateCardItem = (ctx: Ctx, { id }: z.output<typeof retireRateCardItemInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    const item = await tx.rateCardItem.findFirst({ where: { id, team: rateCardScope(ctx.actor) }, include: { team: { select: { name: true } } } });
    if (!item) throw new AppError("NOT_FOUND");
    const { teamId, name, team } = item;
    enforce(rateCardRefusal(ctx.actor, { teamId }));
    if (item.retiredAt !== null) return { id, teamId };
    await retire(tx, ctx, id);
    await record("rateCard.lineRetired", { itemId: id, teamId, team: team.name, name });
    return { id, teamId };
  });

async function retire(tx: Db, ctx: Ctx, id: string): Promise<void> {
  const { count } = await tx.rateCardItem.updateMany({ where: { id, retiredAt: null }, data: { retiredAt: ctx.now, retiredById: personOf(ctx.actor) } });
  if (count === 0) throw new AppError("CONFLICT", { rule: "P7.2", reason: "This line was taken back or replaced already." });
}

async function findTeam(tx: Db, ctx: Ctx, id: string): Promise<{ name: string }> {
  const team = await tx.team.findFirst({ where: { AND: [{ id }, rateCardScope(ctx.actor)] }, select: { name: true } });
  if (!team) throw new AppError("NOT_FOUND");
  return team;
}

const invalid = (reason: string) => new AppError("INVALID", { rule: "P7.2", reason, fields: { name: [reason] } });
