import type { Complexity } from "@/lib/platform/generated/enums";
import type { ComplexityRubric } from "../schema";
import { complexity, type RubricChoices } from "./complexity";

/** A handover as it was submitted: what the rubric of its time said, and the answers. */
export type PastClass = { id: string; class: Complexity | null; choices: RubricChoices };
export type Reclassified = { id: string; from: Complexity | null; to: Complexity; reason: string };

/** Which past handovers a draft of the rubric would class differently, and why; and how many it cannot class, since it asks what they were not asked (B6). */
export function reclassified(rubric: ComplexityRubric, past: readonly PastClass[]): { changed: Reclassified[]; unanswered: number } {
  const changed: Reclassified[] = [];
  let unanswered = 0;
  for (const { id, class: from, choices } of past) {
    const result = complexity(rubric, choices);
    if (result.class === null) unanswered++;
    else if (result.class !== from) changed.push({ id, from, to: result.class, reason: result.reason });
  }
  return { changed, unanswered };
}
