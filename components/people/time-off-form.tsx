"use client";

import { Field } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { DateInput, TextInput } from "@/components/form/text-input";
import { addTimeOffAction } from "@/lib/people/actions/profile";
import { FormProblems } from "./form-problems";
import { useFormAction } from "./use-form-action";

/** The first and the last day away. */
export function TimeOffForm({ userId }: { userId: string }) {
  const { form, pending, problems, errorOf, idOf } = useFormAction(addTimeOffAction, { done: "Time off entered", prefix: "time-off-" });
  return (
    <form {...form} className="space-y-3">
      <FormProblems problems={problems} />
      <input type="hidden" name="userId" value={userId} />
      <div className="flex flex-wrap items-end gap-3">
        <Field id={idOf("from")} label="First day" error={errorOf("from")}>{(control) => <DateInput {...control} name="from" required />}</Field>
        <Field id={idOf("to")} label="Last day" error={errorOf("to")}>{(control) => <DateInput {...control} name="to" required />}</Field>
        <Field id={idOf("note")} label="Note" optional error={errorOf("note")}>{(control) => <TextInput {...control} name="note" maxLength={200} />}</Field>
        <SubmitButton variant="secondary" pending={pending}>Enter time off</SubmitButton>
      </div>
    </form>
  );
}
