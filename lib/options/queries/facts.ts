import "server-only";
import { complexityOf } from "@/lib/deals/queries/complexity";
import type { Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { policyInForce } from "@/lib/policies/queries";
import { hoursOf } from "../format";
import type { EstimateFacts } from "../rules/estimate";
import { type Gate, presentGates } from "../rules/may-present";
import type { PresenterFacts } from "../rules/presenter";

const estimator = {
  select: { id: true, name: true, active: true, memberships: { where: { role: { in: ["DEVELOPER", "TEAM_LEAD"] }, team: { active: true, kind: "DELIVERY" } }, take: 1, select: { teamId: true } } },
} as const satisfies Prisma.UserDefaultArgs;

export const ESTIMATE = {
  id: true, phaseRevision: true, lowMinutes: true, likelyMinutes: true, highMinutes: true, source: true, note: true, risks: true, validUntil: true, createdAt: true,
  involvementId: true, rateCardItemId: true, estimator, rateCardItem: { select: { retiredAt: true } },
} as const satisfies Prisma.PhaseEstimateSelect;

const OPTION = {
  id: true, position: true, name: true, plainWords: true, benefits: true, risks: true, assumptions: true, exclusions: true, clientProvides: true,
  weeksLow: true, weeksHigh: true, priceMinor: true, currency: true, revision: true, changedById: true, changedAt: true, archivedAt: true,
  phases: {
    where: { removedAt: null }, orderBy: { position: "asc" },
    select: { id: true, position: true, name: true, words: true, followsId: true, revision: true, estimates: { orderBy: { seq: "desc" }, take: 1, select: ESTIMATE } },
  },
  approvals: {
    orderBy: [{ askedAt: "desc" }, { id: "desc" }], take: 30,
    select: { id: true, state: true, estimateIds: true, note: true, why: true, askedAt: true, decidedAt: true, lead: { select: { id: true, name: true } } },
  },
} as const satisfies Prisma.DealOptionSelect;

type EstimateRow = Prisma.PhaseEstimateGetPayload<{ select: typeof ESTIMATE }>;

/** A stored estimate as the rules ask about it, with what its estimator wrote. */
export const estimateFacts = ({ estimator: { memberships, ...person }, rateCardItem, ...row }: EstimateRow) => ({
  ...row, estimator: { ...person, technical: memberships.length > 0 }, retired: rateCardItem?.retiredAt != null,
}) satisfies EstimateFacts;

/** The options of a deal that are not put away, in their order, with the newest estimate of each phase. No authorisation here. */
export async function optionsOf(tx: Db, dealId: string, { archived = false } = {}) {
  const rows = await tx.dealOption.findMany({
    where: { dealId, archivedAt: archived ? { not: null } : null }, orderBy: [{ position: "asc" }, { archivedAt: "desc" }], select: OPTION,
  });
  return rows.map(({ priceMinor, phases, ...option }) => ({
    ...option, priceMinor: priceMinor === null ? null : Number(priceMinor),
    phases: phases.map(({ estimates: [estimate], ...phase }) => ({ ...phase, estimate: estimate ? estimateFacts(estimate) : null })),
  }));
}
export type OptionOfDeal = Awaited<ReturnType<typeof optionsOf>>[number];
export type PhaseOfOption = OptionOfDeal["phases"][number];

/** All that the gates ask about (P7.1 to P7.3, P6.6), with `presenterId` as who would present. No authorisation here. */
export async function presentFactsOf(tx: Db, { dealId, presenterId }: { dealId: string; presenterId: string }) {
  const deal = await tx.deal.findUnique({ where: { id: dealId }, select: { stage: true, currency: true } });
  if (!deal) throw new AppError("NOT_FOUND");
  const options = await optionsOf(tx, dealId);
  const { class: complexity } = await complexityOf(tx, dealId);
  const { content: { estimates } } = await policyInForce(tx, "COMPLEXITY_RUBRIC");
  const organisation = await tx.organisation.findFirst({ select: { soloMode: true } });
  return { ...deal, complexity, ...estimates, options, presenter: await presenterOf(tx, presenterId), soloMode: organisation?.soloMode ?? false };
}
export type PresentFactsOfDeal = Awaited<ReturnType<typeof presentFactsOf>>;

/** Somebody who would present, with the roles held in active teams (P7.3). */
export async function presenterOf(tx: Db, userId: string): Promise<PresenterFacts> {
  const found = await tx.user.findUnique({ where: { id: userId }, select: { name: true, active: true, memberships: { where: { team: { active: true } }, select: { role: true } } } });
  return found ? { name: found.name, active: found.active, roles: found.memberships.map(({ role }) => role) } : { name: "This person", active: false, roles: [] };
}

/** Every gate before the options of this deal are presented, at this moment. No authorisation here. */
export async function gatesOf(tx: Db, { dealId, presenterId, now }: { dealId: string; presenterId: string; now: Date }): Promise<Gate[]> {
  return presentGates(await presentFactsOf(tx, { dealId, presenterId }), now);
}

/**
 * The options of a deal as they are presented, in their order: hours by phase, with who estimated them and until when. Throws CONFLICT
 * where one is not complete: ask `requirePresentable` first.
 */
export async function optionsForPresenting(tx: Db, dealId: string) {
  return (await optionsOf(tx, dealId)).map((option) => {
    const { id, name, plainWords, benefits, risks, assumptions, exclusions, clientProvides, weeksLow, weeksHigh, priceMinor, currency, revision } = option;
    if (weeksLow === null || weeksHigh === null || priceMinor === null) throw incomplete(name);
    return {
      id, name, plainWords, benefits, risks, assumptions, exclusions, clientProvides, weeksLow, weeksHigh, priceMinor, currency, revision,
      phases: option.phases.map(({ id: phaseId, name: phase, words, followsId, estimate }) => {
        if (!estimate) throw incomplete(name);
        const { id: estimateId, estimator: { id: estimatorId, name: by }, source, validUntil } = estimate;
        return { id: phaseId, name: phase, words, followsId, ...hoursOf(estimate), estimate: { id: estimateId, estimatorId, by, source, validUntil } };
      }),
      /** P6.6: who approved exactly these estimates. */
      approvals: option.approvals.filter(({ state }) => state === "APPROVED").map(({ id: approvalId, estimateIds, lead, decidedAt }) => ({ id: approvalId, estimateIds, lead, decidedAt })),
    };
  });
}
export type PresentableOption = Awaited<ReturnType<typeof optionsForPresenting>>[number];

const incomplete = (name: string) => new AppError("CONFLICT", { rule: "P7.1", reason: `The option “${name}” is not complete yet.` });
