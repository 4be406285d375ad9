"use client";

import { Checkbox, RadioGroup } from "@/components/form/choice";
import { Field, FieldGroup } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea, TextInput } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { saveTemplateFieldAction } from "@/lib/policies/actions";

type Choice = { value: string; label: string };
type FieldFormProps = {
  teamId: string; revision: number;
  /** A core field keeps its form: only its words can be changed. */
  kind: "addField" | "changeField" | "wordCore";
  field: {
    id: string; label: string; why: string; help: string; example: string; section: string; type: string; ask: string;
    options: readonly Choice[]; visibility: string; concerns: readonly string[]; material: string;
  };
  sections: readonly Choice[]; types: readonly Choice[]; visibilities: readonly Choice[]; materials: readonly Choice[];
  /** Published under this type, so that answers have its form. */
  isTypeFixed: boolean;
};

/** What a field of a brief asks, of whom, and who reads it. When it is asked is said on a page of its own. */
export function TemplateFieldForm({ teamId, revision, kind, field, sections, types, visibilities, materials, isTypeFixed }: FieldFormProps) {
  const { form, pending, problems, errorOf } = useFormAction(saveTemplateFieldAction, { done: kind === "addField" ? "Field added" : "Saved in the draft" });
  const name = (part: string) => ({ name: `edit.${part}` });
  const at = (part: string) => ({ id: `edit.${part}`, error: errorOf(`edit.${part}`) });
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      <input type="hidden" name="teamId" value={teamId} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="edit.kind" value={kind} />
      {kind !== "addField" && <input type="hidden" name="edit.id" value={field.id} />}
      <Field {...at("label")} label="Label">{(control) => <TextInput {...control} {...name("label")} defaultValue={field.label} required maxLength={160} />}</Field>
      <Field {...at("why")} label="Why delivery asks" hint="One sentence, shown above the answer.">
        {(control) => <TextInput {...control} {...name("why")} defaultValue={field.why} required maxLength={500} />}
      </Field>
      <Field {...at("help")} label="Help" optional hint="What belongs into the answer.">{(control) => <TextArea {...control} {...name("help")} rows={2} className="!min-h-0" defaultValue={field.help} maxLength={1_000} />}</Field>
      <Field {...at("example")} label="Example" optional hint="A good answer, shown on demand.">{(control) => <TextArea {...control} {...name("example")} rows={2} className="!min-h-0" defaultValue={field.example} maxLength={2_000} />}</Field>
      {kind !== "wordCore" && (
        <>
          <Field {...at("section")} label="Section">{(control) => <Select {...control} {...name("section")} options={sections} defaultValue={field.section} className="max-w-md" />}</Field>
          <Field {...at("type")} label="Answer" hint={isTypeFixed ? "It was published like this, and answers have that form. To change it, remove the field and add a new one." : "Cannot be changed any more once it is published."}>
            {(control) => <Select {...control} {...name("type")} options={isTypeFixed ? types.filter(({ value }) => value === field.type) : types} defaultValue={field.type} className="max-w-md" />}
          </Field>
          {isTypeFixed && !field.type.startsWith("choice")
            ? <input type="hidden" name="edit.moreOptions" value="" />
            : <Options options={field.options} error={errorOf("edit.moreOptions")} />}
          <Field {...at("ask")} label="The request where it is missing" optional hint="A sentence such as “Enter the portal id.” Left empty, it is made from the label.">
            {(control) => <TextInput {...control} {...name("ask")} defaultValue={field.ask} maxLength={500} />}
          </Field>
          <RadioGroup {...at("visibility")} {...name("visibility")} label="Who reads it" options={visibilities} defaultValue={field.visibility} />
          <FieldGroup {...at("concerns")} label="Whom it concerns" hint="Whose key is asked again when it changes." optional>
            <div className="flex flex-wrap gap-x-6">
              <Checkbox {...name("pm")} label="PM" defaultChecked={field.concerns.includes("PM")} />
              <Checkbox {...name("lead")} label="Team lead" defaultChecked={field.concerns.includes("TEAM_LEAD")} />
            </div>
          </FieldGroup>
          <Field {...at("material")} label="Who confirms a change after acceptance" optional>
            {(control) => <Select {...control} {...name("material")} placeholder="Nobody" options={materials} defaultValue={field.material} className="max-w-md" />}
          </Field>
        </>
      )}
      <FormActions><SubmitButton pending={pending}>{kind === "addField" ? "Add the field" : "Save in the draft"}</SubmitButton></FormActions>
    </form>
  );
}

/** The options of a choice: those there are can be renamed or emptied, further ones stand one on each line. */
function Options({ options, error }: { options: readonly Choice[]; error?: string }) {
  return (
    <>
      {options.length > 0 && (
        <FieldGroup id="edit.options" label="Options" hint="Renaming one keeps the answers that chose it. Empty one to remove it.">
          <ol className="space-y-2">
            {options.map(({ value, label }, i) => (
              <li key={value}>
                <input type="hidden" name={`edit.options.${i}.value`} value={value} />
                <TextInput name={`edit.options.${i}.label`} aria-label={`Option ${i + 1}`} defaultValue={label} maxLength={160} className="max-w-md" />
              </li>
            ))}
          </ol>
        </FieldGroup>
      )}
      <Field id="edit.moreOptions" label={options.length > 0 ? "Further options" : "Options"} optional hint="For a choice: one on each line." error={error}>
        {(control) => <TextArea {...control} name="edit.moreOptions" rows={3} className="!min-h-0 max-w-md" defaultValue="" />}
      </Field>
    </>
  );
}
