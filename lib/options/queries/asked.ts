import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { dealScope } from "@/lib/deals/policy";
import { isOpen } from "@/lib/deals/lifecycle";
import type { AskedRow } from "@/lib/involvement/queries/asked";
import { namesOf } from "@/lib/auth/names";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { isId } from "@/lib/platform/ids";
import { policyInForce } from "@/lib/policies/queries";
import { estimateProblem } from "../rules/estimate";
import { currentEstimates } from "../rules/may-present";
import { estimateRefusal } from "../policy";
import { type OptionOfDeal, presentFactsOf } from "./facts";

/** So many of those that are decided, the newest first. */
const DONE_SHOWN = 30;

/** What somebody technical reads of an option: the work, and no commercials (P7.3): no price, value, or client's budget. */
const technical = ({ id, name, plainWords, risks, assumptions, exclusions, clientProvides, phases }: OptionOfDeal, { complexity, now }: Parameters<typeof estimateProblem>[2]) => ({
  id, name, plainWords, risks, assumptions, exclusions, clientProvides,
  phases: phases.map((phase) => ({ ...phase, problem: estimateProblem(phase.estimate, phase, { complexity, now }) })),
});
export type TechnicalOption = ReturnType<typeof technical>;
export type TechnicalPhase = TechnicalOption["phases"][number];

/** The options behind a request for an estimate, for the one person who is asked; null where it is none of theirs, or asks for something else. */
export async function findOptionsToEstimate(ctx: Ctx, { involvementId }: { involvementId: string }) {
  const personId = personOf(ctx.actor);
  if (personId === null || !isId(involvementId)) return null;
  const asked = await db(ctx).involvement.findFirst({
    where: { id: involvementId, personId, kind: "ESTIMATE", state: { in: ["REQUESTED", "ACCEPTED", "ANSWERED"] } },
    select: { dealId: true, state: true, deal: { select: { stage: true, teams: { where: { team: { active: true } }, select: { teamId: true } } } } },
  });
  if (!asked) return null;
  const facts = await presentFactsOf(db(ctx), { dealId: asked.dealId, presenterId: personId });
  const { content } = await policyInForce(db(ctx), "COMPLEXITY_RUBRIC");
  const refused = estimateRefusal(ctx.actor, { personId, teamIds: asked.deal.teams.map(({ teamId }) => teamId) });
  return {
    options: facts.options.map((option) => technical(option, { complexity: facts.complexity, now: ctx.now })), most: content.estimates.validDays,
    refused: refused?.reason ?? null, mayWrite: refused === null && isOpen(asked.deal.stage) && asked.state !== "ANSWERED",
  };
}
export type OptionsToEstimate = NonNullable<Awaited<ReturnType<typeof findOptionsToEstimate>>>;

const ROW = {
  id: true, state: true, why: true, note: true, askedAt: true, decidedAt: true, askedById: true, dealId: true, optionId: true, option: { select: { name: true } },
  deal: { select: { number: true, name: true, stage: true, client: { select: { name: true } } } },
} as const satisfies Prisma.EstimateApprovalSelect;

/** P6.6: the approvals that this lead is asked for: the open ones by when they were asked, then those that are decided. */
export async function listAskedApprovals(ctx: Ctx): Promise<AskedRow[]> {
  const leadId = personOf(ctx.actor);
  if (leadId === null) return [];
  const rows = [
    ...(await db(ctx).estimateApproval.findMany({ where: { leadId, state: "ASKED" }, orderBy: [{ askedAt: "asc" }, { id: "asc" }], take: 200, select: ROW })),
    ...(await db(ctx).estimateApproval.findMany({ where: { leadId, state: { in: ["APPROVED", "DECLINED"] } }, orderBy: [{ decidedAt: "desc" }, { id: "asc" }], take: DONE_SHOWN, select: ROW })),
  ];
  const names = await namesOf(db(ctx), rows.map(({ askedById }) => askedById));
  return rows.map(({ id, state, askedById, option, deal: { number, name, stage, client } }) => ({
    id, asking: "APPROVAL", group: state === "ASKED" && isOpen(stage) ? "decide" : "done", title: `The estimates of “${option.name}”`, due: null,
    deal: { number, name }, client: client.name, from: names.get(askedById) ?? "",
  }));
}

/** One of them, with the estimates as they stand; null where it is none of theirs. */
export async function findAskedApproval(ctx: Ctx, { id }: { id: string }) {
  const leadId = personOf(ctx.actor);
  if (leadId === null || !isId(id)) return null;
  const row = await db(ctx).estimateApproval.findFirst({ where: { id, leadId, state: { not: "ENDED" } }, select: ROW });
  if (!row) return null;
  const facts = await presentFactsOf(db(ctx), { dealId: row.dealId, presenterId: row.askedById });
  const option = facts.options.find((one) => one.id === row.optionId);
  const seesDeal = (await db(ctx).deal.count({ where: { AND: [{ id: row.dealId }, dealScope(ctx.actor)] } })) > 0;
  const { deal: { client, stage, ...deal }, dealId, askedById, ...rest } = row;
  return {
    ...rest, deal, client: client.name, dealHref: seesDeal ? `/deals/${dealId}/options` : null, from: (await namesOf(db(ctx), [askedById])).get(askedById) ?? "",
    isOpen: row.state === "ASKED" && isOpen(stage),
    option: option ? technical(option, { complexity: facts.complexity, now: ctx.now }) : null,
    /** Exactly what is shown, as the form sends it back. */
    estimateIds: option ? currentEstimates(option) : [],
  };
}
export type AskedApproval = NonNullable<Awaited<ReturnType<typeof findAskedApproval>>>;
