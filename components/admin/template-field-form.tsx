"use client";

import { useRef } from "react";
import { Checkbox, RadioGroup } from "@/components/form/choice";
import { Field, FieldGroup } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea, TextInput } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { saveTemplateFieldAction } from "@/lib/policies/actions";
import { optionsIn, type Said } from "@/lib/policies/rules/template-merge";
import { DraftClash } from "./draft-clash";
import { useDraftMerge } from "./use-draft-merge";

type Choice = { value: string; label: string };
type FieldFormProps = {
  teamId: string; revision: number;
  /** A core field keeps its form: only its words can be changed. */
  kind: "addField" | "changeField" | "wordCore";
  /** Empty for a new one. */
  id: string;
  said: Said;
  sections: readonly Choice[]; types: readonly Choice[]; visibilities: readonly Choice[]; materials: readonly Choice[];
  /** Published under this type, so that answers have its form. */
  isTypeFixed: boolean;
};

const LABELS = {
  label: "Label", why: "Why delivery asks", help: "Help", example: "Example", section: "Section", type: "Answer", ask: "The request where it is missing", options: "Options",
  moreOptions: "Further options", visibility: "Who reads it", pm: "Whom it concerns: PM", lead: "Whom it concerns: team lead", material: "Who confirms a change after acceptance",
} satisfies Record<string, string>;
const labelOf = (part: string): string => (part in LABELS ? LABELS[part as keyof typeof LABELS] : part);
const WORDS = ["label", "why", "help", "example"];

/** What a field of a brief asks, of whom, and who reads it. When it is asked is said on a page of its own. */
export function TemplateFieldForm({ teamId, kind, id, isTypeFixed, ...props }: FieldFormProps) {
  const { form, pending, problems, errorOf, failure } = useFormAction(saveTemplateFieldAction, { done: kind === "addField" ? "Field added" : "Saved in the draft" });
  const root = useRef<HTMLFormElement>(null);
  const begun = kind === "wordCore" ? Object.fromEntries(WORDS.map((name) => [name, props.said[name] ?? ""])) : props.said;
  const { said, revision, clashes, by, isYours, round } = useDraftMerge({ teamId, id, said: begun, revision: props.revision, form: root, failure });
  const of = (part: string) => said[part] ?? "";
  const name = (part: string) => ({ name: `edit.${part}` });
  const text = (part: string) => ({ name: `edit.${part}`, defaultValue: of(part) });
  const at = (part: string) => ({ id: `edit.${part}`, error: errorOf(`edit.${part}`) });
  const choices: Record<string, readonly Choice[]> = { section: props.sections, type: props.types, visibility: props.visibilities, material: props.materials };
  const wordsOf = (part: string, value: string) => {
    if (part === "options") return optionsIn(value).map(({ label }) => label).join("\n");
    if (part === "pm" || part === "lead") return value ? "Yes" : "No";
    return choices[part] ? (choices[part].find((one) => one.value === value)?.label ?? "Nobody") : value;
  };
  return (
    <form {...form} ref={root} className="max-w-form space-y-5">
      {by && failure?.code === "CONFLICT" ? <DraftClash by={by} isYours={isYours} clashes={clashes} labelOf={labelOf} wordsOf={wordsOf} pending={pending} /> : <FormProblems problems={problems} />}
      <input type="hidden" name="teamId" value={teamId} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="edit.kind" value={kind} />
      {kind !== "addField" && <input type="hidden" name="edit.id" value={id} />}
      <div key={round} className="space-y-5">
        <Field {...at("label")} label={LABELS.label}>{(control) => <TextInput {...control} {...text("label")} required maxLength={160} />}</Field>
        <Field {...at("why")} label={LABELS.why} hint="One sentence, shown above the answer.">{(control) => <TextInput {...control} {...text("why")} required maxLength={500} />}</Field>
        <Field {...at("help")} label={LABELS.help} optional hint="What belongs into the answer.">{(control) => <TextArea {...control} {...text("help")} rows={2} className="!min-h-0" maxLength={1_000} />}</Field>
        <Field {...at("example")} label={LABELS.example} optional hint="A good answer, shown on demand.">{(control) => <TextArea {...control} {...text("example")} rows={2} className="!min-h-0" maxLength={2_000} />}</Field>
        {kind !== "wordCore" && (
          <>
            <Field {...at("section")} label={LABELS.section}>{(control) => <Select {...control} {...text("section")} options={props.sections} className="max-w-md" />}</Field>
            <Field {...at("type")} label={LABELS.type} hint={isTypeFixed ? "It was published like this, and answers have that form. To change it, remove the field and add a new one." : "Cannot be changed any more once it is published."}>
              {(control) => <Select {...control} {...text("type")} options={isTypeFixed ? props.types.filter(({ value }) => value === of("type")) : props.types} className="max-w-md" />}
            </Field>
            {isTypeFixed && !of("type").startsWith("choice")
              ? <input type="hidden" name="edit.moreOptions" value="" />
              : <Options options={optionsIn(said.options)} more={of("moreOptions")} error={errorOf("edit.moreOptions")} />}
            <Field {...at("ask")} label={LABELS.ask} optional hint="A sentence such as “Enter the portal id.” Left empty, it is made from the label.">
              {(control) => <TextInput {...control} {...text("ask")} maxLength={500} />}
            </Field>
            <RadioGroup {...at("visibility")} {...name("visibility")} label={LABELS.visibility} options={props.visibilities} defaultValue={of("visibility")} />
            <FieldGroup {...at("concerns")} label="Whom it concerns" hint="Whose key is asked again when it changes." optional>
              <div className="flex flex-wrap gap-x-6">
                <Checkbox {...name("pm")} label="PM" defaultChecked={of("pm") !== ""} />
                <Checkbox {...name("lead")} label="Team lead" defaultChecked={of("lead") !== ""} />
              </div>
            </FieldGroup>
            <Field {...at("material")} label={LABELS.material} optional>
              {(control) => <Select {...control} {...text("material")} placeholder="Nobody" options={props.materials} className="max-w-md" />}
            </Field>
          </>
        )}
      </div>
      <FormActions><SubmitButton pending={pending}>{kind === "addField" ? "Add the field" : "Save in the draft"}</SubmitButton></FormActions>
    </form>
  );
}

/** The options of a choice: those there are can be renamed or emptied, further ones stand one on each line. */
function Options({ options, more, error }: { options: readonly Choice[]; more: string; error?: string }) {
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
        {(control) => <TextArea {...control} name="edit.moreOptions" rows={3} className="!min-h-0 max-w-md" defaultValue={more} />}
      </Field>
    </>
  );
}
