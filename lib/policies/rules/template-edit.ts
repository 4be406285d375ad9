import { customFieldId } from "@/lib/handovers/rules/template";
import { type Condition, type CoreFieldUse, SECTION_IDS, type When } from "../fields";
import type { TemplateEdit } from "../fields/template-edit";
import type { BriefTemplate } from "../schema";
import { linesEdited, type Subject } from "./condition-line";
import { fieldOf, layoutOf } from "./template-layout";

export type EditFacts = {
  /** What conditions can ask about. */
  subjects: readonly Subject[];
  /** Keys that this team's templates have ever used: a key means one question for good. */
  usedKeys: readonly string[];
};

/** The template after the change, and the field that it was about; or why it cannot be, and at which control. */
export type Edited = { template: BriefTemplate; field: string | null } | { problem: string; control?: string };

type OwnField = BriefTemplate["fields"][number];
type Edit<K extends TemplateEdit["kind"]> = Extract<TemplateEdit, { kind: K }>;

/** One change to a template (B6). What it makes has the right shape; whether it may be published is asked later. */
export function editTemplate(template: BriefTemplate, edit: TemplateEdit, facts: EditFacts): Edited {
  if (edit.kind === "addField") return addField(template, edit, facts);
  if (edit.kind === "moveSection") return moveSection(template, edit);
  if (edit.kind === "wordSection")
    return { template: { ...template, sections: sectionsOf(template).map((one) => (one.id === edit.id ? { ...one, why: edit.why } : one)) }, field: null };
  const found = fieldOf(template, edit.id);
  if (!found) return { problem: "This field is not in the template any more." };
  switch (edit.kind) {
    case "changeField": return found.isOwn ? changeField(template, edit) : { problem: "A core field keeps its form: only its words can be changed." };
    case "removeField":
      if (!found.isOwn) return { problem: `“${found.field.label}” is a core field: it can be hidden, never removed.` };
      return { template: removed(template, edit.id), field: null };
    case "wordCore": return found.isOwn ? { problem: "This is no core field." } : wordCore(template, edit);
    case "hideCore":
      if (found.isOwn) return { problem: "This is no core field." };
      if (found.field.locked) return { problem: `“${found.field.label}” cannot be hidden: the rules need it.` };
      return { template: withUse(template, edit.id, { hidden: edit.hidden === "yes" || undefined }), field: edit.id };
    case "move": return { template: moved(template, edit), field: edit.id };
    case "when": return setWhen(template, edit, edit.when === "usual" ? undefined : edit.when === "always", found.field.locked);
    case "addLine": case "removeLine": return changeLines(template, edit, facts);
  }
}

function addField(template: BriefTemplate, edit: Edit<"addField">, { usedKeys }: EditFacts): Edited {
  const key = keyFrom(edit.label, new Set([...usedKeys, ...template.fields.map((field) => field.key)]));
  const field = ownField(edit, key, [], { required: false });
  if ("problem" in field) return field;
  return { template: { ...template, fields: [...template.fields, field] }, field: customFieldId(template.slug, key) };
}

function changeField(template: BriefTemplate, edit: Edit<"changeField">): Edited {
  const before = template.fields.find(({ key }) => customFieldId(template.slug, key) === edit.id);
  if (!before) return { problem: "This field is not in the template any more." };
  const field = ownField(edit, before.key, before.options ?? [], { required: before.required, visible: before.visible });
  if ("problem" in field) return field;
  return { template: { ...template, fields: template.fields.map((one) => (one === before ? field : one)) }, field: edit.id };
}

type Options = NonNullable<OwnField["options"]>;

function ownField(edit: Edit<"addField" | "changeField">, key: string, known: Options, { required, visible }: { required: When; visible?: Condition }): OwnField | { problem: string; control: string } {
  const { label, section, type, why, visibility } = edit;
  const isChoice = type === "choice" || type === "choices";
  const kept = known.flatMap(({ value }) => { const now = edit.options.find((one) => one.value === value); return now && now.label.trim() !== "" ? [{ value, label: now.label }] : []; });
  const options = edit.moreOptions.split(/\r?\n/).filter((line) => line.trim() !== "").reduce<Options>((all, line) => {
    const named = line.trim();
    return all.some((one) => one.label === named) ? all : [...all, { value: keyFrom(named, new Set([...all, ...known].map(({ value }) => value))), label: named }];
  }, kept);
  if (isChoice && options.length < 2) return { problem: "Give at least two options, one on each line.", control: "moreOptions" };
  if (isChoice && options.length > 40) return { problem: "Use at most 40 options.", control: "moreOptions" };
  if (isChoice && options.some((one) => one.label.length > 160)) return { problem: "Use at most 160 characters for an option.", control: "moreOptions" };
  const words = { ask: edit.ask, help: edit.help, example: edit.example };
  return {
    key, section, label, why, type, visibility,
    ...Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim() !== "")),
    ...(isChoice && { options }),
    concerns: [...(edit.pm ? ["PM" as const] : []), ...(edit.lead ? ["TEAM_LEAD" as const] : [])],
    required, ...(visible && { visible }), ...(edit.material && { material: edit.material }),
  };
}

