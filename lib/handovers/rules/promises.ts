import type { PromiseContract } from "@/lib/platform/generated/enums";
import type { Refusal } from "@/lib/platform/errors";
import { PROMISE_CONTRACT_OPTIONS } from "../fields/promises";
import { type Answers, rowsOf, textValueOf, valueOf } from "./answers";

/** One promise of the brief. `contract` is null while it is not matched to the contract (P8.2). */
export type PromiseRow = {
  rowId: string;
  text: string;
  type: string | null;
  contract: PromiseContract | null;
  /** The clause that it was matched to (P4.4). */
  clause: string | null;
  ownerId: string | null;
  /** yyyy-mm-dd */
  due: string | null;
};

/** The promises that a brief lists, oldest first. */
export const promiseRows = (answers: Answers): PromiseRow[] =>
  rowsOf(answers, "promises").map((rowId) => ({
    rowId,
    text: textValueOf(answers, "promises.text", rowId) ?? "",
    type: textValueOf(answers, "promises.type", rowId),
    contract: PROMISE_CONTRACT_OPTIONS.find(({ value }) => value === valueOf(answers, "promises.contract", rowId))?.value ?? null,
    clause: textValueOf(answers, "promises.clause", rowId),
    ownerId: textValueOf(answers, "promises.owner", rowId),
    due: textValueOf(answers, "promises.due", rowId),
  }));

/** The promises that nobody has matched to the contract yet (P8.2). */
export const unreconciledPromises = (promises: readonly PromiseRow[]): PromiseRow[] => promises.filter(({ contract }) => contract === null);

/** Why a key may not be turned without conditions, or null (P8.2). With a condition that settles them, it may. */
export function reconciliationRefusal(promises: readonly PromiseRow[], conditions: number): Refusal | null {
  const open = unreconciledPromises(promises).length;
  if (open === 0 || conditions > 0) return null;
  const what = open === 1 ? "One promise is not matched to the contract yet" : `${open} promises are not matched to the contract yet`;
  return { code: "CONFLICT", rule: "P8.2", reason: `${what}. Accept with a condition that settles it, or return the brief.` };
}
