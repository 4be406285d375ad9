import { STAGES } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import { fillerReason } from "@/lib/handovers/rules/filler";
import type { Refusal } from "@/lib/platform/errors";
import type { Complexity, DealStage } from "@/lib/platform/generated/enums";
import { OPTION_TEXT_NAMES, OPTION_TEXTS, type OptionTextName } from "../fields";
import type { Place } from "../format";
import { type ApprovalFacts, approvalNeed, standingApproval } from "./approval";
import { type EstimateFacts, estimateProblem } from "./estimate";
import { type PresenterFacts, presenterRefusal } from "./presenter";

export type PhaseFacts = { id: string; name: string; revision: number; estimate: EstimateFacts | null };

/** An option with all that the gates ask about. `approvals` with the newest first. */
export type OptionFacts = Record<OptionTextName, string> & {
  id: string; name: string; weeksLow: number | null; weeksHigh: number | null; priceMinor: number | null; currency: string;
  phases: readonly PhaseFacts[]; approvals: readonly ApprovalFacts[];
};

export type PresentFacts = {
  stage: DealStage; complexity: Complexity | null; currency: string;
  /** P6.6: of the rubric in force, in whole units of the currency. */
  approvalAbove: number;
  options: readonly OptionFacts[];
  presenter: PresenterFacts; soloMode: boolean;
};

/** What is missing, why, what mends it and where. */
export type Lack = { reason: string; remedy: string; place: Place };

/** TABLE of what stands before options are presented, in the order in which it is asked. */
export const GATES = {
  open: { title: "The deal is open", rule: "P7.5" },
  presenter: { title: "Sales presents", rule: "P7.3" },
  two: { title: "At least two options", rule: "P7.1" },
  complete: { title: "Each option is described", rule: "P7.1" },
  complexity: { title: "The complexity is known", rule: "P6.1" },
  estimates: { title: "Each phase has an estimate that holds", rule: "P7.2" },
  approval: { title: "Large and complex estimates are approved", rule: "P6.6" },
} as const;
export type GateName = keyof typeof GATES;
/** Open where nothing is missing. */
export type Gate = { name: GateName; title: string; rule: string; lacks: Lack[] };

/**
 * P7.1, P7.2, P7.3, P6.6: every gate before options are presented, each with what is missing, why, and what mends it. The page
 * and the command that presents both ask here.
 */
export function presentGates(facts: PresentFacts, now: Date): Gate[] {
  const lacks: Record<GateName, Lack[]> = {
    open: openLacks(facts),
    presenter: presenterLacks(facts),
    two: facts.options.length >= 2 ? [] : [{
      reason: facts.options.length === 0 ? "There is no option yet." : "There is one option.", place: { to: "options" },
      remedy: "Write at least two, so that the client has a choice: say, to repair and to rebuild.",
    }],
    complete: facts.options.flatMap((option) => incomplete(option, facts.currency)),
    complexity: facts.complexity !== null ? [] : [{ reason: "The questions of complexity are not answered.", remedy: "Answer them: they say which estimates serve.", place: { to: "complexity" } }],
    estimates: facts.options.flatMap((option) => estimateLacks(option, facts, now)),
    approval: facts.options.flatMap((option) => approvalLacks(option, facts)),
  };
  return (Object.keys(GATES) as GateName[]).map((name) => ({ name, ...GATES[name], lacks: lacks[name] }));
}

/** The first gate that is closed, as a refusal with its remedy; null when all are open. */
export function presentRefusal(gates: readonly Gate[]): Refusal | null {
  const closed = gates.find(({ lacks }) => lacks.length > 0);
  const lack = closed?.lacks[0];
  return closed && lack ? { code: closed.name === "presenter" ? "FORBIDDEN" : "CONFLICT", rule: closed.rule, reason: `${lack.reason} ${lack.remedy}` } : null;
}

const openLacks = ({ stage }: PresentFacts): Lack[] =>
  isOpen(stage) ? [] : [{ reason: `The deal is ${STAGES[stage].label.toLowerCase()}.`, remedy: "Options are presented while it is open.", place: { to: "deal" } }];

