"use client";

import { Checkbox, RadioGroup } from "@/components/form/choice";
import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { NumberInput } from "@/components/form/number-input";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { DateInput, TextArea, TextInput } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { ButtonLink } from "@/components/ui/button";
import { requestInvolvementAction } from "@/lib/involvement/actions";

export type KindChoice = { value: "WRITTEN" | "CALL" | "ESTIMATE"; label: string; hint: string; disabled: boolean };
export type PersonChoice = { value: string; label: string; disabled: boolean };
type Words = Record<"asked" | "suggestion" | "whyCall", { label: string; help: string }>;
type RequestFormProps = {
  dealId: string; kind: KindChoice["value"]; kinds: readonly KindChoice[]; people: readonly PersonChoice[];
  words: Words; usual: { minutes: number; neededBy: string }; cost: string;
};

/** P6.4: what is asked, of whom, the seller's own answer, time and date. Writing comes first; a call says what it costs (P4.4). */
export function RequestForm({ dealId, kind, kinds, people, words, usual, cost }: RequestFormProps) {
  const { form, pending, problems, errorOf, idOf } = useFormAction(requestInvolvementAction);
  return (
    <form {...form} className="group/request max-w-form space-y-6">
      <FormProblems problems={problems} />
      <input type="hidden" name="dealId" value={dealId} />
      <RadioGroup id={idOf("kind")} name="kind" label="What do you need?" options={kinds} defaultValue={kind} look="cards" error={errorOf("kind")} />
      <Field id={idOf("personId")} label="Of whom?" hint="One person of the deal's teams, by name." error={errorOf("personId")}>
        {(control) => <Select {...control} name="personId" placeholder="Choose a person" options={people} required />}
      </Field>
      <Field id={idOf("asked")} label={words.asked.label} hint={words.asked.help} error={errorOf("asked")}>
        {(control) => <TextArea {...control} name="asked" rows={4} required />}
      </Field>
      <Field id={idOf("suggestion")} label={words.suggestion.label} hint={words.suggestion.help} error={errorOf("suggestion")}>
        {(control) => <TextArea {...control} name="suggestion" rows={4} required />}
      </Field>
      <div className="hidden space-y-4 rounded-lg border border-line bg-sunken p-4 group-has-[input[value=CALL]:checked]/request:block">
        <p className="text-ink-2">{cost}</p>
        <Field id={idOf("whyCall")} label={words.whyCall.label} error={errorOf("whyCall")}>{(control) => <TextArea {...control} name="whyCall" rows={2} />}</Field>
        <Checkbox id={idOf("withClient")} name="withClient" value="true" label="The client is in the call" />
        {errorOf("withClient") && <p className="text-sm text-danger-ink">{errorOf("withClient")}</p>}
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field id={idOf("minutes")} label="Time it may take" hint="At most; of a call, its length." error={errorOf("minutes")}>
          {(control) => <NumberInput {...control} name="minutes" unit="minutes" defaultValue={String(usual.minutes)} required />}
        </Field>
        <Field id={idOf("neededBy")} label="Needed by" error={errorOf("neededBy")}>
          {(control) => <DateInput {...control} name="neededBy" defaultValue={usual.neededBy} required />}
        </Field>
      </div>
      <Field id={idOf("annex")} label="Technical annex" hint="The only part of a contract that can be named, such as “Annex 2: interfaces”." error={errorOf("annex")} optional>
        {(control) => <TextInput {...control} name="annex" />}
      </Field>
      <FormActions>
        <SubmitButton pending={pending}>Send request</SubmitButton>
        <ButtonLink href={`/deals/${dealId}/involvement`} variant="ghost">Cancel</ButtonLink>
      </FormActions>
    </form>
  );
}
