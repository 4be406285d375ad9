"use client";

import { Checkbox } from "@/components/form/choice";
import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { Combobox, Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { updateOrganisationAction } from "@/lib/organisation/actions";

type OrganisationFormProps = {
  organisation: { name: string; zone: string; currency: string; soloMode: boolean };
  zones: readonly string[];
  currencies: readonly string[];
};

/** The organisation's own settings. */
export function OrganisationForm({ organisation, zones, currencies }: OrganisationFormProps) {
  const { form, pending, problems, errorOf } = useFormAction(updateOrganisationAction, { done: "Saved" });
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      <Field id="name" label="Name" error={errorOf("name")}>{(control) => <TextInput {...control} name="name" defaultValue={organisation.name} required />}</Field>
      <Field id="zone" label="Time zone" hint="For days and reports of the whole organisation." error={errorOf("zone")}>
        {(control) => <Combobox {...control} name="zone" options={zones} defaultValue={organisation.zone} required />}
      </Field>
      <Field id="currency" label="Currency" hint="Of new deals. Deals that exist keep theirs." error={errorOf("currency")}>
        {(control) => <Select {...control} name="currency" options={currencies.map((code) => ({ value: code, label: code }))} defaultValue={organisation.currency} />}
      </Field>
      <Checkbox
        name="soloMode" label="Solo mode" defaultChecked={organisation.soloMode}
        hint="For a very small organisation: whoever wrote a brief may hold its keys as well. A second pair of eyes is what the handover is for, so screens and reports say that solo mode is on."
      />
      <FormActions><SubmitButton pending={pending}>Save</SubmitButton></FormActions>
    </form>
  );
}
