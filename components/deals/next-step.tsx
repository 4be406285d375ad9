"use client";

import { Field } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { DateInput, TextInput } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { setNextStepAction } from "@/lib/deals/actions";

type NextStepFormProps = { id: string; revision: number; nextStep: string; nextStepOn: string };

/** What happens next with the client, and when. */
export function NextStepForm({ id, revision, nextStep, nextStepOn }: NextStepFormProps) {
  const { form, pending, problems, errorOf, idOf } = useFormAction(setNextStepAction, { done: "Saved", prefix: "next-" });
  return (
    <form {...form} className="space-y-4">
      <FormProblems problems={problems} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-56">
          <Field id={idOf("nextStep")} label="What happens next" error={errorOf("nextStep")}>
            {(control) => <TextInput {...control} name="nextStep" defaultValue={nextStep} maxLength={300} />}
          </Field>
        </div>
        <Field id={idOf("nextStepOn")} label="On" error={errorOf("nextStepOn")} optional>
          {(control) => <DateInput {...control} name="nextStepOn" defaultValue={nextStepOn} />}
        </Field>
        <SubmitButton pending={pending} variant="secondary">Save</SubmitButton>
      </div>
    </form>
  );
}
