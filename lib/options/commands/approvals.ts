import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { conflict } from "@/lib/deals/commands/change";
import { STAGES } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import { classLeadsOf } from "@/lib/deals/queries/complexity";
import { appendEvent } from "@/lib/events/append";
import { holdActive } from "@/lib/people/commands/load";
import { type Db, db, inTx } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { approvalRefusal, approvalScope } from "../policy";
import { optionsOf, presentFactsOf } from "../queries/facts";
import { approvalNeed, matches, ownEstimateRefusal, standingApproval } from "../rules/approval";
import { currentEstimates, estimateLacks } from "../rules/may-present";
import type { approveEstimatesInput, askApprovalInput, declineApprovalInput } from "../schema";
import { changeOption, requireLive } from "./change";
import { writer } from "./options";

/**
 * P6.6: asks one named lead to approve the estimates of an option, where they need it and each phase has one that holds. Asking another lead
 * takes the place of an open wish; the same asked again has one effect.
 */
export const askApproval = (ctx: Ctx, { optionId, leadId }: z.output<typeof askApprovalInput>) =>
  changeOption(ctx, { id: optionId, power: "askApproval" }, async (tx, option, deal) => {
    const { dealId, name } = option;
    requireLive(option);
    const author = writer(ctx);
    const facts = await presentFactsOf(tx, { dealId, presenterId: author });
    const one = facts.options.find(({ id }) => id === optionId);
    if (!one) throw new AppError("NOT_FOUND");
    const why = approvalNeed({ ...one, ...facts, currency: one.currency });
    if (why === null) throw await conflict(tx, dealId, "These estimates need no approval.");
    const [lack] = estimateLacks(one, facts, ctx.now);
    if (lack || one.phases.length === 0) throw new AppError("CONFLICT", { rule: "P7.2", reason: lack ? `${lack.reason} ${lack.remedy}` : "Divide the option into phases, and have them estimated first." });
    if (standingApproval(one.approvals, currentEstimates(one))) throw await conflict(tx, dealId, "These estimates are approved already.");

    const open = one.approvals.find(({ state }) => state === "ASKED");
    if (open?.lead.id === leadId) return { id: open.id, dealId };
    const lead = await requireLead(tx, { deal, leadId, estimatorIds: one.phases.flatMap(({ estimate }) => estimate?.estimator.id ?? []), soloMode: facts.soloMode });
    if (open) {
      await tx.estimateApproval.updateMany({ where: { id: open.id, state: "ASKED" }, data: { state: "ENDED", endedAt: ctx.now } });
      await appendEvent(tx, ctx, { stream: dealId, type: "estimate.approvalEnded", payload: { optionId, name, approvalId: open.id, userId: open.lead.id, lead: open.lead.name } });
    }
    const id = newId();
    await tx.estimateApproval.create({ data: { id, dealId, optionId, leadId, why, askedById: author, askedAt: ctx.now }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: dealId, type: "estimate.approvalAsked", payload: { optionId, name, approvalId: id, userId: leadId, lead: lead.name, why } });
    return { id, dealId };
  });

/** P6.6: the lead approves exactly the estimates that they saw; CONFLICT where others count by now. Approved twice is approved once. */
export const approveEstimates = (ctx: Ctx, { id, estimateIds, note }: z.output<typeof approveEstimatesInput>) =>
  decide(ctx, id, async (tx, asked) => {
    const { dealId, optionId, option: { name }, leadId, askedById } = asked;
    if (asked.state === "APPROVED" && matches(asked.estimateIds, estimateIds)) return { id };
    await requireOpen(tx, asked);
    const one = (await optionsOf(tx, dealId)).find((candidate) => candidate.id === optionId);
    if (!one) throw await conflict(tx, dealId, "The option was put away.");
    if (!matches(estimateIds, currentEstimates(one))) throw await conflict(tx, dealId, "The estimates have changed since you read them. Look at them again.");
    const facts = await presentFactsOf(tx, { dealId, presenterId: askedById });
    enforce(ownEstimateRefusal({ leadId, estimatorIds: one.phases.flatMap(({ estimate }) => estimate?.estimator.id ?? []), soloMode: facts.soloMode }));
    const [lack] = estimateLacks(one, facts, ctx.now);
    if (lack) throw new AppError("CONFLICT", { rule: "P7.2", reason: `${lack.reason} It is estimated anew first.` });
    await move(tx, { id, dealId }, { state: "APPROVED", estimateIds: [...estimateIds].sort(), note, decidedAt: ctx.now });
    await appendEvent(tx, ctx, { stream: dealId, type: "estimate.approved", payload: { optionId, name, approvalId: id, userId: askedById } });
    return { id };
  });

