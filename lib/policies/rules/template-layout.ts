import { FIELDS } from "@/lib/handovers/fields";
import type { Field } from "@/lib/handovers/fields/types";
import { customAsField, inOrder, sectionsInForce } from "@/lib/handovers/rules/template";
import type { CoreFieldUse, SectionId, When } from "../fields";
import type { BriefTemplate } from "../schema";

/** A field as the editor of a template lists it: as it will be asked, and what the template says of it. */
export type TemplateField = {
  field: Field;
  /** Of the team, rather than of the core table. */
  isOwn: boolean;
  /** A core field that this template leaves out. */
  isHidden: boolean;
  required: When;
  use?: CoreFieldUse;
};

export type TemplateSection = { id: SectionId; label: string; why: string; fields: TemplateField[] };

type Placed = TemplateField & { id: string; section: SectionId };

/** All fields of a template by section, hidden ones too, in the order of the form (B6). The rubric's questions are not a template's. */
export function layoutOf(template: BriefTemplate): TemplateSection[] {
  const core = FIELDS.map((field): Placed => {
    const use = template.core.find((one) => one.field === field.id);
    return {
      id: field.id, section: field.section, isOwn: false, isHidden: use?.hidden === true && !field.locked, required: use?.required ?? field.required, use,
      field: {
        ...field, label: use?.label ?? field.label, why: use?.why ?? field.why, help: use?.help ?? field.help, example: use?.example ?? field.example,
        visible: field.visible && use?.visible ? { all: [field.visible, use.visible] } : (use?.visible ?? field.visible),
      },
    };
  });
  const own = template.fields.map((one): Placed => {
    const field = customAsField(template.slug, one);
    return { id: field.id, section: field.section, field, isOwn: true, isHidden: false, required: field.required };
  });
  const all = inOrder([...core, ...own], template.order ?? []);
  return sectionsInForce([template]).map((section) => ({
    ...section, fields: all.filter((one) => one.section === section.id).map(({ field, isOwn, isHidden, required, use }) => ({ field, isOwn, isHidden, required, use })),
  }));
}

/** One field of a template by its id, or undefined. */
export const fieldOf = (template: BriefTemplate, id: string): TemplateField | undefined =>
  layoutOf(template).flatMap(({ fields }) => fields).find(({ field }) => field.id === id);
