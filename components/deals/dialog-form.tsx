"use client";

import { type ReactNode, useEffect } from "react";
import { Field } from "@/components/form/field";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { DateInput, TextArea, TextInput } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { Button } from "@/components/ui/button";
import { closeDialog, Dialog, DialogButton } from "@/components/ui/dialog";
import type { IconName } from "@/components/ui/icon-names";
import type { FormState } from "@/lib/http/form";

export type Asked = {
  name: string;
  label: string;
  type: "date" | "text" | "area" | "choice";
  hint?: string;
  options?: readonly { value: string; label: string }[];
  defaultValue?: string;
  max?: string;
};

type DialogFormProps = {
  /** Of the dialog, and before the ids of its controls. */
  id: string;
  /** On the button that opens it. */
  label: string;
  title: string;
  description?: ReactNode;
  /** On the button that does it. */
  confirm: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What the form carries besides. */
  fields: Record<string, string>;
  asked: readonly Asked[];
  done: string;
  variant?: "primary" | "secondary" | "ghost" | "danger";
  /** Of the confirming button, where it cannot be undone. */
  danger?: boolean;
  icon?: IconName;
  size?: "sm" | "md";
};

/** A button, and behind it a few questions in a dialog. It closes once the answer is yes; a refusal is said in place. */
export function DialogForm(props: DialogFormProps) {
  const { id, label, title, description, confirm, action, fields, asked, done, variant, danger, icon, size } = props;
  const { form, pending, problems, errorOf, idOf, result } = useFormAction(action, { done, prefix: `${id}-` });

  useEffect(() => {
    if (result?.ok) closeDialog(id);
  }, [result, id]);

  return (
    <>
      <DialogButton dialog={id} variant={variant} icon={icon} size={size}>{label}</DialogButton>
      <Dialog id={id} title={title} description={description}>
        <form {...form} className="space-y-4">
          <FormProblems problems={problems} />
          {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
          {asked.map((question) => (
            <Field key={question.name} id={idOf(question.name)} label={question.label} hint={question.hint} error={errorOf(question.name)}>
              {(control) => <Control question={question} control={control} />}
            </Field>
          ))}
          <div className="flex flex-wrap justify-end gap-2">
            <Button variant="ghost" onClick={() => closeDialog(id)}>Cancel</Button>
            <SubmitButton pending={pending} variant={danger ? "danger" : "primary"}>{confirm}</SubmitButton>
          </div>
        </form>
      </Dialog>
    </>
  );
}

function Control({ question, control }: { question: Asked; control: { id: string } }) {
  const { name, type, options = [], defaultValue, max } = question;
  const shared = { ...control, name, defaultValue, required: true };
  switch (type) {
    case "date": return <DateInput {...shared} max={max} />;
    case "text": return <TextInput {...shared} />;
    case "area": return <TextArea {...shared} rows={3} />;
    case "choice": return <Select {...shared} options={options} placeholder="Choose" />;
  }
}
