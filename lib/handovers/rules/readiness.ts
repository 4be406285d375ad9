import type { ContractType } from "@/lib/platform/generated/enums";
import { SECTION_IDS, type SectionId } from "@/lib/policies/fields";
import { askFor, cellsOf, coreField, GROUPS } from "../fields";
import { CONTRACT_OPTIONS } from "../fields/commercial";
import { PROMISES_NONE } from "../fields/promises";
import { type Field, GROUP_IDS, type GroupId } from "../fields/types";
import { type Answer, type Answers, answerOf, isAnswered, listValueOf, rowsOf, saysSomething, textValueOf, valueOf } from "./answers";
import { applies, type ConditionFacts, conditionWords, holds, inWords } from "./condition";
import { fillerReason, normalised } from "./filler";

/** Something to put right: the field (and row) to go to, the sentence, and why it is asked (B7). */
export type Problem = { field: string; rowId: string | null; section: SectionId; sentence: string; reason: string; rule: "P1.4" | "P1.5" };

export type Readiness = {
  /** What blocks submitting, in the order of the brief; each is a link to its field. */
  blockers: Problem[];
  /** What is pointed out, and blocks nothing. */
  warnings: Problem[];
  /** How much of the must-haves is there; 100 exactly when nothing blocks. */
  requiredPercent: number;
  /** How much of everything that is asked is there; it never gates. */
  qualityPercent: number;
  required: { done: number; total: number };
  /** The same by section, for the list of sections. */
  sections: Record<SectionId, { done: number; total: number; answered: number; asked: number }>;
};

/** What readiness is asked of: the plain fields in force, the answers, and what conditions need to know. */
export type ReadinessFacts = Omit<ConditionFacts, "contract"> & { fields: readonly Field[] };

/** The contract type that the brief names; null while it names none. */
export const contractOf = (answers: Answers): ContractType | null =>
  CONTRACT_OPTIONS.find(({ value }) => value === valueOf(answers, "commercial.contractType"))?.value ?? null;

/** The plain fields that a brief shows now: those in force whose condition, if any, holds. */
export const visibleFields = (fields: readonly Field[], facts: ConditionFacts): Field[] =>
  fields.filter(({ visible }) => visible === undefined || holds(visible, facts));

/** Whether a field must be answered now, and why, in words: null when it need not. */
export function requiredReason(field: Field, facts: ConditionFacts, fields: readonly Field[]): string | null {
  if (!applies(field.required, facts)) return null;
  if (typeof field.required === "boolean") return "Every brief needs it.";
  const words = conditionWords((id) => fields.find((one) => one.id === id) ?? coreField(id));
  return `Needed because ${inWords(field.required, words)}.`;
}

/** Whether the brief can be submitted, what is missing, and how far it is (P1.4, P1.5, B7). */
export function readiness({ fields, ...known }: ReadinessFacts): Readiness {
  const { answers } = known;
  const facts: ConditionFacts = { ...known, contract: contractOf(answers) };
  const shown = visibleFields(fields, facts);
  const needs = shown.flatMap((field) => {
    const reason = field.id === PROMISES_NONE ? null : requiredReason(field, facts, fields);
    return reason === null ? [] : [plainCheck(field, answers, reason)];
  });
  const checks = [...needs, ...rowChecks(answers), promisesCheck(answers), ...contactChecks(answers)];
  const blockers = inOrder(checks.flatMap(({ problem }) => (problem ? [problem] : [])), fields);
  const done = checks.length - blockers.length;
  const requiredIds = new Set(needs.map(({ field }) => field));
  const quality = shown.filter(({ id }) => id !== PROMISES_NONE).map((field) => ({
    section: field.section, weight: requiredIds.has(field.id) ? 2 : 1, worth: worthOf(field, answerOf(answers, field.id)),
  }));
  const groups = GROUP_IDS.map((group) => ({
    section: GROUPS[group].section, weight: 1,
    worth: rowsOf(answers, group).length > 0 || (group === "promises" && valueOf(answers, PROMISES_NONE) === true) ? 1 : 0,
  }));
  const parts = [...quality, ...groups];
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const sections = Object.fromEntries(SECTION_IDS.map((section) => {
    const mine = checks.filter((check) => check.section === section);
    const asked = parts.filter((part) => part.section === section);
    return [section, {
      done: mine.filter(({ problem }) => !problem).length, total: mine.length,
      answered: asked.filter(({ worth }) => worth > 0).length, asked: asked.length,
    }];
  })) as Readiness["sections"];
  return {
    blockers,
    warnings: inOrder([...optionalWarnings(shown, requiredIds, answers), ...repeats(shown, answers), ...topThree(answers)], fields),
    requiredPercent: checks.length === 0 ? 100 : Math.floor((done / checks.length) * 100),
    qualityPercent: Math.floor((sum(parts.map(({ weight, worth }) => weight * worth)) / Math.max(1, sum(parts.map(({ weight }) => weight)))) * 100),
    required: { done, total: checks.length },
    sections,
  };
}

