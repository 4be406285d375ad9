import type { Condition, CustomField, When } from "@/lib/policies/fields";
import { SECTION_IDS } from "@/lib/policies/fields";
import type { RubricChoices } from "@/lib/policies/rules/complexity";
import type { BriefTemplate, ComplexityRubric } from "@/lib/policies/schema";
import { FIELDS, coreField } from "../fields";
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
    visibility: "all", concerns: BOTH, required: true, material: "technical", prefill: "deal.complexity", locked: true,
  }));

/** What was chosen in the brief for each question of the rubric. */
export const complexityChoices = (answers: Answers, rubric: ComplexityRubric): RubricChoices =>
  Object.fromEntries(rubric.questions.map(({ id }) => [id, textValueOf(answers, complexityFieldId(id))]));

/**
 * The plain fields that a brief asks, in the order of its sections: the core table as the teams' templates use it,
 * the questions of the rubric, and the templates' own. With several teams (P1.13) a core field is hidden only where
 * every team hides it, and required where one of them requires it; a single team may also reword it.
 */
export function fieldsInForce(templates: readonly BriefTemplate[], rubric: ComplexityRubric): Field[] {
  const core = FIELDS.filter((field) => !isHidden(field, templates)).map((field) => used(field, templates));
  const own = templates.flatMap(({ slug, fields }) => fields.map((field) => customAsField(slug, field)));
  const all = [...core, ...complexityFields(rubric), ...own];
  return SECTION_IDS.flatMap((section) => all.filter((field) => field.section === section));
}

/** A template's own field, as the brief asks it. */
export const customAsField = (slug: string, { key, ...rest }: CustomField): Field => ({ ...rest, id: customFieldId(slug, key) });

/** What is wrong with a template, in sentences, before it is published (B6); empty when nothing is. */
export function templateProblems(template: BriefTemplate): string[] {
  const own = new Set(template.fields.map(({ key }) => customFieldId(template.slug, key)));
  const exists = (id: string) => own.has(id) || coreField(id) !== undefined || id.startsWith("complexity.");
  return [
    ...template.core.flatMap(({ field, hidden, required }) => {
      const known = coreField(field);
      if (!known) return [`There is no core field “${field}”.`];
      if (known.group) return [`“${known.label}” belongs to a row, and cannot be changed by a template.`];
      if (known.locked && hidden) return [`“${known.label}” cannot be hidden: the rules need it.`];
      if (known.locked && required !== undefined && known.required !== false && required !== true)
        return [`“${known.label}” cannot be made optional: the rules need it.`];
      return [];
    }),
    ...template.fields.flatMap(({ label, required, visible }) =>
      [required, visible].flatMap((when) => (typeof when === "object" ? fieldsNamed(when) : []))
        .filter((id) => !exists(id)).map((id) => `“${label}” depends on “${id}”, which does not exist.`)),
  ];
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
  const uses = templates.map(({ core }) => core.find((use) => use.field === field.id));
  const [only] = uses;
  const wording = templates.length === 1 && only ? { label: only.label ?? field.label, help: only.help ?? field.help } : {};
  const asked = uses.map((use) => use?.required ?? field.required);
  return { ...field, ...wording, required: asked.length === 0 ? field.required : anyOf(field.locked ? [field.required, ...asked] : asked) };
}

/** Required where one of them says so. */
function anyOf(all: readonly When[]): When {
  const parts = [...new Set(all.filter((when) => when !== false))];
  if (parts.length === 0 || parts.includes(true)) return parts.length > 0;
  const conditions = parts.filter((part) => typeof part === "object");
  return conditions.length === 1 && conditions[0] ? conditions[0] : { any: conditions };
}
