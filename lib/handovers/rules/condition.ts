import type { Complexity, ContractType } from "@/lib/platform/generated/enums";
import { COMPARISONS, type Comparison, type Condition, type Scalar, type When } from "@/lib/policies/fields";
import { COMPLEXITY_WORDS, CONTRACT_WORDS } from "@/lib/policies/format";
import { GROUPS } from "../fields";
import type { Field } from "../fields/types";
import { listText, numberFormat } from "@/lib/platform/intl";
import { type Answers, isMoney, type Json, saysSomething } from "./answers";

/** What conditions are asked of. `complexity` and `contract` are null until they are known; `teams` are slugs. */
export type ConditionFacts = {
  answers: Answers;
  complexity: Complexity | null;
  contract: ContractType | null;
  teams: readonly string[];
};

/** Whether a condition holds. What is not known yet holds for nothing, so that "not simple" holds for it. */
export function holds(condition: Condition, facts: ConditionFacts): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, facts));
  if ("any" in condition) return condition.any.some((part) => holds(part, facts));
  if ("not" in condition) return !holds(condition.not, facts);
  if ("complexity" in condition) return facts.complexity !== null && condition.complexity.includes(facts.complexity);
  if ("contract" in condition) return facts.contract !== null && condition.contract.includes(facts.contract);
  if ("team" in condition) return condition.team.some((slug) => facts.teams.includes(slug));
  const values = valuesOf(facts.answers, condition.field);
  if ("answered" in condition) return values.some(saysSomething) === condition.answered;
  if ("compare" in condition) return values.some((value) => compares(value, condition.compare, condition.to));
  const wanted = wantedOf(condition);
  return values.some((value) => wanted.some((one) => (Array.isArray(value) ? value.includes(one) : value === one)));
}

/** The same of never, always and when. */
export const applies = (when: When, facts: ConditionFacts): boolean => (typeof when === "boolean" ? when : holds(when, facts));

/** What a condition's words are made from: a field's label, the label of one of its options, a team's name. */
export type ConditionWords = {
  label: (field: string) => string;
  option: (field: string, value: Scalar) => string;
  team: (slug: string) => string;
};

/** The words of the fields in force and of the teams by slug; what is not found is called by its own key. */
export function conditionWords(
  fieldOf: (id: string) => Pick<Field, "label" | "options" | "group"> | undefined, teamNames: ReadonlyMap<string, string> = new Map(),
): ConditionWords {
  return {
    label: (id) => {
      const { label = id.split(".").at(-1) ?? id, group } = fieldOf(id) ?? {};
      return group ? `${GROUPS[group].label}: ${label}` : label;
    },
    option: (id, value) =>
      typeof value === "boolean" ? (value ? "yes" : "no") : (fieldOf(id)?.options?.find((one) => one.value === value)?.label ?? String(value)),
    team: (slug) => teamNames.get(slug) ?? slug,
  };
}

/** A condition in plain words, to stand after "because" or "when" (B7). */
export function inWords(condition: Condition, words: ConditionWords): string {
  if ("all" in condition) return condition.all.map((part) => ("any" in part && part.any.length > 1 ? `either ${inWords(part, words)}` : inWords(part, words))).join(" and ") || "always";
  if ("any" in condition) return condition.any.map((part) => inWords(part, words)).join(" or ");
  if ("not" in condition) return negated(condition.not, words);
  if ("complexity" in condition) return `the work is ${orList(condition.complexity.map((c) => COMPLEXITY_WORDS[c]))}`;
  if ("contract" in condition) return `the contract type is ${orList(condition.contract.map((c) => CONTRACT_WORDS[c]))}`;
  if ("team" in condition) return `the ${orList(condition.team.map(words.team))} team takes part`;
  const name = `“${words.label(condition.field)}”`;
  if ("answered" in condition) return condition.answered ? `${name} is filled in` : `${name} is empty`;
  if ("compare" in condition) return `${name} is ${comparisonInWords(condition)}`;
  return `${name} is ${wantedInWords(condition, words)}`;
}

function negated(condition: Condition, words: ConditionWords): string {
  if ("complexity" in condition) return `the work is not ${orList(condition.complexity.map((c) => COMPLEXITY_WORDS[c]))}`;
  if ("contract" in condition) return `the contract type is not ${orList(condition.contract.map((c) => CONTRACT_WORDS[c]))}`;
  if ("not" in condition) return inWords(condition.not, words);
  if ("answered" in condition) return inWords({ ...condition, answered: !condition.answered }, words);
  if ("compare" in condition) return `“${words.label(condition.field)}” is not ${comparisonInWords(condition)}`;
  if ("field" in condition) return `“${words.label(condition.field)}” is not ${wantedInWords(condition, words)}`;
  return `it is not so that ${inWords(condition, words)}`;
}

/** A number, or an amount in whole units of its currency, beside a bound. */
export function compares(value: Json, compare: Comparison, to: number): boolean {
  const number = isMoney(value) ? value.minor / 10 ** (numberFormat("en-GB", { style: "currency", currency: value.currency }).resolvedOptions().maximumFractionDigits ?? 2) : value;
  if (typeof number !== "number") return false;
  switch (compare) {
    case "atLeast": return number >= to;
    case "moreThan": return number > to;
    case "atMost": return number <= to;
    case "lessThan": return number < to;
  }
}

const comparisonInWords = ({ compare, to }: { compare: Comparison; to: number }) =>
  `${COMPARISONS[compare]} ${numberFormat("en-GB", { maximumFractionDigits: 6 }).format(to)}`;

const wantedOf = (condition: { is: Scalar } | { in: readonly Scalar[] }): readonly Scalar[] => ("is" in condition ? [condition.is] : condition.in);

const wantedInWords = (condition: { field: string } & ({ is: Scalar } | { in: readonly Scalar[] }), words: ConditionWords): string =>
  orList(wantedOf(condition).map((value) => words.option(condition.field, value)));

const valuesOf = (answers: Answers, field: string): Json[] =>
  answers.flatMap((answer) => (answer.field === field && answer.state === "VALUE" ? [answer.value] : []));

const orList = (words: readonly string[]): string => listText(words, "or");
