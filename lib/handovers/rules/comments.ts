import type { Visibility } from "@/lib/policies/fields";
import { coreField, GROUPS } from "../fields";
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

/** The list that a field, a cell or a list itself belongs to; null for a plain field. */
export function listOf(field: string): GroupId | null {
  const [group = ""] = field.split(".");
  return group in GROUPS && (field === group || coreField(field)?.group === group) ? (group as GroupId) : null;
}

/** Whether a comment on a row is about one cell of it; one about the cell that names the row is about the row. */
export function isAboutCell({ field, rowId }: { field: string; rowId: string | null }): boolean {
  const list = listOf(field);
  return rowId !== null && list !== null && field !== list && field !== GROUPS[list].title;
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
