import { ActionButton } from "@/components/people/action-button";
import { ConditionEditor } from "@/components/policies/condition-editor";
import { groupsOf } from "@/lib/handovers/rules/condition-groups";
import { requiredWords, shownWords } from "@/lib/handovers/rules/template-change";
import { editTemplateAction } from "@/lib/policies/actions";
import { SECTIONS, type When } from "@/lib/policies/fields";
import type { TemplateView } from "@/lib/policies/queries/templates";
import type { TemplateField } from "@/lib/policies/rules/template-layout";

type ConditionProps = { view: TemplateView; revision: number; one: TemplateField; of: "required" | "visible"; chosen: { subject: string; group: string } };

/** When a field of a template is asked, or must be answered. */
export function TemplateCondition({ view, revision, one: { field, isOwn, required, use }, of, chosen }: ConditionProps) {
  const { team, words } = view;
  const now: When | undefined = of === "visible" ? (isOwn ? field.visible : use?.visible) : isOwn ? required : (use?.required ?? required);
  const edit = (kind: string, more: Record<string, string> = {}) => ({ teamId: team.id, revision: String(revision), "edit.kind": kind, "edit.id": field.id, "edit.of": of, ...more });
  const set = (when: string, label: string) => <ActionButton action={editTemplateAction} fields={edit("when", { "edit.when": when })} size="sm">{label}</ActionButton>;
  return (
    <ConditionEditor
      sentence={`${of === "visible" ? shownWords(field.visible, words) : requiredWords(required, words)}.`} words={words} revision={revision} chosen={chosen}
      groups={typeof now === "object" ? groupsOf(now) : []} action={editTemplateAction} fieldsOf={edit} parts={partsOf(view, field.id)}
      set={<>
        {of === "required" && now !== true && set("always", "Always")}
        {of === "required" && now !== false && isOwn && set("never", "Never: optional")}
        {of === "required" && !isOwn && now !== false && !field.locked && set("never", "Never: optional")}
        {of === "required" && !isOwn && use?.required !== undefined && set("usual", "As the core has it")}
        {of === "visible" && now !== undefined && set("always", "Always")}
      </>}
    />
  );
}

/** What a line can ask about, by section; a field never asks about itself. */
function partsOf(view: TemplateView, own: string) {
  const sectionOf = new Map(view.fields.map(({ id, section }) => [id, section]));
  const rest = view.subjects.filter(({ id }) => id !== own);
  return [
    { label: "Known of every brief", subjects: rest.filter(({ id }) => !id.includes(".")) },
    ...view.sections.map(({ id: section }) => ({ label: SECTIONS[section].label, subjects: rest.filter(({ id }) => sectionOf.get(id) === section) })),
    { label: "At least one row of a list", subjects: rest.filter(({ id }) => id.includes(".") && !sectionOf.has(id)) },
  ];
}
