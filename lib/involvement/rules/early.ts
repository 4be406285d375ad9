import type { Complexity } from "@/lib/platform/generated/enums";

/**
 * P6.2: complex work should be looked at before the contract. It can be submitted without, and says so: the sentence, or null
 * where somebody of delivery was involved, or the work is not complex.
 */
export const uninvolvedNote = ({ complexity, involved }: { complexity: Complexity | null; /** How many took part before the contract. */ involved: number }): string | null =>
  complexity === "COMPLEX" && involved === 0 ? "The work is complex, and nobody of delivery was involved before the contract." : null;
