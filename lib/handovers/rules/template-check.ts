import type { Condition, CustomField, When } from "@/lib/policies/fields";
import { FIELD_TYPES } from "@/lib/policies/fields";
import type { BriefTemplate, ComplexityRubric } from "@/lib/policies/schema";
import { coreField, FIELDS } from "../fields";
import type { Field } from "../fields/types";
import { type AskedFields, outcomeOf } from "./condition-check";
import { complexityFields, customAsField, customFieldId, fieldsNamed } from "./template";

/** Something to put right before a template can be published: the field to go to, and the sentence (B7). */
export type TemplateProblem = { field: string | null; sentence: string };

export type CheckedBy = {
  rubric: ComplexityRubric;
  /** The slugs of all delivery teams. */
  teams: readonly string[];
  /** What this team has published so far, oldest first. */
  published: readonly BriefTemplate[];
};

/** What is wrong with a template, before it is published (B6); empty when nothing is. */
export function templateProblems(template: BriefTemplate, by: CheckedBy): TemplateProblem[] {
  const fields = fieldsOf(template, by.rubric);
  return [
    ...coreProblems(template),
    ...template.fields.flatMap((field) => fieldProblems(template, field, by)),
    ...sameLabels(template),
    ...[...fields.values()].flatMap((field) => conditionProblems(field, fields, template, by)),
    ...circles(fields),
  ];
}

type Checked = { id: string; label: string; field: Field; required: When; visible?: Condition; hidden: boolean };

/** Every plain field that a brief of this team alone could have, those that it hides too, as the template uses them. */
function fieldsOf({ slug, core, fields }: BriefTemplate, rubric: ComplexityRubric): Map<string, Checked> {
  const own = fields.map((field) => customAsField(slug, field));
  return new Map([
    ...FIELDS.map((field): Checked => {
      const use = core.find((one) => one.field === field.id);
      return {
        id: field.id, label: use?.label ?? field.label, field, required: use?.required ?? field.required, hidden: use?.hidden === true && !field.locked,
        visible: field.visible && use?.visible ? { all: [field.visible, use.visible] } : (use?.visible ?? field.visible),
      };
    }),
    ...[...own, ...complexityFields(rubric)].map((field): Checked => ({ id: field.id, label: field.label, field, required: field.required, visible: field.visible, hidden: false })),
  ].map((one) => [one.id, one]));
}

function coreProblems({ core }: BriefTemplate): TemplateProblem[] {
  return core.flatMap(({ field, hidden, required, visible }) => {
    const known = coreField(field);
    const say = (sentence: string) => [{ field, sentence }];
    if (!known) return say(`There is no core field “${field}”.`);
    if (known.group) return say(`“${known.label}” belongs to a row, and cannot be changed by a template.`);
    if (known.locked && hidden) return say(`“${known.label}” cannot be hidden: the rules need it.`);
    if (known.locked && visible) return say(`“${known.label}” is always asked: the rules need it.`);
    if (known.locked && required !== undefined && known.required !== false && required !== true)
      return say(`“${known.label}” cannot be made optional: the rules need it.`);
    return [];
  });
}

function fieldProblems({ slug }: BriefTemplate, { key, label, type }: CustomField, { published }: CheckedBy): TemplateProblem[] {
  const before = published.flatMap(({ fields }) => fields.filter((one) => one.key === key)).at(-1);
  return before && before.type !== type
    ? [{ field: customFieldId(slug, key), sentence: `“${label}” was published as ${FIELD_TYPES[before.type].label.toLowerCase()}, and answers have that form. Remove it and add a new field instead.` }]
    : [];
}

function sameLabels({ slug, fields, core }: BriefTemplate): TemplateProblem[] {
  const labels = new Map<string, string>();
  const reworded = core.flatMap(({ field, label }) => (label === undefined ? [] : [{ id: field, label, section: coreField(field)?.section }]));
  return [...reworded, ...fields.map(({ key, label, section }) => ({ id: customFieldId(slug, key), label, section }))].flatMap(({ id, label, section }) => {
    const name = `${section}:${label.trim().toLowerCase()}`;
    if (labels.has(name)) return [{ field: id, sentence: `Two fields of one section are called “${label.trim()}”. Give one of them another label.` }];
    labels.set(name, id);
    return [];
  });
}

