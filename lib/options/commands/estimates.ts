import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { conflict } from "@/lib/deals/commands/change";
import { STAGES } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import { complexityOf } from "@/lib/deals/queries/complexity";
import { endOfDay } from "@/lib/deals/rules/at-risk";
import { appendEvent } from "@/lib/events/append";
import { changeInvolvement, enforceAt, type LoadedInvolvement } from "@/lib/involvement/commands/change";
import { INVOLVEMENT_STATES } from "@/lib/involvement/format";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { dayIn } from "@/lib/platform/time";
import { policyInForce } from "@/lib/policies/queries";
import { estimateRefusal } from "../policy";
import { hoursProblem, validityProblem } from "../rules/estimate";
import type { estimatePhaseInput, takeFromRateCardInput } from "../schema";
import { changePhaseOf } from "./change";

type Written = z.output<typeof estimatePhaseInput>;

/**
 * P7.2, P7.3: the developer or lead who is asked estimates a phase, in writing: hours, notes, risks, and until when. The newest counts, and
 * none is ever changed. Refused for a phase that says something else by now than what was read; the same sent again has one effect.
 */
export const estimatePhase = (ctx: Ctx, { phaseId, involvementId, phaseRevision, low, likely, high, note, risks, validUntil }: Written) =>
  changeInvolvement(ctx, { id: involvementId, power: "estimate" }, async (tx, row) => {
    await requireEstimator(tx, ctx, row);
    const phase = await tx.optionPhase.findFirst({
      where: { id: phaseId, option: { dealId: row.dealId } },
      include: { option: { select: { id: true, name: true, archivedAt: true } }, estimates: { orderBy: { seq: "desc" }, take: 1 } },
    });
    if (!phase) throw new AppError("NOT_FOUND");
    if (phase.removedAt !== null || phase.option.archivedAt !== null) throw await conflict(tx, row.dealId, "The phase was taken out.");
    const minutes = { lowMinutes: low, likelyMinutes: likely, highMinutes: high };
    const until = endOfDay(validUntil);
    const [newest] = phase.estimates;
    const said = { ...minutes, note, risks, phaseRevision, estimatorId: row.personId };
    if (newest && newest.validUntil.getTime() === until.getTime() && Object.entries(said).every(([key, value]) => newest[key as keyof typeof said] === value)) return { id: newest.id, phaseId };
    if (phase.revision !== phaseRevision) throw await conflict(tx, row.dealId, "The phase says something else since you read it.");
    enforceAt(hoursProblem(minutes));
    const { content } = await policyInForce(tx, "COMPLEXITY_RUBRIC");
    enforceAt(validityProblem(validUntil, { today: dayIn(row.person.zone, ctx.now), most: content.estimates.validDays }));
    const id = newId();
    await tx.phaseEstimate.create({
      data: { id, phaseId, ...said, source: "WRITTEN", involvementId, validUntil: until, createdById: row.personId, createdAt: ctx.now }, select: { id: true },
    });
    await appendEvent(tx, ctx, {
      stream: row.dealId, type: "estimate.written",
      payload: { optionId: phase.option.id, name: phase.option.name, phaseId, phase: phase.name, estimateId: id, ...minutes, validUntil },
    });
    return { id, phaseId };
  });

/** P7.2: simple work repeats a lead's standing estimate, and nobody is involved. It holds as long as the line of the rate card. */
export const takeFromRateCard = (ctx: Ctx, { phaseId, itemId }: z.output<typeof takeFromRateCardInput>) =>
  changePhaseOf(ctx, { id: phaseId }, async (tx, phase, { id: optionId, dealId, name }) => {
    await tx.$queryRaw`SELECT id FROM "RateCardItem" WHERE id = ${itemId}::uuid FOR SHARE`;
    const item = await tx.rateCardItem.findFirst({ where: { id: itemId, team: { deals: { some: { dealId } } } }, include: { lead: { select: { name: true } } } });
    if (!item) throw invalidItem("Choose a line of the rate card of one of the deal's teams.");
    const { class: complexity } = await complexityOf(tx, dealId);
    if (complexity !== "SIMPLE")
      throw await conflict(tx, dealId, complexity === null ? "Answer the questions of complexity first: the rate card serves for simple work only." : `The work is ${complexity.toLowerCase()}: the rate card serves for simple work only.`);
    const newest = await tx.phaseEstimate.findFirst({ where: { phaseId }, orderBy: { seq: "desc" } });
    if (newest?.rateCardItemId === itemId && newest.phaseRevision === phase.revision) return { id: newest.id, optionId, dealId };
    if (item.retiredAt !== null) throw invalidItem(`${item.lead.name} has taken this line back. Choose another.`);
    if (item.validUntil <= ctx.now) throw invalidItem("This line of the rate card has run out. Ask its lead to renew it.");
    const { lowMinutes, likelyMinutes, highMinutes, validUntil, leadId } = item;
    const minutes = { lowMinutes, likelyMinutes, highMinutes };
    const id = newId();
    await tx.phaseEstimate.create({
      data: {
        id, phaseId, phaseRevision: phase.revision, ...minutes, source: "RATE_CARD", estimatorId: leadId, rateCardItemId: itemId, note: item.words, validUntil,
        createdById: personOf(ctx.actor) ?? leadId, createdAt: ctx.now,
      },
      select: { id: true },
    });
    await appendEvent(tx, ctx, {
      stream: dealId, type: "estimate.takenFromRateCard",
      payload: { optionId, name, phaseId, phase: phase.name, estimateId: id, ...minutes, validUntil: validUntil.toISOString().slice(0, 10), estimator: item.lead.name },
    });
    return { id, optionId, dealId };
  });

/** An open request for an estimate, to somebody technical of the deal's teams. */
async function requireEstimator(tx: Db, ctx: Ctx, { dealId, kind, personId, state, deal: { stage } }: LoadedInvolvement): Promise<void> {
  if (kind !== "ESTIMATE") throw await conflict(tx, dealId, "This request asks for no estimate.");
  const teams = await tx.dealTeam.findMany({ where: { dealId, team: { active: true } }, select: { teamId: true } });
  enforce(estimateRefusal(ctx.actor, { personId, teamIds: teams.map(({ teamId }) => teamId) }));
  if (state !== "REQUESTED" && state !== "ACCEPTED")
    throw await conflict(tx, dealId, `The request is ${INVOLVEMENT_STATES[state].label.toLowerCase()}: for another estimate, the seller asks anew.`);
  if (!isOpen(stage)) throw await conflict(tx, dealId, `The deal is ${STAGES[stage].label.toLowerCase()}: nothing is needed any more.`);
}

const invalidItem = (reason: string) => new AppError("INVALID", { rule: "P7.2", reason, fields: { itemId: [reason] } });