const removed = ({ order, ...template }: BriefTemplate, id: string): BriefTemplate => ({
  ...template, fields: template.fields.filter(({ key }) => customFieldId(template.slug, key) !== id), ...(order && { order: order.filter((one) => one !== id) }),
});

/** Words equal to the core table's are not kept, so that they follow it. */
function wordCore(template: BriefTemplate, { id, label, why, help, example }: Edit<"wordCore">): Edited {
  const plain = fieldOf({ ...template, core: [] }, id)?.field;
  const own = (text: string, usual = "") => (text === usual ? undefined : text);
  return {
    template: withUse(template, id, { label: own(label, plain?.label), why: own(why, plain?.why), help: own(help, plain?.help), example: own(example, plain?.example) }),
    field: id,
  };
}

/** What the template says of a core field, changed; nothing left to say takes it out. */
function withUse(template: BriefTemplate, id: string, change: Partial<CoreFieldUse>): BriefTemplate {
  const before = template.core.find(({ field }) => field === id);
  const after = Object.fromEntries(Object.entries({ ...(before ?? { field: id }), ...change }).filter(([, value]) => value !== undefined)) as BriefTemplate["core"][number];
  const core = before ? template.core.map((use) => (use === before ? after : use)) : [...template.core, after];
  return { ...template, core: core.filter((use) => Object.keys(use).length > 1) };
}

/** One place up or down within its section; the order of that section is then kept as a whole. */
function moved(template: BriefTemplate, { id, direction }: Edit<"move">): BriefTemplate {
  const section = layoutOf(template).find(({ fields }) => fields.some(({ field }) => field.id === id));
  const ids = section?.fields.map(({ field }) => field.id) ?? [];
  const at = ids.indexOf(id);
  const next = swapped(ids, at, direction);
  return { ...template, order: [...(template.order ?? []).filter((one) => !ids.includes(one)), ...next] };
}

const sectionsOf = (template: BriefTemplate): NonNullable<BriefTemplate["sections"]> => [
  ...(template.sections ?? []), ...SECTION_IDS.filter((id) => !template.sections?.some((one) => one.id === id)).map((id) => ({ id })),
];

function moveSection(template: BriefTemplate, { id, direction }: Edit<"moveSection">): Edited {
  const all = sectionsOf(template);
  return { template: { ...template, sections: swapped(all, all.findIndex((one) => one.id === id), direction) }, field: null };
}

function swapped<T>(list: readonly T[], at: number, direction: "up" | "down"): T[] {
  const to = at + (direction === "up" ? -1 : 1);
  const [one, other] = [list[at], list[to]];
  return one === undefined || other === undefined ? [...list] : list.map((item, i) => (i === at ? other : i === to ? one : item));
}

/** `undefined` is what the core table says. A field that the rules need stays as required as they have it. */
function setWhen(template: BriefTemplate, { id, of }: Pick<Edit<"when">, "id" | "of">, when: When | undefined, isLocked = false): Edited {
  if (of === "visible") {
    if (isLocked && when !== undefined && when !== true) return { problem: "This field is always asked: the rules need it." };
    return { template: withWhen(template, id, { visible: typeof when === "object" ? when : undefined }), field: id };
  }
  if (isLocked && when !== undefined && when !== true) return { problem: "This field cannot be made optional: the rules need it." };
  return { template: withWhen(template, id, { required: when }), field: id };
}

function withWhen(template: BriefTemplate, id: string, change: { visible?: Condition | undefined; required?: When | undefined }): BriefTemplate {
  const own = template.fields.find(({ key }) => customFieldId(template.slug, key) === id);
  if (!own) return withUse(template, id, change);
  const { visible, required } = { ...own, ...change };
  const { visible: _, ...rest } = own;
  return { ...template, fields: template.fields.map((one) => (one === own ? { ...rest, required: required ?? false, ...(visible && { visible }) } : one)) };
}

function changeLines(template: BriefTemplate, edit: Edit<"addLine" | "removeLine">, { subjects }: EditFacts): Edited {
  const found = fieldOf(template, edit.id);
  if (!found) return { problem: "This field is not in the template any more." };
  const now = edit.of === "visible" ? (found.isOwn ? found.field.visible : found.use?.visible) : found.isOwn ? found.required : found.use?.required;
  const edited = linesEdited(now, edit, subjects);
  if ("problem" in edited) return edited;
  return setWhen(template, edit, edited.when ?? (edit.of === "visible" || found.isOwn ? false : undefined), found.field.locked);
}

/** "Portal id" -> `portalId`; one that is taken gets a number. */
export function keyFrom(label: string, taken: ReadonlySet<string>): string {
  const words = label.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^a-zA-Z0-9]+/g, " ").trim().split(" ").filter(Boolean);
  const joined = words.map((word, i) => (i === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())).join("").replace(/^\d+/, "").slice(0, 34);
  const base = joined === "" ? "field" : joined.charAt(0).toLowerCase() + joined.slice(1);
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}${n}`;
    if (!taken.has(key)) return key;
  }
}