function presenterLacks({ presenter, soloMode }: PresentFacts): Lack[] {
  const refused = presenterRefusal(presenter, { soloMode });
  return refused ? [{ reason: refused.reason, remedy: "", place: { to: "options" } }] : [];
}

/** P7.1: what an option does not say yet. */
export function incomplete(option: OptionFacts, currency: string): Lack[] {
  const { id: optionId, name } = option;
  const at = (field: string, remedy: string, reason = `${name}: ${remedy.charAt(0).toLowerCase()}${remedy.slice(1)}`): Lack => ({ reason, remedy, place: { to: "option", optionId, field } });
  const texts = OPTION_TEXT_NAMES.flatMap((field) => {
    const { label, help, ask } = OPTION_TEXTS[field];
    const filler = fillerReason(option[field], { label, help });
    return option[field].trim() === "" ? [at(field, ask, `${name}: “${label}” is empty.`)] : filler ? [at(field, ask, `${name}, “${label}”: ${filler}`)] : [];
  });
  return [
    ...texts,
    ...(option.weeksLow === null || option.weeksHigh === null ? [at("weeksLow", "Enter the weeks from start to end.", `${name}: nobody has said how long it takes.`)] : []),
    ...(option.priceMinor === null ? [at("price", "Name the price.", `${name}: the price is not named.`)] : []),
    ...(option.priceMinor !== null && option.currency !== currency ? [at("price", "Enter it anew.", `${name}: the price is in ${option.currency}, and the deal in ${currency} by now.`)] : []),
    ...(option.phases.length === 0 ? [{ reason: `${name} has no phase.`, remedy: "Divide it into phases: estimates are made of each.", place: { to: "phases", optionId } } as const] : []),
  ];
}

/** P7.2: the phases without an estimate that serves. */
export const estimateLacks = ({ id: optionId, name, phases }: OptionFacts, { complexity }: Pick<PresentFacts, "complexity">, now: Date): Lack[] =>
  phases.flatMap((phase) => {
    const problem = estimateProblem(phase.estimate, phase, { complexity, now });
    return problem === null ? [] : [{ reason: `${name}, “${phase.name}”: ${problem}`, remedy: estimateRemedy(complexity), place: { to: "estimate", optionId, phaseId: phase.id } } as const];
  });

const estimateRemedy = (complexity: Complexity | null): string =>
  complexity === "SIMPLE" ? "Take it from the rate card." : "Ask a developer or lead of the deal's teams for an estimate.";

/** P6.6: an option whose estimates need a lead's approval, and have none that still matches. */
function approvalLacks(option: OptionFacts, { complexity, approvalAbove }: PresentFacts): Lack[] {
  const { id: optionId, name, approvals } = option;
  const need = approvalNeed({ ...option, complexity, approvalAbove });
  const current = currentEstimates(option);
  if (need === null || standingApproval(approvals, current)) return [];
  const lack = (reason: string, remedy: string): Lack[] => [{ reason: `${name}: ${reason}`, remedy, place: { to: "approval", optionId } }];
  const [newest] = approvals;
  if (newest?.state === "ASKED") return lack(`${newest.lead.name} has not approved the estimates yet.`, "Wait for the decision, or ask another lead.");
  if (newest?.state === "DECLINED") return lack(`${newest.lead.name} did not approve the estimates: ${newest.note}`, "Settle that, and ask again.");
  if (approvals.some(({ state }) => state === "APPROVED")) return lack("The estimates are others than those that were approved.", "Ask a lead again.");
  return lack(`${need} A lead has to approve the estimates.`, "Ask a lead of the deal's teams.");
}

/** The estimates of an option as they stand: those that an approval is of. Empty as long as one is missing. */
export const currentEstimates = ({ phases }: Pick<OptionFacts, "phases">): string[] =>
  phases.every(({ estimate }) => estimate !== null) ? phases.flatMap(({ estimate }) => estimate?.id ?? []) : [];
