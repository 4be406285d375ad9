import { CONCERN_WORDS, MATERIAL_WORDS, VISIBILITY_WORDS } from "@/lib/policies/format";
import { FIELD_TYPES, SECTIONS, SECTION_IDS, type SectionId, type When } from "@/lib/policies/fields";
import type { Field } from "../fields/types";
import { type ConditionWords, inWords } from "./condition";

/** One thing that is said differently of a field. */
export type Detail = { what: string; before: string; after: string };

/** What becomes of one field between two versions of a brief's fields. */
export type FieldChange = { id: string; label: string; section: SectionId; kind: "added" | "removed" | "changed"; details: Detail[] };

export type FieldChanges = {
  fields: FieldChange[];
  /** The sections whose fields stand in another order. */
  reordered: SectionId[];
};

/** The difference between two lists of plain fields, in the order of the second (B6). Cells of lists never differ. */
export function fieldChanges(before: readonly Field[], after: readonly Field[], words: ConditionWords): FieldChanges {
  const old = new Map(before.map((field) => [field.id, field]));
  const now = new Map(after.map((field) => [field.id, field]));
  const gone = before.filter(({ id }) => !now.has(id)).map(({ id, label, section }): FieldChange => ({ id, label, section, kind: "removed", details: [] }));
  const rest = after.flatMap((field): FieldChange[] => {
    const was = old.get(field.id);
    const { id, label, section } = field;
    if (!was) return [{ id, label, section, kind: "added", details: [] }];
    const details = detailsOf(was, field, words);
    return details.length > 0 ? [{ id, label, section, kind: "changed", details }] : [];
  });
  const common = (list: readonly Field[], other: ReadonlyMap<string, Field>, section: SectionId) =>
    list.filter((field) => field.section === section && other.get(field.id)?.section === section).map(({ id }) => id).join();
  return {
    fields: [...rest, ...gone].sort((a, b) => SECTION_IDS.indexOf(a.section) - SECTION_IDS.indexOf(b.section)),
    reordered: SECTION_IDS.filter((section) => common(before, now, section) !== common(after, old, section)),
  };
}

/** Each change as a short sentence, for the history: "adds “Seats”", "relabels “Seats” to “Licences”". */
export function changeSentences({ fields, reordered }: FieldChanges): string[] {
  return [
    ...fields.map(({ kind, label, details }) => {
      if (kind !== "changed") return `${kind === "added" ? "adds" : "removes"} “${label}”`;
      const relabelled = details.find(({ what }) => what === LABEL);
      const others = details.filter(({ what }) => what !== LABEL).map(({ what }) => what.toLowerCase());
      const name = relabelled ? `relabels “${relabelled.before}” to “${relabelled.after}”` : `changes “${label}”`;
      return others.length === 0 ? name : `${name} (${others.join(", ")})`;
    }),
    ...reordered.map((section) => `reorders ${SECTIONS[section].label}`),
  ];
}

/** When a field must be answered, in words. */
export const requiredWords = (when: When, words: ConditionWords): string =>
  when === true ? "Required" : when === false ? "Optional" : `Required when ${inWords(when, words)}`;

/** When a field is asked, in words. */
export const shownWords = (when: Field["visible"], words: ConditionWords): string => (when ? `Asked when ${inWords(when, words)}` : "Always asked");

const LABEL = "Label";

function detailsOf(was: Field, now: Field, words: ConditionWords): Detail[] {
  const say = (what: string, of: (field: Field) => string): Detail => ({ what, before: of(was), after: of(now) });
  return [
    say(LABEL, ({ label }) => label),
    say("Section", ({ section }) => SECTIONS[section].label),
    say("Answer", ({ type }) => FIELD_TYPES[type].label),
    say("Options", ({ options = [] }) => options.map(({ label }) => label).join(", ")),
    say("Required", ({ required }) => requiredWords(required, words)),
    say("Asked", ({ visible }) => shownWords(visible, words)),
    say("Why delivery asks", ({ why }) => why),
    say("Help", ({ help = "" }) => help),
    say("Example", ({ example = "" }) => example),
    say("The request where it is missing", ({ ask = "" }) => ask),
    say("Read by", ({ visibility }) => VISIBILITY_WORDS[visibility]),
    say("Concerns", ({ concerns }) => concerns.map((one) => CONCERN_WORDS[one]).join(", ")),
    say("Changes confirmed by", ({ material }) => (material ? MATERIAL_WORDS[material] : "Nobody")),
  ].filter(({ before, after }) => before !== after);
}
