import type { Refusal } from "@/lib/platform/errors";
import type { Complexity } from "@/lib/platform/generated/enums";
import { COMPLEXITY_WORDS } from "../format";
import type { ComplexityRubric } from "../schema";
import { type ComplexityResult, isAbove } from "./complexity";

/** A class that stands by hand (P6.3): what the rubric said then, who set it and why, and which lead consented to a lower one. */
export type ClassOverride = { from: Complexity; class: Complexity; reason: string; by: string; consentBy: string | null };

/** What the work counts as: the rubric's class, or the one that stands by hand. */
export type ClassResult = ComplexityResult & {
  /** What the rubric alone says. */
  computed: Complexity | null;
  override: (ClassOverride & { /** Whether it still holds, with the answers as they are now. */ holds: boolean }) | null;
};

/**
 * The class that counts (P6.3). A higher one than computed holds by its reason; a lower one only as far as the lead's consent
 * goes: once the answers make the work harder than what the lead was asked about, the rubric's class counts again.
 */
export function withOverride(rubric: Pick<ComplexityRubric, "consequences">, result: ComplexityResult, override: ClassOverride | null): ClassResult {
  const computed = result.class;
  if (!override || computed === null) return { ...result, computed, override: override && { ...override, holds: false } };
  const isLower = isAbove(computed, override.class);
  const holds = !isLower || (override.consentBy !== null && !isAbove(computed, override.from));
  if (!holds)
    return {
      ...result, computed, override: { ...override, holds },
      reason: `${result.reason} ${capital(override.class)} was set by hand for ${COMPLEXITY_WORDS[override.from]} work; the answers have changed since, so it holds no longer (P6.3).`,
    };
  const consent = override.consentBy === null ? "" : ` with the consent of ${override.consentBy}`;
  return {
    ...result, computed, override: { ...override, holds }, class: override.class, consequences: rubric.consequences[override.class] ?? [],
    reason: `${capital(override.class)}, set by ${override.by}${consent} (P6.3): “${override.reason}” The rubric says: ${lowered(result.reason)}`,
  };
}

/** Whether another class needs a team lead's consent: a lower one does (P6.3). */
export const needsConsent = (computed: Complexity, wanted: Complexity): boolean => isAbove(computed, wanted);

type Wanted = { class: Complexity; reason: string; /** The lead who is asked. */ leadId: string | null };

/** Why a class may not be asked for so, or null (P6.3): a reason always, downwards a named team lead. */
export function overrideRefusal(computed: Complexity | null, wanted: Wanted): Refusal | null {
  if (computed === null) return { code: "CONFLICT", rule: "P6.1", reason: "Answer every question of the rubric first." };
  if (wanted.class === computed) return { code: "INVALID", rule: "P6.3", reason: `The rubric says ${COMPLEXITY_WORDS[computed]} already. Choose another class.` };
  if (wanted.reason.trim() === "") return { code: "INVALID", rule: "P6.3", reason: "Give the reason for another class." };
  if (needsConsent(computed, wanted.class) && wanted.leadId === null)
    return { code: "INVALID", rule: "P6.3", reason: `Lowering the class from ${COMPLEXITY_WORDS[computed]} needs a team lead's consent. Name the lead.` };
  return null;
}

const capital = (one: Complexity) => `${COMPLEXITY_WORDS[one].charAt(0).toUpperCase()}${COMPLEXITY_WORDS[one].slice(1)}`;
const lowered = (sentence: string) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
