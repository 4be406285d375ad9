import { ActionButton } from "@/components/people/action-button";
import { AutoSubmit } from "@/components/ui/auto-submit";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { inWords } from "@/lib/handovers/rules/condition";
import { conditionOf, groupsOf } from "@/lib/handovers/rules/condition-groups";
import { requiredWords, shownWords } from "@/lib/handovers/rules/template-change";
import { editTemplateAction } from "@/lib/policies/actions";
import type { When } from "@/lib/policies/fields";
import { SECTIONS, type SectionId } from "@/lib/policies/fields";
import type { TemplateView } from "@/lib/policies/queries/templates";
import { operatorsFor, type Subject, valuesFor } from "@/lib/policies/rules/condition-line";
import type { TemplateField } from "@/lib/policies/rules/template-layout";
import { TemplateLineForm } from "./template-line-form";

type ConditionProps = {
  view: TemplateView; revision: number; one: TemplateField; of: "required" | "visible";
  /** From the address: what the next line asks about, and which alternative it belongs to. */
  chosen: { subject: string; group: string };
};

/** A condition as alternatives of lines, each with plain selects; said in words above. Every step is a form of its own. */
export function TemplateCondition({ view, revision, one: { field, isOwn, required, use }, of, chosen }: ConditionProps) {
  const { team, words, subjects } = view;
  const now: When | undefined = of === "visible" ? (isOwn ? field.visible : use?.visible) : isOwn ? required : (use?.required ?? required);
  const groups = typeof now === "object" ? groupsOf(now) : [];
  const edit = (kind: string, more: Record<string, string> = {}) => ({ teamId: team.id, revision: String(revision), "edit.kind": kind, "edit.id": field.id, "edit.of": of, ...more });
  const set = (when: string, label: string) => <ActionButton action={editTemplateAction} fields={edit("when", { "edit.when": when })} size="sm">{label}</ActionButton>;
  const subject = subjects.find(({ id }) => id === chosen.subject && id !== field.id);
  return (
    <>
      <div className="space-y-3">
        <p className="text-md font-medium">{of === "visible" ? shownWords(field.visible, words) : requiredWords(required, words)}.</p>
        <div className="flex flex-wrap gap-2">
          {of === "required" && now !== true && set("always", "Always")}
          {of === "required" && now !== false && isOwn && set("never", "Never: optional")}
          {of === "required" && !isOwn && now !== false && !field.locked && set("never", "Never: optional")}
          {of === "required" && !isOwn && use?.required !== undefined && set("usual", "As the core has it")}
          {of === "visible" && now !== undefined && set("always", "Always")}
        </div>
      </div>
      {groups === null ? <p className="text-ink-2">This condition is too long to be changed line by line. Choose one of the above, and begin anew.</p> : (
        <>
          {groups.some((lines) => lines.length > 0) && (
            <Section title="The condition" description={groups.length > 1 ? "It holds where all lines of at least one alternative do." : "It holds where all lines do."}>
              {groups.map((lines, g) => (
                <div key={g} className="space-y-1">
                  {groups.length > 1 && <h3 className="text-sm font-semibold">Alternative {g + 1}</h3>}
                  <ul className="divide-y divide-line border-y border-line">
                    {lines.map((line, l) => (
                      <li key={l} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
                        <span>{l > 0 && <span className="text-ink-2">and </span>}{inWords(conditionOf([[line]]) ?? { all: [] }, words)}</span>
                        <ActionButton action={editTemplateAction} fields={edit("removeLine", { "edit.group": String(g), "edit.line": String(l) })} size="sm" variant="ghost" icon="x" done="Line removed">
                          Remove<span className="sr-only"> line {l + 1}</span>
                        </ActionButton>
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
            </Section>
          )}
          <Section title="Add a line" description="Choose what it asks about; then how it is compared.">
            <form action="" method="get" className="flex flex-wrap items-end gap-3">
              <label className="grid min-w-0 grow gap-1 font-medium">It asks about<SubjectSelect view={view} subjects={subjects} own={field.id} chosen={subject?.id ?? ""} /></label>
              <Button type="submit">Continue</Button>
              <AutoSubmit />
            </form>
            {subject && (
              <TemplateLineForm
                key={`${subject.id} ${revision}`} fields={edit("addLine", { "edit.line.subject": subject.id })}
                groups={groups.filter((lines) => lines.length > 0).length} group={chosen.group}
                subject={{ label: subject.label, isNumber: subject.type === "number" || subject.type === "money", operators: operatorsFor(subject), values: valuesFor(subject) }}
              />
            )}
          </Section>
        </>
      )}
    </>
  );
}

/** What a line can ask about, by section; a field never asks about itself. */
function SubjectSelect({ view, subjects, own, chosen }: { view: TemplateView; subjects: readonly Subject[]; own: string; chosen: string }) {
  const sectionOf = new Map(view.fields.map(({ id, section }) => [id, section]));
  const rest = subjects.filter(({ id }) => id !== own);
  const known = rest.filter(({ id }) => !id.includes("."));
  const inSection = (section: SectionId) => rest.filter(({ id }) => sectionOf.get(id) === section);
  const cells = rest.filter(({ id }) => id.includes(".") && !sectionOf.has(id));
  const group = (label: string, list: readonly Subject[]) => list.length > 0 && (
    <optgroup key={label} label={label}>{list.map(({ id, label: name }) => <option key={id} value={id}>{name}</option>)}</optgroup>
  );
  return (
    <select name="subject" className="control" defaultValue={chosen} key={chosen}>
      <option value="">Choose</option>
      {group("Known of every brief", known)}
      {view.sections.map(({ id }) => group(SECTIONS[id].label, inSection(id)))}
      {group("At least one row of a list", cells)}
    </select>
  );
}
