import { GROUPS } from "@/lib/handovers/fields";
import type { Field, Group } from "@/lib/handovers/fields/types";
import type { ConditionFacts } from "@/lib/handovers/rules/condition";
import { visibleFields } from "@/lib/handovers/rules/readiness";
import type { DiscoverySet } from "@/lib/policies/schema";
import { isGroupId, isSpoken } from "./askable";

/** The questions of one team, in the version that is in force. */
export type TeamSet = { team: { id: string; name: string; slug: string }; policyId: string; version: number; questions: DiscoverySet["questions"] };

/** One question as it is asked in a deal: of which team, and the field, or the list, of the brief that its answer is. */
export type Question = { ask: string; why: string; set: Omit<TeamSet, "questions"> } & ({ field: Field; list: null } | { field: null; list: Group });

/** What an answer is kept under: the id of its field, or of its list. */
export const fieldOf = ({ field, list }: Question): string => field?.id ?? list?.id ?? "";

/**
 * The questions of a deal (P7.4): team after team, in the order of each. A field is asked for once, in the words of the first team.
 * What the brief has no field for is left out, and so is what its condition leaves out by what is known so far.
 */
export function questionsOf(sets: readonly TeamSet[], fields: readonly Field[], facts: ConditionFacts): Question[] {
  const shown = new Map(visibleFields(fields.filter(({ group, type }) => group === undefined && isSpoken(type)), facts).map((field) => [field.id, field]));
  const seen = new Set<string>();
  return sets.flatMap(({ questions, ...set }) => questions.flatMap(({ ask, why, field: id }): Question[] => {
    if (seen.has(id)) return [];
    const field = shown.get(id);
    if (!field && !isGroupId(id)) return [];
    seen.add(id);
    return field ? [{ ask, why, set, field, list: null }] : isGroupId(id) ? [{ ask, why, set, field: null, list: GROUPS[id] }] : [];
  }));
}