/** Conditions that speak of what is not there, or that no brief could meet. */
function conditionProblems({ id, label, required, visible, hidden }: Checked, fields: ReadonlyMap<string, Checked>, template: BriefTemplate, by: CheckedBy): TemplateProblem[] {
  if (hidden) return [];
  const say = (sentence: string): TemplateProblem => ({ field: id, sentence: `“${label}” ${sentence}` });
  const askedOf: AskedFields = (name) => fields.get(name)?.field ?? coreField(name);
  const each = ([["required", required], ["shown", visible]] as const).flatMap(([word, when]) =>
    typeof when !== "object" ? [] : partsProblems(when, word, { id, fields, template, by, askedOf }).map(say));
  if (each.length > 0) return each;
  const outcome = (when: Condition) => outcomeOf(when, askedOf, template.slug);
  if (visible && outcome(visible) === "never") return [say("is never shown: its condition contradicts itself.")];
  if (typeof required !== "object") return [];
  if (outcome(required) === "never") return [say("is never required: its condition contradicts itself.")];
  return visible && outcome({ all: [visible, required] }) === "never" ? [say("is required only when it is not shown.")] : [];
}

type PartFacts = { id: string; fields: ReadonlyMap<string, Checked>; template: BriefTemplate; by: CheckedBy; askedOf: AskedFields };

function partsProblems(when: Condition, word: string, { id, fields, template, by, askedOf }: PartFacts): string[] {
  return [...new Set(leavesOf(when).flatMap((part): string[] => {
    if ("team" in part) return part.team.filter((slug) => !by.teams.includes(slug)).map((slug) => `is ${word} depending on the team “${slug}”, which does not exist.`);
    if (!("field" in part)) return [];
    const asked = askedOf(part.field);
    if (part.field === id) return [`is ${word} depending on its own answer.`];
    if (!asked) return [`is ${word} depending on ${goneName(part.field, template, by)}`];
    if (fields.get(part.field)?.hidden) return [`is ${word} depending on “${fields.get(part.field)?.label ?? ""}”, which this template hides.`];
    const name = fields.get(part.field)?.label ?? coreField(part.field)?.label ?? part.field;
    if ("compare" in part && asked.type !== "number" && asked.type !== "money") return [`compares “${name}”, which is no number.`];
    const values = "is" in part ? [part.is] : "in" in part ? part.in : [];
    if (asked.type === "yesNo" && values.some((value) => typeof value !== "boolean")) return [`expects an answer of “${name}” that is neither yes nor no.`];
    const gone = asked.options ? values.filter((value) => !asked.options?.some((option) => option.value === value)) : [];
    return gone.map((value) => `expects the answer “${String(value)}” of “${name}”, which it does not offer.`);
  }))];
}

type Leaf = Exclude<Condition, { all: readonly Condition[] } | { any: readonly Condition[] } | { not: Condition }>;

function leavesOf(condition: Condition): Leaf[] {
  if ("all" in condition) return condition.all.flatMap(leavesOf);
  if ("any" in condition) return condition.any.flatMap(leavesOf);
  return "not" in condition ? leavesOf(condition.not) : [condition];
}

function goneName(id: string, { slug }: BriefTemplate, { published }: CheckedBy): string {
  const before = published.flatMap(({ fields }) => fields.filter(({ key }) => customFieldId(slug, key) === id)).at(-1);
  return before ? `“${before.label}”, which is no longer in the template.` : `“${id}”, which does not exist.`;
}

/** Fields of which each is shown depending on the next, and the last on the first: none of them could appear first. */
function circles(fields: ReadonlyMap<string, Checked>): TemplateProblem[] {
  const needs = (id: string) => { const { visible } = fields.get(id) ?? {}; return visible ? fieldsNamed(visible).filter((name) => name !== id && fields.has(name)) : []; };
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (id: string, path: string[]) => {
    const at = path.indexOf(id);
    if (at >= 0) { found.push(path.slice(at)); return; }
    if (done.has(id)) return;
    for (const next of needs(id)) walk(next, [...path, id]);
    done.add(id);
  };
  for (const id of fields.keys()) walk(id, []);
  return found.map((ring) => ({
    field: ring[0] ?? null,
    sentence: `${ring.map((id) => `“${fields.get(id)?.label ?? id}”`).join(", ")} are shown depending on each other, so none of them could ever appear.`,
  }));
}
