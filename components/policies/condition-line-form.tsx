"use client";

import { Checkbox } from "@/components/form/choice";
import { Field, FieldGroup } from "@/components/form/field";
import { NumberInput } from "@/components/form/number-input";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import type { FormState } from "@/lib/http/form";

type Choice = { value: string; label: string };
type LineFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  fields: Record<string, string>;
  /** How many alternatives there are, and the one that was asked for. */
  groups: number; group: string;
  subject: { label: string; isNumber: boolean; operators: readonly Choice[]; values: readonly Choice[] };
};

/** How one line compares what it asks about. */
export function ConditionLineForm({ action, fields, groups, group, subject }: LineFormProps) {
  const { form, pending, problems } = useFormAction(action, { done: "Line added" });
  const alternatives = [...Array.from({ length: groups }, (_, i) => ({ value: String(i), label: groups === 1 ? "And: together with the lines above" : `And: to alternative ${i + 1}` })),
    { value: String(groups), label: "Or: as another alternative" }];
  return (
    <form {...form} className="space-y-4 border-s-2 border-line ps-4">
      <FormProblems problems={problems} />
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {groups > 0
        ? <Field id="edit.group" label="It is added">{(control) => <Select {...control} name="edit.group" options={alternatives} defaultValue={alternatives.some(({ value }) => value === group) ? group : "0"} className="max-w-md" />}</Field>
        : <input type="hidden" name="edit.group" value="0" />}
      <Field id="edit.line.operator" label={`“${subject.label}”`}>
        {(control) => <Select {...control} name="edit.line.operator" options={subject.operators} className="max-w-md" />}
      </Field>
      {subject.isNumber && <Field id="edit.line.number" label="Number" optional hint="For a comparison; an amount in whole units.">{(control) => <NumberInput {...control} name="edit.line.number" />}</Field>}
      {subject.values.length > 0 && (
        <FieldGroup id="edit.line.values" label="Which">
          <div className="flex flex-wrap gap-x-6">
            {subject.values.map(({ value, label }, i) => <Checkbox key={value} name={`edit.line.values.${i}`} value={value} label={label} />)}
          </div>
        </FieldGroup>
      )}
      <SubmitButton variant="secondary" pending={pending}>Add the line</SubmitButton>
    </form>
  );
}
