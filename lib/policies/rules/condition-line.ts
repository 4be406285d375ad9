import { conditionOf, groupsOf, type Line } from "@/lib/handovers/rules/condition-groups";
import { Complexity, ContractType } from "@/lib/platform/generated/enums";
import type { Condition, FieldType, Option, When } from "../fields";
import type { LineOperator } from "../fields/template-edit";
import { COMPLEXITY_WORDS, CONTRACT_WORDS } from "../format";

/** What a line can ask about: a field, or one of the three things that the portal knows of every brief. */
export type Subject = { id: string; label: string; type: FieldType | "complexity" | "contract" | "team"; options?: readonly Option[] };

/** What every brief is asked besides its fields. */
export const knownSubjects = (teams: readonly { slug: string; name: string }[]): Subject[] => [
  { id: "complexity", label: "Complexity", type: "complexity", options: Object.values(Complexity).map((value) => ({ value, label: COMPLEXITY_WORDS[value] })) },
  { id: "contract", label: "Contract type", type: "contract", options: Object.values(ContractType).map((value) => ({ value, label: CONTRACT_WORDS[value] })) },
  { id: "team", label: "Delivery teams", type: "team", options: teams.map(({ slug, name }) => ({ value: slug, label: name })) },
];

/** How a subject can be asked about, in the words of the screen. */
export function operatorsFor({ type }: Pick<Subject, "type">): { value: LineOperator; label: string }[] {
  const filled: { value: LineOperator; label: string }[] = [{ value: "answered", label: "is filled in" }, { value: "empty", label: "is empty" }];
  const oneOf: { value: LineOperator; label: string }[] = [{ value: "is", label: "is one of" }, { value: "isNot", label: "is none of" }];
  switch (type) {
    case "complexity": case "contract": return oneOf;
    case "team": return [{ value: "is", label: "include" }, { value: "isNot", label: "do not include" }];
    case "yesNo": return [{ value: "is", label: "is" }, { value: "isNot", label: "is not" }, ...filled];
    case "choice": case "choices": return [...oneOf, ...filled];
    case "number": case "money":
      return [
        { value: "atLeast", label: "is at least" }, { value: "moreThan", label: "is more than" }, { value: "atMost", label: "is at most" },
        { value: "lessThan", label: "is less than" }, ...filled,
      ];
    default: return filled;
  }
}

/** What can be chosen for a subject; empty where a number is compared, or nothing is chosen. */
export const valuesFor = ({ type, options = [] }: Subject): readonly Option[] =>
  type === "yesNo" ? [{ value: "true", label: "Yes" }, { value: "false", label: "No" }] : type === "number" || type === "money" ? [] : options;

export type Chosen = { operator: LineOperator; values: readonly string[]; number: string };

/** A line as it was chosen on the screen, or the sentence that says what is missing. */
export function lineOf(subject: Subject, { operator, values, number }: Chosen): Line | string {
  if (!operatorsFor(subject).some(({ value }) => value === operator)) return `“${subject.label}” cannot be compared like that.`;
  const field = subject.id;
  if (operator === "answered" || operator === "empty") return { asks: { field, answered: operator === "answered" }, not: false };
  if (operator !== "is" && operator !== "isNot") {
    const bare = number.trim().replace(/\s/g, "").replace(",", ".");
    if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(bare)) return "Enter a number, such as 12 or 2.5.";
    return { asks: { field, compare: operator, to: Number(bare) }, not: false };
  }
  const offered = valuesFor(subject);
  const chosen = offered.map(({ value }) => value).filter((value) => values.includes(value));
  if (chosen.length === 0) return "Choose at least one value.";
  if (values.some((value) => !offered.some((one) => one.value === value))) return `“${subject.label}” does not offer that.`;
  return { asks: asksOf(subject, chosen), not: operator === "isNot" };
}

function asksOf({ id, type }: Subject, chosen: readonly string[]): Line["asks"] {
  if (type === "complexity") return { complexity: chosen as Complexity[] };
  if (type === "contract") return { contract: chosen as ContractType[] };
  if (id === "team") return { team: chosen };
  const values = type === "yesNo" ? chosen.map((value) => value === "true") : chosen;
  return values.length === 1 && values[0] !== undefined ? { field: id, is: values[0] } : { field: id, in: values };
}

/** One line more or less, as a form sends it; `group` is an alternative. */
export type LineEdit = { kind: "addLine"; group: number; line: Chosen & { subject: string } } | { kind: "removeLine"; group: number; line: number };
export type LinesEdited = { when: Condition | null } | { problem: string; control?: string };

/** A condition with a line more or less; null where none is left. Or the sentence that says why not, at its control. */
export function linesEdited(now: When | undefined, edit: LineEdit, subjects: readonly Subject[]): LinesEdited {
  const groups = typeof now === "object" ? groupsOf(now) : [];
  if (!groups) return { problem: "This condition is too long to be changed line by line. Remove it, and begin anew." };
  if (edit.kind === "removeLine") return { when: conditionOf(groups.map((lines, i) => (i === edit.group ? lines.filter((_, j) => j !== edit.line) : lines)).filter((lines) => lines.length > 0)) };
  const subject = subjects.find(({ id }) => id === edit.line.subject);
  if (!subject) return { problem: "Choose what the condition asks about.", control: "line.subject" };
  const line = lineOf(subject, edit.line);
  if (typeof line === "string") return { problem: line, control: "line.values" };
  const at = Math.min(edit.group, groups.length);
  const when = conditionOf(at === groups.length ? [...groups, [line]] : groups.map((lines, i) => (i === at ? [...lines, line] : lines)));
  return when === null || groupsOf(when) === null ? { problem: "A condition holds at most twelve alternatives of twelve lines." } : { when };
}
