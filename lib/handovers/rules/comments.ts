import type { Visibility } from "@/lib/policies/fields";
import { GROUPS } from "../fields";
import type { Field, GroupId } from "../fields/types";

/** What a comment is about: a field, a cell of a row, or a list as a whole, which reads like the cell that names its rows. */
export function fieldOfComment(field: string, fields: readonly Field[]): Field | undefined {
  return fields.find(({ id }) => id === field) ?? (field in GROUPS ? fields.find(({ id }) => id === GROUPS[field as GroupId].title) : undefined);
}

/**
 * Who may read a comment (P1.8): whoever may read the field that it is about. One about a field that this brief no longer
 * has is for those who read everything.
 */
export function mayRead(field: string, fields: readonly Field[], readable: ReadonlySet<Visibility>): boolean {
  const about = fieldOfComment(field, fields);
  return about ? readable.has(about.visibility) : (["internal", "commercial", "technical"] as const).every((one) => readable.has(one));
}

/** What a point of a return came to in a later version: its wording was taken, something else was written, or nothing changed. */
export type Outcome = "taken" | "changed" | "unchanged" | "removed";

/** What the seller made of a point (P1.8), by the field's texts before and after; null where its row is gone. */
export function outcomeOf({ suggestion, before, after }: { suggestion: string; before: string; after: string | null }): Outcome {
  if (after === null) return "removed";
  if (suggestion.trim() !== "" && after.trim() === suggestion.trim()) return "taken";
  return after === before ? "unchanged" : "changed";
}

export const OUTCOME_LOOK = {
  taken: { label: "Your wording was taken", icon: "circle-check", tone: "success" },
  changed: { label: "Mended in other words", icon: "pencil", tone: "info" },
  removed: { label: "The row was removed", icon: "trash", tone: "info" },
  unchanged: { label: "Not changed", icon: "circle-dashed", tone: "warning" },
} as const satisfies Record<Outcome, { label: string; icon: string; tone: string }>;
