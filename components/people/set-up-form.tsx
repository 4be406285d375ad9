"use client";

import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { Combobox, Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { setUpAction } from "@/lib/setup/actions";
import { setUpInput } from "@/lib/setup/schema";
import { FormProblems } from "./form-problems";
import { PasswordField } from "./password-field";
import { useCheckedForm } from "./use-checked-form";

type SetUpFormProps = { token: string; zones: readonly string[]; currencies: readonly string[]; zone: string };

/** The organisation, and its first admin. */
export function SetUpForm({ token, zones, currencies, zone }: SetUpFormProps) {
  const { form, pending, problems, errorOf, register } = useCheckedForm(setUpAction, {
    schema: setUpInput.omit({ token: true }),
    defaultValues: { organisation: "", zone, currency: "EUR", name: "", email: "", password: "" },
  });
  return (
    <form {...form} className="space-y-8">
      <FormProblems problems={problems} />
      <input type="hidden" name="token" value={token} />
      <fieldset className="space-y-4">
        <legend className="mb-3 text-lg font-semibold">Your organisation</legend>
        <Field id="organisation" label="Name" error={errorOf("organisation")}>
          {(control) => <TextInput {...control} autoComplete="organization" required {...register("organisation")} />}
        </Field>
        <Field id="zone" label="Time zone" hint="Where most of you work. Each person has their own as well." error={errorOf("zone")}>
          {(control) => <Combobox {...control} options={zones} defaultValue={zone} required {...register("zone")} />}
        </Field>
        <Field id="currency" label="Currency" hint="What a deal is worth, unless it says otherwise." error={errorOf("currency")}>
          {(control) => <Select {...control} options={currencies.map((code) => ({ value: code, label: code }))} defaultValue="EUR" {...register("currency")} />}
        </Field>
      </fieldset>
      <fieldset className="space-y-4">
        <legend className="mb-3 text-lg font-semibold">You, the first admin</legend>
        <Field id="name" label="Your name" error={errorOf("name")}>
          {(control) => <TextInput {...control} autoComplete="name" required {...register("name")} />}
        </Field>
        <Field id="email" label="Mail address" error={errorOf("email")}>
          {(control) => <TextInput {...control} type="email" autoComplete="username" required {...register("email")} />}
        </Field>
        <PasswordField id="password" error={errorOf("password")} input={register("password")} />
      </fieldset>
      <FormActions>
        <SubmitButton pending={pending}>Set up</SubmitButton>
      </FormActions>
    </form>
  );
}
