"use client";

import { useEffect, useRef } from "react";
import { Field } from "@/components/form/field";
import { NumberInput } from "@/components/form/number-input";
import { SubmitButton } from "@/components/form/submit-button";
import { DateInput, TextArea } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { estimatePhaseAction } from "@/lib/options/actions";

export type EstimateValues = { low: string; likely: string; high: string; note: string; risks: string; validUntil: string };
type EstimateFormProps = { phase: { id: string; name: string; revision: number }; involvementId: string; values: EstimateValues; latest: string; isNew: boolean };

/** P7.2, P7.3: hours, notes and risks of one phase, in writing, begun with those that count now. */
export function EstimateForm({ phase, involvementId, values, latest, isNew }: EstimateFormProps) {
  const { form, pending, problems, errorOf, idOf, result, typed } = useFormAction(estimatePhaseAction, { done: "Estimated", prefix: `estimate-${phase.id}-` });
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => { if (result?.ok && fold.current) fold.current.open = false; }, [result]);
  const ours = typed?.phaseId === phase.id ? typed : undefined;
  const start = (name: keyof EstimateValues) => ours?.[name] ?? values[name];
  return (
    <details ref={fold} open={(result !== null && !result.ok && (typed === undefined || ours !== undefined)) || undefined}>
      <summary className={`${buttonClass(isNew ? "primary" : "secondary", "sm")} cursor-pointer list-none`}><Icon name={isNew ? "plus" : "pencil"} />{isNew ? "Estimate" : "Estimate anew"}<span className="sr-only"> {phase.name}</span></summary>
      <form {...form} className="mt-3 max-w-form space-y-4 border-s-2 border-line ps-4">
        <FormProblems problems={problems} />
        <input type="hidden" name="phaseId" value={phase.id} />
        <input type="hidden" name="involvementId" value={involvementId} />
        <input type="hidden" name="phaseRevision" value={phase.revision} />
        <div className="grid gap-4 sm:grid-cols-3">
          {([["low", "Low"], ["likely", "Likely"], ["high", "High"]] as const).map(([name, label]) => (
            <Field key={name} id={idOf(name)} label={label} error={errorOf(name)}>
              {(control) => <NumberInput {...control} name={name} unit="hours" className="!w-24" defaultValue={start(name)} required />}
            </Field>
          ))}
        </div>
        <Field id={idOf("note")} label="Note" hint="What it rests on." error={errorOf("note")} optional>{(control) => <TextArea {...control} name="note" rows={2} defaultValue={start("note")} />}</Field>
        <Field id={idOf("risks")} label="Risks" hint="What could take it to the high hours, or beyond." error={errorOf("risks")} optional>{(control) => <TextArea {...control} name="risks" rows={2} defaultValue={start("risks")} />}</Field>
        <Field id={idOf("validUntil")} label="It holds until" error={errorOf("validUntil")}>{(control) => <DateInput {...control} name="validUntil" max={latest} defaultValue={start("validUntil")} required />}</Field>
        <SubmitButton pending={pending}>Save the estimate</SubmitButton>
      </form>
    </details>
  );
}
