"use client";

import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { MoneyInput, NumberInput } from "@/components/form/number-input";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { DateInput, TextArea } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { ButtonLink } from "@/components/ui/button";
import { requestTrialAction } from "@/lib/trials/actions";

type Choice = { value: string; label: string; disabled?: boolean };
type TextName = "purpose" | "scope" | "entryCriteria" | "exitCriteria";
type TrialFormProps = {
  dealId: string; currency: string; developers: readonly Choice[]; leads: readonly Choice[];
  words: Record<TextName, { label: string; help: string }>; usual: { hours: number; dueOn: string };
};

/** P6.5: a trial task as the seller asks for it: why, what, how it begins and ends, who, how long, by when, for what price. */
export function TrialForm({ dealId, currency, developers, leads, words, usual }: TrialFormProps) {
  const { form, pending, problems, errorOf, idOf } = useFormAction(requestTrialAction);
  const text = (name: TextName, rows: number) => (
    <Field id={idOf(name)} label={words[name].label} hint={words[name].help} error={errorOf(name)}>
      {(control) => <TextArea {...control} name={name} rows={rows} required />}
    </Field>
  );
  return (
    <form {...form} className="max-w-form space-y-6">
      <FormProblems problems={problems} />
      <input type="hidden" name="dealId" value={dealId} />
      <input type="hidden" name="currency" value={currency} />
      {text("purpose", 2)}
      {text("scope", 4)}
      {text("entryCriteria", 2)}
      {text("exitCriteria", 2)}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field id={idOf("developerId")} label="Developer" hint="Does it. At most three run at once." error={errorOf("developerId")}>
          {(control) => <Select {...control} name="developerId" placeholder="Choose a developer" options={developers} required />}
        </Field>
        <Field id={idOf("leadId")} label="Reviewing lead" hint="Of the same team: approves it first, and evaluates it." error={errorOf("leadId")}>
          {(control) => <Select {...control} name="leadId" placeholder="Choose a team lead" options={leads} required />}
        </Field>
        <Field id={idOf("hours")} label="Cap" hint="Past it, the task stops until the lead approves more." error={errorOf("hours")}>
          {(control) => <NumberInput {...control} name="hours" unit="hours" defaultValue={String(usual.hours)} required />}
        </Field>
        <Field id={idOf("dueOn")} label="Due" hint="Ten business days by default, forty at most." error={errorOf("dueOn")}>
          {(control) => <DateInput {...control} name="dueOn" defaultValue={usual.dueOn} required />}
        </Field>
        <Field id={idOf("price")} label="Price" hint="Empty means free. The people who work on it do not see it." error={errorOf("price")} optional>
          {(control) => <MoneyInput {...control} name="price" currency={currency} />}
        </Field>
      </div>
      <FormActions>
        <SubmitButton pending={pending}>Request the trial task</SubmitButton>
        <ButtonLink href={`/deals/${dealId}/involvement`} variant="ghost">Cancel</ButtonLink>
      </FormActions>
    </form>
  );
}
