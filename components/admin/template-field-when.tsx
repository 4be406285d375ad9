import { ActionButton } from "@/components/people/action-button";
import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { ConditionWords } from "@/lib/handovers/rules/condition";
import { requiredWords, shownWords } from "@/lib/handovers/rules/template-change";
import { saveTemplateFieldAction } from "@/lib/policies/actions";
import type { TemplateField } from "@/lib/policies/rules/template-layout";
import { templateHref } from "./template-list";

type FieldWhenProps = { teamId: string; revision: number; one: TemplateField; words: ConditionWords };

/** When a field is asked and must be answered, in words, and how to take it out. */
export function TemplateFieldWhen({ teamId, revision, one: { field, isOwn, isHidden, required }, words }: FieldWhenProps) {
  const change = (of: "required" | "visible", label: string) => (
    <TextLink href={templateHref(teamId, `/fields/${field.id}/${of}`)}>Change<span className="sr-only"> {label}</span></TextLink>
  );
  const fields = (kind: string, more: Record<string, string> = {}) => ({ teamId, revision: String(revision), "edit.kind": kind, "edit.id": field.id, ...more });
  return (
    <Section
      title="When it is asked"
      description={field.locked ? "The rules of the portal need this answer, so it is always asked and cannot be made optional. Its words are yours." : undefined}
      actions={
        isOwn ? <ActionButton action={saveTemplateFieldAction} fields={fields("removeField")} size="sm" variant="ghost" icon="trash" done="Field removed">Remove from the template</ActionButton>
        : !field.locked && (
          <ActionButton action={saveTemplateFieldAction} fields={fields("hideCore", { "edit.hidden": isHidden ? "no" : "yes" })} size="sm" variant="ghost" icon={isHidden ? "eye" : "eye-off"}>
            {isHidden ? "Ask it again" : "Leave it out"}
          </ActionButton>
        )
      }
    >
      {isHidden ? <p className="text-ink-2">Briefs of this team do not ask it. With several teams it is asked where one of them does.</p> : (
        <DescriptionList
          items={[
            { term: "Asked", detail: <>{shownWords(field.visible, words)} {!field.locked && change("visible", "when it is asked")}</> },
            { term: "Answer", detail: <>{requiredWords(required, words)} {field.locked !== true || required !== true ? change("required", "when it is required") : null}</> },
          ]}
        />
      )}
    </Section>
  );
}
