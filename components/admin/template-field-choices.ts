import { MATERIAL_WORDS, VISIBILITY_WORDS } from "@/lib/policies/format";
import { FIELD_TYPES, SECTIONS } from "@/lib/policies/fields";

const options = (words: Record<string, string | { label: string }>) =>
  Object.entries(words).map(([value, word]) => ({ value, label: typeof word === "string" ? word : word.label }));

/** What the form of a field chooses among, from the one table of types. */
export const FIELD_CHOICES = { sections: options(SECTIONS), types: options(FIELD_TYPES), visibilities: options(VISIBILITY_WORDS), materials: options(MATERIAL_WORDS) };
