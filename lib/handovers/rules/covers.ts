import type { Refusal } from "@/lib/platform/errors";
import { listText } from "@/lib/platform/intl";
import { SECTION_IDS, SECTIONS, type SectionId } from "@/lib/policies/fields";
import type { Field } from "../fields/types";
import { type Answers, saysSomething } from "./answers";
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

/** The fields of a brief that say something, whatever the row. */
export const answeredIn = (answers: Answers): Set<string> => new Set(answers.filter(({ state, value }) => state !== "VALUE" || saysSomething(value)).map(({ field }) => field));

/** What a key decides on: the sections that it covers in this brief, and whose own questions among them. */
export type Decides = { key: Key; sections: readonly SectionId[] };

export const decides = (key: Key, { fields, answers }: { fields: readonly Field[]; answers: Answers }): Decides => ({ key, sections: sectionsCovered(key, fields, answeredIn(answers)) });

/**
 * Whether the holder of a key comments, returns and sets conditions on this field (P1.7): a PM on all, a lead in the sections
 * that the key covers, but for another team's own questions. Command and page ask here.
 */
export function decidesOn({ key, sections }: Decides, { id, section }: Pick<Field, "id" | "section">): boolean {
  if (key.role === "PM") return true;
  const owner = teamOfField(id);
  return sections.includes(section) && (owner === null || owner === key.team?.slug);
}

/** The same as a refusal, which says who decides instead. */
export const outsideRefusal = (decided: Decides, field: Pick<Field, "id" | "section" | "label">): Refusal | null =>
  decidesOn(decided, field) ? null : { code: "FORBIDDEN", rule: "P1.7", reason: `“${field.label}” is for the PM to decide. Your key covers ${listText(decided.sections.map((id) => `“${SECTIONS[id].label}”`))}.` };