/** The lead does not approve, and says why. */
export const declineApproval = (ctx: Ctx, { id, reason }: z.output<typeof declineApprovalInput>) =>
  decide(ctx, id, async (tx, asked) => {
    const { dealId, optionId, option: { name }, askedById } = asked;
    if (asked.state === "DECLINED" && asked.note === reason) return { id };
    await requireOpen(tx, asked);
    await move(tx, { id, dealId }, { state: "DECLINED", note: reason, decidedAt: ctx.now });
    await appendEvent(tx, ctx, { stream: dealId, type: "estimate.approvalDeclined", payload: { optionId, name, approvalId: id, userId: askedById, reason } });
    return { id };
  });

const LOADED = { option: { select: { name: true } }, deal: { select: { stage: true } } } as const;
type Asked = Awaited<ReturnType<typeof load>>;
const load = (tx: Db, id: string) => tx.estimateApproval.findUniqueOrThrow({ where: { id }, include: LOADED });

/** One transaction around one wish, behind the lock of its deal. Out of scope is NOT_FOUND, then only the lead who was asked. */
async function decide<T>(ctx: Ctx, id: string, fn: (tx: Db, asked: Asked) => Promise<T>): Promise<T> {
  const found = await db(ctx).estimateApproval.findFirst({ where: { AND: [{ id }, approvalScope(ctx.actor)] }, select: { leadId: true, dealId: true } });
  if (!found) throw new AppError("NOT_FOUND");
  enforce(approvalRefusal(ctx.actor, found));
  return inTx(ctx, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Deal" WHERE id = ${found.dealId}::uuid FOR UPDATE`;
    return fn(tx, await load(tx, id));
  });
}

async function requireOpen(tx: Db, { dealId, state, deal: { stage } }: Asked): Promise<void> {
  if (state !== "ASKED") throw await conflict(tx, dealId, state === "ENDED" ? "Nobody waits for this any more." : "This was decided already.");
  if (!isOpen(stage)) throw await conflict(tx, dealId, `The deal is ${STAGES[stage].label.toLowerCase()}: nothing is needed any more.`);
}

async function move(tx: Db, { id, dealId }: { id: string; dealId: string }, data: { state: "APPROVED" | "DECLINED"; estimateIds?: string[]; note: string; decidedAt: Date }): Promise<void> {
  const { count } = await tx.estimateApproval.updateMany({ where: { id, state: "ASKED" }, data });
  if (count === 0) throw await conflict(tx, dealId);
}

type Wanted = { deal: { id: string; contactOwnerId: string; ownerId: string; collaborators: readonly { userId: string }[] }; leadId: string; estimatorIds: readonly string[]; soloMode: boolean };

/** An active lead of one of the deal's teams, who neither sells it nor approves an estimate of their own. */
async function requireLead(tx: Db, { deal, leadId, estimatorIds, soloMode }: Wanted): Promise<{ name: string }> {
  const invalid = (reason: string) => new AppError("INVALID", { rule: "P6.6", reason, fields: { leadId: [reason] } });
  await holdActive(tx, leadId);
  const lead = (await classLeadsOf(tx, { dealId: deal.id, handoverId: null })).find(({ id }) => id === leadId);
  if (!lead) throw invalid("Choose a lead of one of the deal's delivery teams.");
  if (!soloMode && [deal.contactOwnerId, deal.ownerId, ...deal.collaborators.map(({ userId }) => userId)].includes(leadId)) throw invalid(`${lead.name} sells this deal, and does not approve its estimates.`);
  const own = ownEstimateRefusal({ leadId, estimatorIds, soloMode });
  if (own) throw invalid(own.reason);
  return lead;
}
