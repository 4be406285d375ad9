import type { TrialOutcome } from "@/lib/platform/generated/enums";
import { outcomeWords } from "../format";

export type TrialResult = {
  id: string; teamId: string; developerId: string; purpose: string; result: string;
  deliveredAt: Date; outcome: TrialOutcome | null; evaluation: string; evaluatedAt: Date | null;
};

/** P6.5: what the brief says of the trial tasks that were done, the newest first; null where none was. */
export function trialSummary(results: readonly TrialResult[]): { text: string; sourceId: string; heldAt: Date } | null {
  const [newest] = results;
  if (!newest) return null;
  const text = results.map(({ purpose, result, outcome, evaluation }) =>
    [`Trial task: ${purpose.trim()}`, `Result: ${result.trim()}`, ...(outcome ? [`Evaluated: ${outcomeWords(outcome)}. ${evaluation.trim()}`.trim()] : [])].join("\n")).join("\n\n");
  return { text, sourceId: newest.id, heldAt: newest.evaluatedAt ?? newest.deliveredAt };
}
