"use client";

import { type FieldErrors, type Resolver, useFieldArray, useForm } from "react-hook-form";
import type * as z from "zod";
import { Field } from "@/components/form/field";
import { Select } from "@/components/form/select";
import { DateInput, TextArea } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import type { PointTarget } from "@/lib/handovers/queries/review";
import { acceptKeyInput } from "@/lib/handovers/schema";
import { splitTarget, TargetOptions } from "./target-options";

type Row = { text: string; ownerId: string; dueOn: string; about: string };
type Values = { conditions: Row[] };
type Conditions = z.input<typeof acceptKeyInput>["conditions"];

type ConditionsFormProps = {
  owners: readonly { id: string; name: string }[];
  /** What a condition can be about: what the key decides on (P1.7). */
  targets: readonly PointTarget[];
  /** Promises that are not reconciled: each is offered as a condition (P8.2). */
  unreconciled: readonly string[];
  onSend: (conditions: NonNullable<Conditions>) => Promise<boolean>;
  onClose: () => void;
};

const schema = acceptKeyInput.shape.conditions;
const SENTENCES: Record<string, string> = {
  text: "Say what is still needed.", ownerId: "Choose who sees to it.", dueOn: "Enter the date by which it is done.",
};
const EMPTY: Row = { text: "", ownerId: "", dueOn: "", about: "" };
/** As the command takes it: without an about, it is about the whole. */
const asSent = ({ about, ...said }: Row) => ({ ...said, ...(about !== "" && splitTarget(about)) });

const resolver: Resolver<Values> = async (values) => {
  const parsed = schema.safeParse(values.conditions.map(asSent));
  if (parsed.success) return { values, errors: {} };
  const found: Record<string, { type: string; message: string }>[] = [];
  for (const { path: [at, name], message } of parsed.error.issues)
    if (typeof at === "number") (found[at] ??= {})[String(name)] ??= { type: "schema", message: SENTENCES[String(name)] ?? message };
  return { values: {}, errors: { conditions: found } as FieldErrors<Values> };
};

/** What an acceptance still asks for, each with owner and date (P1.7). */
export function ConditionsForm({ owners, targets, unreconciled, onSend, onClose }: ConditionsFormProps) {
  const { control, register, handleSubmit, formState: { errors, isSubmitting } } = useForm<Values>({
    resolver,
    defaultValues: {
      conditions: unreconciled.length > 0
        ? unreconciled.map((promise) => ({ ...EMPTY, text: `Settle with the client whether this promise is in the contract: ${promise}` }))
        : [EMPTY],
    },
  });
  const { fields, append, remove } = useFieldArray({ control, name: "conditions" });

  return (
    <form onSubmit={handleSubmit(async ({ conditions }) => { await onSend(conditions.map(asSent)); })} noValidate className="space-y-6">
      {fields.map((condition, at) => {
        const wrong = errors.conditions?.[at];
        const id = (name: string) => `condition-${at}-${name}`;
        return (
          <fieldset key={condition.id} className="space-y-4 border-b border-line pb-6 last-of-type:border-0">
            <legend className="flex w-full items-center justify-between pb-2 font-semibold">
              Condition {at + 1}
              {fields.length > 1 && <Button size="sm" variant="ghost" icon="trash" onClick={() => remove(at)}>Remove</Button>}
            </legend>
            <Field id={id("text")} label="What is still needed" error={wrong?.text?.message}>
              {(props) => <TextArea {...props} autoFocus={at === 0} rows={3} {...register(`conditions.${at}.text`)} />}
            </Field>
            <Field id={id("about")} label="What it is about" optional>
              {(props) => <select {...props} className="control" {...register(`conditions.${at}.about`)}><option value="">The brief as a whole</option><TargetOptions targets={targets} /></select>}
            </Field>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field id={id("owner")} label="Who sees to it" error={wrong?.ownerId?.message}>
                {(props) => (
                  <Select {...props} placeholder="Choose a person" options={owners.map(({ id: value, name }) => ({ value, label: name }))} {...register(`conditions.${at}.ownerId`)} />
                )}
              </Field>
              <Field id={id("due")} label="By when" error={wrong?.dueOn?.message}>
                {(props) => <DateInput {...props} {...register(`conditions.${at}.dueOn`)} />}
              </Field>
            </div>
          </fieldset>
        );
      })}
      <Button icon="plus" onClick={() => append(EMPTY)}>Add another condition</Button>
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <Button type="submit" variant="primary" icon="check" pending={isSubmitting}>Accept with {fields.length === 1 ? "one condition" : `${fields.length} conditions`}</Button>
        <Button variant="ghost" onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
