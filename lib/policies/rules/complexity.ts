import type { Complexity } from "@/lib/platform/generated/enums";
import { COMPLEXITY_WORDS } from "../format";
import type { ComplexityRubric } from "../schema";

/** The option chosen for each question of the rubric, by the question's id; left out while unanswered. */
export type RubricChoices = Readonly<Record<string, string | null | undefined>>;

export type ComplexityReason = { question: string; reason: string; points: number; atLeast: Complexity | null };

export type ComplexityResult = {
  rule: "P6.1";
  /** Null until every question is answered. */
  class: Complexity | null;
  score: number;
  max: number;
  /** What speaks for it: every answer with points, the heaviest first. */
  reasons: ComplexityReason[];
  unanswered: { id: string; label: string }[];
  /** What the class means, in sentences; empty while there is none. */
  consequences: string[];
  /** The whole in words (B7). */
  reason: string;
};

const ORDER: readonly Complexity[] = ["SIMPLE", "STANDARD", "COMPLEX"];

/** How complex the work is, by the organisation's one shared rubric (P6.1), with reasons and consequences. */
export function complexity(rubric: ComplexityRubric, choices: RubricChoices): ComplexityResult {
  const asked = rubric.questions.map((question) => ({
    ...question, chosen: question.options.find(({ value }) => value === choices[question.id]),
  }));
  const unanswered = asked.filter(({ chosen }) => !chosen).map(({ id, label }) => ({ id, label }));
  const reasons = asked
    .flatMap(({ id, weight, chosen }): ComplexityReason[] =>
      chosen && (chosen.points > 0 || chosen.atLeast)
        ? [{ question: id, reason: chosen.reason, points: weight * chosen.points, atLeast: chosen.atLeast ?? null }]
        : [])
    .sort((a, b) => b.points - a.points);
  const score = reasons.reduce((sum, { points }) => sum + points, 0);
  const max = rubric.questions.reduce((sum, { weight, options }) => sum + weight * Math.max(...options.map(({ points }) => points)), 0);
  const byPoints = score >= rubric.thresholds.complex ? "COMPLEX" : score >= rubric.thresholds.standard ? "STANDARD" : "SIMPLE";
  const floor = reasons.filter(({ atLeast }) => atLeast !== null && isAbove(atLeast, byPoints))
    .sort((a, b) => rank(b.atLeast ?? "SIMPLE") - rank(a.atLeast ?? "SIMPLE"))[0];
  const reached = floor?.atLeast ?? byPoints;
  const result = unanswered.length > 0 ? null : reached;
  return {
    rule: "P6.1", class: result, score, max, reasons, unanswered,
    consequences: result ? (rubric.consequences[result] ?? []) : [],
    reason: result ? inWords(result, score, max, reasons, floor) : openQuestions(unanswered.length),
  };
}

/** Whether one class is more complex than another. */
export const isAbove = (a: Complexity, b: Complexity): boolean => rank(a) > rank(b);

const rank = (one: Complexity) => ORDER.indexOf(one);

const openQuestions = (left: number) => (left === 1 ? "One question is not answered yet." : `${left} questions are not answered yet.`);

function inWords(result: Complexity, score: number, max: number, reasons: readonly ComplexityReason[], floor?: ComplexityReason): string {
  const word = COMPLEXITY_WORDS[result];
  const heading = `${word.charAt(0).toUpperCase()}${word.slice(1)}, with ${score} of ${max} points`;
  if (floor) return `${heading}: at least ${word}, because ${floor.reason}.`;
  const heaviest = reasons.slice(0, 3).map(({ reason }) => reason);
  return heaviest.length > 0 ? `${heading}, mostly because ${heaviest.join(", and ")}.` : `${heading}: nothing makes it harder.`;
}
