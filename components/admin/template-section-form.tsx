"use client";

import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { saveTemplateFieldAction } from "@/lib/policies/actions";

/** The sentence at the head of a section. */
export function TemplateSectionForm({ teamId, revision, id, why }: { teamId: string; revision: number; id: string; why: string }) {
  const { form, pending, problems, errorOf } = useFormAction(saveTemplateFieldAction, { done: "Saved in the draft" });
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      <input type="hidden" name="teamId" value={teamId} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="edit.kind" value="wordSection" />
      <input type="hidden" name="edit.id" value={id} />
      <Field id="edit.why" label="Why delivery asks for this section" hint="One sentence, at the head of the section." error={errorOf("edit.why")}>
        {(control) => <TextArea {...control} name="edit.why" rows={2} className="!min-h-0" defaultValue={why} required maxLength={500} />}
      </Field>
      <FormActions><SubmitButton pending={pending}>Save in the draft</SubmitButton></FormActions>
    </form>
  );
}
