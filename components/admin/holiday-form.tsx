"use client";

import { Field } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { DateInput, TextInput } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { addHolidayAction } from "@/lib/organisation/actions";

/** One more day on which nobody works. */
export function HolidayForm() {
  const { form, pending, problems, errorOf } = useFormAction(addHolidayAction, { done: "Holiday added" });
  return (
    <form {...form} className="max-w-form space-y-3">
      <FormProblems problems={problems} />
      <div className="flex flex-wrap items-end gap-3">
        <Field id="date" label="Day" error={errorOf("date")}>{(control) => <DateInput {...control} name="date" required />}</Field>
        <Field id="name" label="Name" error={errorOf("name")}>{(control) => <TextInput {...control} name="name" required maxLength={120} />}</Field>
        <SubmitButton pending={pending}>Add holiday</SubmitButton>
      </div>
    </form>
  );
}
