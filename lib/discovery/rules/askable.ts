import { FIELDS, GROUPS } from "@/lib/handovers/fields";
import { type Field, GROUP_IDS, type GroupId } from "@/lib/handovers/fields/types";
import type { FieldType } from "@/lib/policies/fields";

/** What can be answered on the spot; people, teams, documents and lists are answered in the brief, with a link from here. */
export const SPOKEN_TYPES = ["text", "longText", "number", "money", "yesNo", "date", "choice", "choices", "url"] as const satisfies readonly FieldType[];
export type SpokenType = (typeof SPOKEN_TYPES)[number];
export const isSpoken = (type: FieldType): type is SpokenType => (SPOKEN_TYPES as readonly FieldType[]).includes(type);

export const isGroupId = (id: string): id is GroupId => (GROUP_IDS as readonly string[]).includes(id);

/** What a discovery question can ask for: plain fields, and lists as a whole. The rubric's questions have a page of their own (P6.1). */
export function askableFields(fields: readonly Field[]): Pick<Field, "id" | "section" | "label">[] {
  const plain = fields.filter(({ id, group, type }) => group === undefined && !id.startsWith("complexity.") && id !== "promises.none" && isSpoken(type));
  const lists = GROUP_IDS.filter((id) => id !== "documents" && id !== "ourPeople").map((id) => GROUPS[id]);
  const order = [...new Set(FIELDS.map(({ section }) => section))];
  return [...plain, ...lists].sort((a, b) => order.indexOf(a.section) - order.indexOf(b.section));
}