type Check = { field: string; section: SectionId; problem: Problem | null };

/** One must-have of its own: answered, not known yet but taken care of, or not applicable for a reason. */
function plainCheck(field: Field, answers: Answers, reason: string): Check {
  const answer = answerOf(answers, field.id);
  const sentence = missing(field, answer);
  const rule = field.required === true ? "P1.5" : "P1.4";
  return { field: field.id, section: field.section, problem: sentence === null ? null : { field: field.id, rowId: null, section: field.section, sentence, reason, rule } };
}

/** What is asked for, as a sentence, or null when the answer counts (P1.4). */
function missing(field: Field, answer: Answer | undefined): string | null {
  const ask = askFor(field);
  if (field.id.startsWith("complexity.")) return isAnswered(answer, field.type) ? null : ask;
  if (answer?.state === "UNKNOWN") {
    const gaps = unknownGaps(answer);
    return gaps.length === 0 ? null : `${ask} If it is not known yet, ${gaps.join(", and ")}.`;
  }
  if (answer?.state === "NOT_APPLICABLE")
    return answer.reason && answer.reason.trim() !== "" && fillerReason(answer.reason, field.label) === null
      ? null : `${ask} If it does not apply, say why.`;
  if (!isAnswered(answer, field.type)) return ask;
  const filler = fillerOf(field, answer);
  return filler === null ? null : `${ask} ${filler}`;
}

function unknownGaps({ unknown }: Answer): string[] {
  const hasRisk = unknown?.risk && unknown.risk.trim() !== "" && fillerReason(unknown.risk, "Risk") === null;
  return [
    ...(unknown?.ownerId ? [] : ["name who finds out"]),
    ...(unknown?.due ? [] : ["say by when"]),
    ...(hasRisk ? [] : ["say what the risk is until then"]),
  ];
}

/** Every row that was begun has its must-have cells. */
function rowChecks(answers: Answers): Check[] {
  return GROUP_IDS.flatMap((group) => rowsOf(answers, group).flatMap((rowId, i) =>
    cellsOf(group).filter(({ required }) => required === true).map((cell): Check => {
      const sentence = missing(cell, answerOf(answers, cell.id, rowId));
      const { one, section } = GROUPS[group];
      const problem: Problem | null = sentence === null ? null
        : { field: cell.id, rowId, section, sentence: `${one.charAt(0).toUpperCase()}${one.slice(1)} ${i + 1}: ${sentence}`, reason: cell.why, rule: "P1.4" };
      return { field: cell.id, section, problem };
    })));
}

/** Promises: rows, or the explicit word that none were made; not both (P1.5). */
function promisesCheck(answers: Answers): Check {
  const rows = rowsOf(answers, "promises").length;
  const none = valueOf(answers, PROMISES_NONE) === true;
  const sentence = rows > 0 && none
    ? `You say that no promises were made, and list ${rows === 1 ? "one" : rows}. Remove one or the other.`
    : rows === 0 && !none ? "Add the promises that were made, or say that none were made." : null;
  const at = { field: PROMISES_NONE, section: "promises" } as const;
  return { ...at, problem: sentence === null ? null : { ...at, rowId: null, sentence, reason: GROUPS.promises.why, rule: "P1.5" } };
}

