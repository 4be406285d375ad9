import type { Answer } from "@/lib/handovers/rules/answers";
import { type ConditionFacts, holds } from "@/lib/handovers/rules/condition";
import type { ContractType } from "@/lib/platform/generated/enums";
import type { Condition } from "@/lib/policies/fields";
import { ANSWER, placeOf, readTyped } from "./controls";

/** What conditions on this page ask of the rest of the brief, as it stood when the page was rendered. */
export type Known = Omit<ConditionFacts, "answers"> & { answers: readonly Answer[] };

/** Shows the fields whose condition holds for what stands in the form now, and hides the others. What they hold is kept. */
export function showWhatApplies(root: HTMLElement, known: Known): void {
  const conditional = [...root.querySelectorAll<HTMLElement>("[data-visible]")];
  if (conditional.length === 0) return;
  const here = [...root.querySelectorAll<HTMLElement>(ANSWER)].filter((answer) => !answer.closest("[data-blank], [data-group-row][hidden]")).map((answer): Answer => {
    const { field, rowId } = placeOf(answer);
    return { field, rowId, ...readTyped(answer).typed };
  });
  const fields = new Set(here.map(({ field }) => field));
  const answers = [...known.answers.filter(({ field }) => !fields.has(field)), ...here];
  const contract = here.find(({ field }) => field === "commercial.contractType");
  const facts = { ...known, answers, contract: contract ? (contract.value as ContractType | null) : known.contract };
  for (const element of conditional) element.hidden = !holds(JSON.parse(element.dataset.visible ?? "{}") as Condition, facts);
}
