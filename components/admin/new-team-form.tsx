"use client";

import { Checkbox, RadioGroup } from "@/components/form/choice";
import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { createTeamAction } from "@/lib/teams/actions";

/** A new team. */
export function NewTeamForm() {
  const { form, pending, problems, errorOf } = useFormAction(createTeamAction);
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      <Field id="name" label="Name" error={errorOf("name")}>{(control) => <TextInput {...control} name="name" required />}</Field>
      <Field id="slug" label="Short name" hint="Small letters, digits and hyphens, like “webflow”. It never changes." error={errorOf("slug")}>
        {(control) => <TextInput {...control} name="slug" required autoCapitalize="none" />}
      </Field>
      <RadioGroup
        id="kind" name="kind" label="Kind" look="cards" defaultValue="DELIVERY" error={errorOf("kind")}
        options={[
          { value: "DELIVERY", label: "Delivery team", hint: "PMs, team leads, developers. Begins with a brief template." },
          { value: "SALES", label: "Sales team", hint: "Sellers and their manager." },
        ]}
      />
      <Checkbox name="technical" label="A technical team" hint="Of a delivery team: complex work needs the acceptance of its lead." />
      <FormActions><SubmitButton pending={pending}>Create team</SubmitButton></FormActions>
    </form>
  );
}
