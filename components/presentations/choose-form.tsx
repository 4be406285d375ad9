"use client";

import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea, TextInput } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { ButtonLink } from "@/components/ui/button";
import { chooseByLinkAction } from "@/lib/presentations/actions/by-link";

type ChooseFormProps = { token: string; presentationId: string; optionId: string; standing: string; name: string; option: string };

/** The second step of the client's choice: who, and why. */
export function ChooseForm({ token, presentationId, optionId, standing, name, option }: ChooseFormProps) {
  const { form, pending, problems, errorOf, idOf, typed } = useFormAction(chooseByLinkAction, { prefix: "choose-" });
  const of = (field: string) => ({ id: idOf(field), error: errorOf(field) });
  return (
    <form {...form} className="space-y-6">
      <FormProblems problems={problems} />
      {Object.entries({ token, presentationId, optionId, standing }).map(([key, value]) => <input key={key} type="hidden" name={key} value={value} />)}
      <Field {...of("chosenBy")} label="Your name">
        {(control) => <TextInput {...control} name="chosenBy" defaultValue={typed?.chosenBy ?? name} required maxLength={120} autoComplete="name" />}
      </Field>
      <Field {...of("reason")} label="Why this one?" hint="A sentence is enough. It tells the people who do the work what matters to you.">
        {(control) => <TextArea {...control} name="reason" defaultValue={typed?.reason} rows={4} required maxLength={4_000} />}
      </Field>
      <FormActions>
        <SubmitButton size="lg" pending={pending}>Confirm: {option}</SubmitButton>
        <ButtonLink href={`/o/${token}`} variant="ghost" size="lg">Back to the options</ButtonLink>
      </FormActions>
    </form>
  );
}
