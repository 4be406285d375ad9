import type { ContractType } from "@/lib/platform/generated/enums";
import { SECTION_IDS, type SectionId } from "@/lib/policies/fields";
import { cellsOf, coreField, GROUPS } from "../fields";
import { CONTRACT_OPTIONS } from "../fields/commercial";
import { PROMISES_NONE } from "../fields/promises";
import { type Field, GROUP_IDS, type GroupId } from "../fields/types";
import { type Answer, type Answers, answerOf, listValueOf, rowsOf, textValueOf, valueOf } from "./answers";
import { applies, type ConditionFacts, conditionWords, holds, inWords } from "./condition";
import { isBegun, missing, type Problem, rowProblem } from "./missing";
import { warningsOf } from "./warnings";


export type Readiness = {
  /** What blocks submitting, in the order of the brief; each is a link to its field. */
  blockers: Problem[];
  /** What is pointed out, and blocks nothing. */
  warnings: Problem[];
  /** What could still be said: the optional fields and lists without an answer, by name. Quality counts them, and nothing blocks. */
  gaps: { field: string; section: SectionId; label: string }[];
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
  const quality = shown.filter(({ id }) => id !== PROMISES_NONE).map((field) => {
    const answer = answerOf(answers, field.id);
    return {
      field: field.id, label: field.label, section: field.section, weight: requiredIds.has(field.id) ? 2 : 1, worth: worthOf(field, answer),
      isAsked: !field.detail || requiredIds.has(field.id) || isBegun(answer),
    };
  });
  const groups = GROUP_IDS.map((group) => {
    const isThere = rowsOf(answers, group).length > 0 || (group === "promises" && valueOf(answers, PROMISES_NONE) === true);
    return { field: group, label: GROUPS[group].label, section: GROUPS[group].section, weight: 1, worth: isThere ? 1 : 0, isAsked: !GROUPS[group].detail || isThere };
  });
  const parts = [...quality, ...groups].filter(({ isAsked }) => isAsked);
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
    warnings: inOrder(warningsOf(shown, requiredIds, answers), fields),
    gaps: parts.filter(({ worth, weight }) => worth === 0 && weight === 1).map(({ field, section, label }) => ({ field, section, label })),
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

/** Every row that was begun has its must-have cells. */
function rowChecks(answers: Answers): Check[] {
  return GROUP_IDS.flatMap((group) => rowsOf(answers, group).flatMap((rowId, i) =>
    cellsOf(group).filter(({ required }) => required === true).map((cell): Check => {
      const sentence = missing(cell, answerOf(answers, cell.id, rowId));
      const problem = sentence === null ? null : rowProblem(cell, { rowId, number: i + 1 }, { sentence, rule: "P1.4" });
      return { field: cell.id, section: cell.section, problem };
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
