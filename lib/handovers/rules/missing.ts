import type { SectionId } from "@/lib/policies/fields";
import { askFor, GROUPS } from "../fields";
import type { Field } from "../fields/types";
import { type Answer, isAnswered, saysSomething } from "./answers";
import { fillerReason } from "./filler";

/** Something to put right: the field (and row) to go to, the sentence, and why it is asked (B7). */
export type Problem = { field: string; rowId: string | null; section: SectionId; sentence: string; reason: string; rule: "P1.4" | "P1.5" | "P4.4" };

/** What is asked for, as a sentence, or null when the answer counts (P1.4). */
export function missing(field: Field, answer: Answer | undefined): string | null {
  const ask = askFor(field);
  if (field.id.startsWith("complexity.")) return isAnswered(answer, field.type) ? null : ask;
  if (answer?.state === "UNKNOWN") {
    const gaps = unknownGaps(answer);
    return gaps.length === 0 ? null : `${ask} If it is not known yet, ${gaps.join(", and ")}.`;
  }
  if (answer?.state === "NOT_APPLICABLE")
    return answer.reason && answer.reason.trim() !== "" && fillerReason(answer.reason, field) === null
      ? null : `${ask} If it does not apply, say why.`;
  if (!isAnswered(answer, field.type)) return ask;
  const filler = fillerOf(field, answer);
  return filler === null ? null : `${ask} ${filler}`;
}

function unknownGaps({ unknown }: Answer): string[] {
  const hasRisk = unknown?.risk && unknown.risk.trim() !== "" && fillerReason(unknown.risk, { label: "Risk" }) === null;
  return [
    ...(unknown?.ownerId ? [] : ["name who finds out"]),
    ...(unknown?.due ? [] : ["say by when"]),
    ...(hasRisk ? [] : ["say what the risk is until then"]),
  ];
}

/** Whether anything was entered at all. */
export const isBegun = (answer: Answer | undefined): answer is Answer => answer !== undefined && (answer.state !== "VALUE" || saysSomething(answer.value));

/** A problem of one cell, called by its row: "Promise 2: Enter what was promised." */
export const rowProblem = (cell: Field, { rowId, number }: { rowId: string; number: number }, { sentence, rule }: Pick<Problem, "sentence" | "rule">): Problem =>
  ({ field: cell.id, rowId, section: cell.section, sentence: `${rowName(cell, number)}: ${sentence}`, reason: cell.why, rule });
/** "Promise 2" */
export const rowName = ({ group }: Field, number: number) => (group ? `${capital(GROUPS[group].one)} ${number}` : "");
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const fillerOf = (field: Field, { value }: { value?: unknown } = {}) =>
  (field.type === "text" || field.type === "longText") && typeof value === "string" ? fillerReason(value, field) : null;
