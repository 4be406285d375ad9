import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { classLeadsOf } from "@/lib/deals/queries/complexity";
import { readsMoneyOf } from "@/lib/deals/queries";
import { getAsking } from "@/lib/involvement/queries/of-deal";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { approvalNeed, standingApproval } from "../rules/approval";
import { estimateProblem } from "../rules/estimate";
import { currentEstimates, presentGates } from "../rules/may-present";
import { type OptionOfDeal, optionsOf, type PresentFactsOfDeal, presentFactsOf } from "./facts";
import { listLines } from "./rate-card";

/** An option as its page shows it: what each phase's estimate lacks, and whether a lead has to approve it. Without money it has no price. */
function shown(option: OptionOfDeal, { facts, now, withMoney }: { facts: PresentFactsOfDeal; now: Date; withMoney: boolean }) {
  const need = approvalNeed({ ...option, complexity: facts.complexity, approvalAbove: facts.approvalAbove });
  return {
    ...option, priceMinor: withMoney ? option.priceMinor : null, withMoney,
    phases: option.phases.map((phase) => ({ ...phase, problem: estimateProblem(phase.estimate, phase, { complexity: facts.complexity, now }) })),
    approval: { need, standing: standingApproval(option.approvals, currentEstimates(option)), newest: option.approvals[0] ?? null },
  };
}
export type ShownOption = ReturnType<typeof shown>;
export type ShownPhase = ShownOption["phases"][number];

/** The options of a deal with the gates before they are presented, as this reader would present them. The deal was found in scope. */
export async function getOptions(ctx: Ctx, { dealId }: { dealId: string }) {
  const facts = await presentFactsOf(db(ctx), { dealId, presenterId: personOf(ctx.actor) ?? "" });
  const withMoney = (await readsMoneyOf(ctx, [{ id: dealId }])).has(dealId);
  const archived = await optionsOf(db(ctx), dealId, { archived: true });
  return {
    options: facts.options.map((option) => shown(option, { facts, now: ctx.now, withMoney })),
    archived: archived.map(({ id, name, archivedAt }) => ({ id, name, archivedAt })),
    gates: presentGates(facts, ctx.now), currency: facts.currency, complexity: facts.complexity,
  };
}
export type OptionsOfDeal = Awaited<ReturnType<typeof getOptions>>;

/** One option of a deal, with what can be done to its estimates. The deal was found in scope; NOT_FOUND where it is none of its options. */
export async function getOption(ctx: Ctx, { dealId, id }: { dealId: string; id: string }) {
  const { options, currency, complexity, archived } = await getOptions(ctx, { dealId });
  const option = options.find((one) => one.id === id);
  if (!option) throw new AppError("NOT_FOUND");
  const [leads, lines, asking] = [await classLeadsOf(db(ctx), { dealId, handoverId: null }), complexity === "SIMPLE" ? await listLines(ctx, { dealId }) : [], await getAsking(ctx, { dealId })];
  return { option, currency, complexity, leads, lines, askRefusal: asking.refusals.ESTIMATE, others: options.length - 1, archived };
}
export type OptionPage = Awaited<ReturnType<typeof getOption>>;
