"use client";

import { useRef } from "react";
import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { saveTemplateFieldAction } from "@/lib/policies/actions";
import { DraftClash } from "./draft-clash";
import { useDraftMerge } from "./use-draft-merge";

const LABEL = "Why delivery asks for this section";

/** The sentence at the head of a section. */
export function TemplateSectionForm({ teamId, id, why, ...props }: { teamId: string; revision: number; id: string; why: string }) {
  const { form, pending, problems, errorOf, failure } = useFormAction(saveTemplateFieldAction, { done: "Saved in the draft" });
  const root = useRef<HTMLFormElement>(null);
  const { said, revision, clashes, by, isYours, round } = useDraftMerge({ teamId, id, said: { why }, revision: props.revision, form: root, failure });
  return (
    <form {...form} ref={root} className="max-w-form space-y-5">
      {by && failure?.code === "CONFLICT" ? <DraftClash by={by} isYours={isYours} clashes={clashes} labelOf={() => LABEL} wordsOf={(_, text) => text} pending={pending} /> : <FormProblems problems={problems} />}
      <input type="hidden" name="teamId" value={teamId} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="edit.kind" value="wordSection" />
      <input type="hidden" name="edit.id" value={id} />
      <Field key={round} id="edit.why" label={LABEL} hint="One sentence, at the head of the section." error={errorOf("edit.why")}>
        {(control) => <TextArea {...control} name="edit.why" rows={2} className="!min-h-0" defaultValue={said.why} required maxLength={500} />}
      </Field>
      <FormActions><SubmitButton pending={pending}>Save in the draft</SubmitButton></FormActions>
    </form>
  );
}