/** A decision maker and a day-to-day contact (P1.5); one person may be both. */
function contactChecks(answers: Answers): Check[] {
  const roles = rowsOf(answers, "contacts")
    .filter((row) => textValueOf(answers, "contacts.contact", row) !== null)
    .flatMap((row) => listValueOf(answers, "contacts.roles", row));
  const check = (role: string, sentence: string): Check => {
    const at = { field: "contacts.roles", section: "client" } as const;
    return { ...at, problem: roles.includes(role) ? null : { ...at, rowId: null, sentence, reason: GROUPS.contacts.why, rule: "P1.5" } };
  };
  return [
    check("DECISION_MAKER", "Name the decision maker among the people at the client."),
    check("DAY_TO_DAY", "Name the day-to-day contact among the people at the client."),
  ];
}

/** How much an answer is worth: all, half where it is taken care of, nothing where it is missing or says nothing. */
function worthOf(field: Field, answer: Answer | undefined): number {
  if (!answer || missing(field, answer) !== null) return 0;
  return answer.state === "UNKNOWN" ? 0.5 : 1;
}

/** An optional field may stay empty; what stands there and says nothing is pointed out. */
function optionalWarnings(shown: readonly Field[], required: ReadonlySet<string>, answers: Answers): Problem[] {
  return shown.filter(({ id }) => !required.has(id)).flatMap((field) => {
    const answer = answerOf(answers, field.id);
    const isBegun = answer !== undefined && (answer.state !== "VALUE" || saysSomething(answer.value));
    const sentence = isBegun ? missing(field, answer) : null;
    return sentence === null ? [] : [{ field: field.id, rowId: null, section: field.section, sentence, reason: field.why, rule: "P1.4" as const }];
  });
}

const REPEATED_FROM = 40;

/** One text in two fields (P1.4): the second is pointed out, and says where the first is. */
function repeats(shown: readonly Field[], answers: Answers): Problem[] {
  const first = new Map<string, Field>();
  return shown.filter(({ type }) => type === "longText" || type === "text").flatMap((field) => {
    const text = normalised(textValueOf(answers, field.id) ?? "");
    if (text.length < REPEATED_FROM) return [];
    const earlier = first.get(text);
    if (!earlier) first.set(text, field);
    return earlier
      ? [{ field: field.id, rowId: null, section: field.section, sentence: `“${field.label}” says the same as “${earlier.label}”.`, reason: field.why, rule: "P1.4" as const }]
      : [];
  });
}

function topThree(answers: Answers): Problem[] {
  const text = textValueOf(answers, "delivery.topThree");
  const lines = text?.split("\n").filter((line) => line.trim() !== "").length ?? 3;
  return lines >= 3 ? [] : [{
    field: "delivery.topThree", rowId: null, section: "delivery", rule: "P1.5",
    sentence: `You name ${lines === 1 ? "one thing" : "two things"} to know; the PM hopes for three, one on each line.`,
    reason: "If the PM reads only this, it should be enough.",
  }];
}

const fillerOf = ({ type, label }: Field, { value }: { value?: unknown } = {}) =>
  (type === "text" || type === "longText") && typeof value === "string" ? fillerReason(value, label) : null;

/** By section, in it as the form shows them: the plain fields first, then the rows. */
function inOrder(problems: readonly Problem[], fields: readonly Field[]): Problem[] {
  const position = (id: string) => {
    const at = fields.findIndex((field) => field.id === id);
    return at < 0 ? fields.length + GROUP_IDS.indexOf(id.split(".")[0] as GroupId) : at;
  };
  return problems
    .map((problem, i) => ({ problem, i }))
    .sort((a, b) => SECTION_IDS.indexOf(a.problem.section) - SECTION_IDS.indexOf(b.problem.section)
      || position(a.problem.field) - position(b.problem.field) || a.i - b.i)
    .map(({ problem }) => problem);
}
