import { FIELDS, GROUP_CELLS } from "@/lib/handovers/fields";
import type { FieldType, Visibility } from "@/lib/policies/fields";

/** What of a field's value is text that can be found; of the others only why they are not known or do not apply. */
export type SearchKind = "text" | "file" | "contact" | "other";

/** The same as `search_kind` in the database, which asks it of the templates' own fields. */
export const searchKind = (type: FieldType): SearchKind =>
  type === "text" || type === "longText" || type === "url" ? "text" : type === "file" || type === "contact" ? type : "other";

export type SearchField = { id: string; visibility: Visibility; kind: SearchKind; label: string };

/** The core's fields as the database is told of them at each start. */
export const searchFields = (): SearchField[] =>
  [...FIELDS, ...GROUP_CELLS].map(({ id, visibility, type, label }) => ({ id, visibility, kind: searchKind(type), label }));
