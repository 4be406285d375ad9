"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Field } from "@/components/form/field";
import { NumberInput } from "@/components/form/number-input";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { DateInput, TextArea, TextInput } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-names";
import { Kbd } from "@/components/ui/kbd";
import type { FormState } from "@/lib/http/form";

type Question = {
  name: string;
  label: string;
  type: "date" | "area" | "choice" | "number" | "text";
  hint?: string;
  unit?: string;
  options?: readonly { value: string; label: string }[];
  defaultValue?: string;
  max?: string;
  optional?: boolean;
};

type FoldFormProps = {
  /** Before the ids of its controls. */
  id: string;
  /** On what opens it. */
  label: string;
  icon?: IconName;
  shortcut?: string;
  description?: ReactNode;
  /** On the button that does it. */
  confirm: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What the form carries besides. */
  fields: Record<string, string>;
  asked: readonly Question[];
  done?: string;
  danger?: boolean;
};

/** A few questions that open in their place, before and without JavaScript too. It closes once the answer is yes. */
export function FoldForm({ id, label, icon, shortcut, description, confirm, action, fields, asked, done, danger }: FoldFormProps) {
  const { form, pending, problems, errorOf, idOf, result } = useFormAction(action, { done, prefix: `${id}-` });
  const fold = useRef<HTMLDetailsElement>(null);
  const failed = result !== null && !result.ok;

  useEffect(() => {
    if (result?.ok && fold.current) fold.current.open = false;
  }, [result]);

  return (
    <details ref={fold} open={failed || undefined} className="open:w-full">
      <summary className={`${buttonClass("secondary")} cursor-pointer list-none`} aria-keyshortcuts={shortcut}>
        {icon && <Icon name={icon} />}{label}{shortcut && <Kbd inherit>{shortcut}</Kbd>}
      </summary>
      <form {...form} className="mt-3 max-w-form space-y-4 border-s-2 border-line ps-4">
        {description && <p className="text-ink-2">{description}</p>}
        <FormProblems problems={problems} />
        {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        {asked.map((question) => (
          <Field key={question.name} id={idOf(question.name)} label={question.label} hint={question.hint} optional={question.optional} error={errorOf(question.name)}>
            {(control) => <Control question={question} control={control} />}
          </Field>
        ))}
        <SubmitButton pending={pending} variant={danger ? "danger" : "primary"}>{confirm}</SubmitButton>
      </form>
    </details>
  );
}

function Control({ question, control }: { question: Question; control: { id: string } }) {
  const { name, type, options = [], defaultValue, max, optional, unit } = question;
  const shared = { ...control, name, defaultValue, required: !optional };
  switch (type) {
    case "date": return <DateInput {...shared} max={max} />;
    case "text": return <TextInput {...shared} />;
    case "area": return <TextArea {...shared} rows={3} />;
    case "choice": return <Select {...shared} options={options} placeholder={optional ? undefined : "Choose"} />;
    case "number": return <NumberInput {...shared} unit={unit} />;
  }
}
