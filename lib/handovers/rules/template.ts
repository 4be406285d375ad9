import type { Condition, CustomField, SectionId, When } from "@/lib/policies/fields";
import { SECTION_IDS, SECTIONS } from "@/lib/policies/fields";
import type { RubricChoices } from "@/lib/policies/rules/complexity";
import type { BriefTemplate, ComplexityRubric } from "@/lib/policies/schema";
import { FIELDS } from "../fields";
import { BOTH, type Field } from "../fields/types";
import { type Answers, textValueOf } from "./answers";

/** The id of the answer to a question of the complexity rubric. */
export const complexityFieldId = (question: string): string => `complexity.${question}`;

/** The id of a field that a team's template adds. */
export const customFieldId = (slug: string, key: string): string => `custom.${slug}.${key}`;

/** The slug of the team whose template added a field; null for a core field or a question of the rubric. */
export const teamOfField = (id: string): string | null => /^custom\.([^.]+)\./.exec(id)?.[1] ?? null;

/** The questions of the rubric as fields of the technical section (P6.1): each one must be answered. */
export const complexityFields = (rubric: ComplexityRubric): Field[] =>
  rubric.questions.map(({ id, label, why, help, options }) => ({
    id: complexityFieldId(id), section: "technical", label, why, help, type: "choice",
    ask: `Choose an answer: ${label}`,
    options: options.map(({ value, label: option }) => ({ value, label: option })),
    visibility: "technical", concerns: BOTH, required: true, material: "technical", prefill: "deal.complexity", locked: true,
  }));

/** What was chosen in the brief for each question of the rubric. */
export const complexityChoices = (answers: Answers, rubric: ComplexityRubric): RubricChoices =>
  Object.fromEntries(rubric.questions.map(({ id }) => [id, textValueOf(answers, complexityFieldId(id))]));

/**
 * The plain fields that a brief asks, in the order of its sections: the core table as the teams' templates use it,
 * the questions of the rubric, and the templates' own. With several teams (P1.13) a core field is hidden only where
 * every team hides it, and required where one of them requires it; a single team may also reword and reorder.
 */
export function fieldsInForce(templates: readonly BriefTemplate[], rubric: ComplexityRubric): Field[] {
  const core = FIELDS.filter((field) => !isHidden(field, templates)).map((field) => used(field, templates));
  const own = templates.flatMap(({ slug, fields }) => fields.map((field) => customAsField(slug, field)));
  const all = [...core, ...complexityFields(rubric), ...own];
  const natural = SECTION_IDS.flatMap((section) => all.filter((field) => field.section === section));
  const [only] = templates;
  return templates.length === 1 && only?.order ? inOrder(natural, only.order) : natural;
}

/** A template's own field, as the brief asks it. */
export const customAsField = (slug: string, { key, ...rest }: CustomField): Field => ({ ...rest, id: customFieldId(slug, key) });

/** The sections in the order of the form, each with its sentence; a single team may choose both, and several share the usual ones. */
export function sectionsInForce(templates: readonly BriefTemplate[]): { id: SectionId; label: string; why: string }[] {
  const chosen = templates.length === 1 ? (templates[0]?.sections ?? []) : [];
  const ids = [...chosen.map(({ id }) => id), ...SECTION_IDS.filter((id) => !chosen.some((one) => one.id === id))];
  return ids.map((id) => ({ id, ...SECTIONS[id], why: chosen.find((one) => one.id === id)?.why ?? SECTIONS[id].why }));
}

/** What an order names stands as it says, within its section; what it does not name follows the field that it follows by nature. */
export function inOrder<F extends Pick<Field, "id" | "section">>(fields: readonly F[], order: readonly string[]): F[] {
  const rank = new Map(order.map((id, at) => [id, at]));
  return SECTION_IDS.flatMap((section) => {
    const natural = fields.filter((field) => field.section === section);
    const placed = natural.filter(({ id }) => rank.has(id)).sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
    natural.forEach((field, i) => {
      if (rank.has(field.id)) return;
      const before = natural[i - 1];
      placed.splice(before ? placed.indexOf(before) + 1 : 0, 0, field);
    });
    return placed;
  });
}

/** The ids of the fields that a condition asks about. */
export function fieldsNamed(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(fieldsNamed);
  if ("any" in condition) return condition.any.flatMap(fieldsNamed);
  if ("not" in condition) return fieldsNamed(condition.not);
  return "field" in condition ? [condition.field] : [];
}

const isHidden = (field: Field, templates: readonly BriefTemplate[]) =>
  !field.locked && templates.length > 0 && templates.every(({ core }) => core.some((use) => use.field === field.id && use.hidden === true));

function used(field: Field, templates: readonly BriefTemplate[]): Field {
  if (templates.length === 0) return field;
  const uses = templates.map(({ core }) => core.find((use) => use.field === field.id));
  const [only] = uses;
  const wording = templates.length === 1 && only
    ? { label: only.label ?? field.label, why: only.why ?? field.why, help: only.help ?? field.help, example: only.example ?? field.example } : {};
  // a sentence written for one label reads badly under another
  const ask = wording.label === undefined || wording.label === field.label ? {} : { ask: undefined };
  const asking = uses.filter((use) => use?.hidden !== true || field.locked);
  const asked = asking.map((use) => use?.required ?? field.required);
  const shown = field.locked ? true : anyOf(asking.map((use) => use?.visible ?? true));
  return {
    ...field, ...wording, ...ask,
    required: anyOf(field.locked ? [field.required, ...asked] : asked),
    ...(typeof shown === "object" && { visible: field.visible ? { all: [field.visible, shown] } : shown }),
  };
}

/** Where one of them says so. */
function anyOf(all: readonly When[]): When {
  const parts = [...new Map(all.filter((when) => when !== false).map((when) => [JSON.stringify(when), when])).values()];
  if (parts.length === 0 || parts.includes(true)) return parts.length > 0;
  const conditions = parts.filter((part) => typeof part === "object");
  return conditions.length === 1 && conditions[0] ? conditions[0] : { any: conditions };
}
