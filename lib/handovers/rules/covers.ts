import { SECTION_IDS, type SectionId } from "@/lib/policies/fields";
import type { Field } from "../fields/types";
import type { GivenKey } from "./keys";
import { teamOfField } from "./template";

type Key = Pick<GivenKey, "role" | "team">;

/** Whether a field is one that this key decides on (P1.7): the PM's covers the whole brief, a lead's what concerns the lead's team. */
export function coversField({ role, team }: Key, { id, concerns }: Pick<Field, "id" | "concerns">): boolean {
  if (role === "PM") return true;
  const owner = teamOfField(id);
  return concerns.includes("TEAM_LEAD") && (owner === null || owner === team?.slug);
}

/**
 * The sections that a key covers (P1.7): of a lead the technical one, and those in which something is answered that concerns
 * leads. The rest can be read, as far as its fields may be, and is decided by the PM.
 */
export function sectionsCovered(key: Key, fields: readonly Field[], answered: ReadonlySet<string>): SectionId[] {
  if (key.role === "PM") return [...SECTION_IDS];
  return SECTION_IDS.filter((section) => section === "technical" || fields.some((field) => field.section === section && answered.has(field.id) && coversField(key, field)));
}
