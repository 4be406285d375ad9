"use client";

import { useEffect, useRef } from "react";
import { type FieldErrors, type Resolver, useFieldArray, useForm } from "react-hook-form";
import type * as z from "zod";
import { Field } from "@/components/form/field";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { RETURN_REASONS } from "@/lib/handovers/format";
import type { PointTarget } from "@/lib/handovers/queries/review";
import { returnHandoverInput } from "@/lib/handovers/schema";
import { type DraftPoint, emptyPoint, keepPoints, keptPoints, splitTarget, targetOf } from "./points";

type Values = { points: DraftPoint[] };
type Points = z.input<typeof returnHandoverInput>["points"];

type ReturnFormProps = {
  keyId: string;
  briefVersion: number;
  targets: readonly PointTarget[];
  /** A field that was just chosen in the text; `n` grows with each. */
  chosen: { target: string; n: number } | null;
  submitLabel: string;
  onSend: (points: Points) => Promise<boolean>;
  onClose: () => void;
};

const schema = returnHandoverInput.shape.points;
const asPoints = (points: readonly DraftPoint[]) =>
  points.map(({ target, reason, needed, suggestion }) => ({ ...splitTarget(target), reason, needed, suggestion }));

const SENTENCES: Record<string, string> = {
  field: "Choose what it is about.", reason: "Choose a reason.", needed: "Say what is needed.",
};

/** The schema of the action, asked about what the form holds; its sentences stand at the controls. */
const resolver: Resolver<Values> = async (values) => {
  const parsed = schema.safeParse(asPoints(values.points));
  if (parsed.success) return { values, errors: {} };
  const found: Record<string, { type: string; message: string }>[] = [];
  for (const { path: [at, name], message } of parsed.error.issues) {
    if (typeof at !== "number") continue;
    const control = name === "field" ? "target" : String(name);
    (found[at] ??= {})[control] ??= { type: "schema", message: SENTENCES[String(name)] ?? message };
  }
  return { values: {}, errors: { points: found } as FieldErrors<Values> };
};

/** The points of a return (P1.8): what about, why, what is needed, and wording that would do. Kept on the device until sent. */
export function ReturnForm({ keyId, briefVersion, targets, chosen, submitLabel, onSend, onClose }: ReturnFormProps) {
  const { control, register, handleSubmit, subscribe, getValues, formState: { errors, isSubmitting } } = useForm<Values>({
    resolver,
    defaultValues: { points: startOf(keptPoints(keyId, briefVersion), chosen?.target) },
  });
  const { fields, append, remove } = useFieldArray({ control, name: "points" });
  const taken = useRef(chosen?.n ?? 0);

  useEffect(() => subscribe({ formState: { values: true }, callback: ({ values }) => keepPoints(keyId, briefVersion, values.points) }),
    [subscribe, keyId, briefVersion]);

  useEffect(() => {
    if (!chosen || chosen.n === taken.current) return;
    taken.current = chosen.n;
    const { points } = getValues();
    const first = points[0];
    if (points.some(({ target }) => target === chosen.target)) return;
    if (points.length === 1 && first && !first.target && !first.needed) remove(0);
    append(emptyPoint(chosen.target));
  }, [chosen, append, remove, getValues]);

  const send = handleSubmit(async ({ points }) => {
    if (await onSend(schema.parse(asPoints(points)))) keepPoints(keyId, briefVersion, []);
  });

  return (
    <form onSubmit={send} noValidate className="space-y-6">
      {fields.map((point, at) => {
        const wrong = errors.points?.[at];
        const id = (name: string) => `point-${at}-${name}`;
        return (
          <fieldset key={point.id} className="space-y-4 border-b border-line pb-6 last-of-type:border-0">
            <legend className="flex w-full items-center justify-between pb-2 font-semibold">
              Point {at + 1}
              {fields.length > 1 && <Button size="sm" variant="ghost" icon="trash" onClick={() => remove(at)}>Remove</Button>}
            </legend>
            <Field id={id("target")} label="What is it about?" error={wrong?.target?.message}>
              {(props) => (
                <select {...props} className="control" {...register(`points.${at}.target`)}>
                  <option value="">Choose a field</option>
                  <TargetOptions targets={targets} />
                </select>
              )}
            </Field>
            <Field id={id("reason")} label="Reason" error={wrong?.reason?.message}>
              {(props) => (
                <Select {...props} placeholder="Choose a reason" options={Object.entries(RETURN_REASONS).map(([value, label]) => ({ value, label }))} {...register(`points.${at}.reason`)} />
              )}
            </Field>
            <Field id={id("needed")} label="What is needed" error={wrong?.needed?.message}>
              {(props) => <TextArea {...props} rows={3} {...register(`points.${at}.needed`)} />}
            </Field>
            <Field id={id("suggestion")} label="Suggested wording" optional hint="The seller can take it with one tap." error={wrong?.suggestion?.message}>
              {(props) => <TextArea {...props} rows={3} {...register(`points.${at}.suggestion`)} />}
            </Field>
          </fieldset>
        );
      })}
      <Button icon="plus" onClick={() => append(emptyPoint())}>Add another point</Button>
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <Button type="submit" variant="primary" icon="corner-up-left" pending={isSubmitting}>{submitLabel}</Button>
        <Button variant="ghost" onClick={onClose}>Keep for later</Button>
        <p className="text-sm text-ink-2">Your points stay on this device until you send them.</p>
      </div>
    </form>
  );
}

function startOf(kept: DraftPoint[], target = ""): DraftPoint[] {
  const isNew = target !== "" && !kept.some((one) => one.target === target);
  const points = isNew ? [...kept, emptyPoint(target)] : kept;
  return points.length > 0 ? points : [emptyPoint()];
}

function TargetOptions({ targets }: { targets: readonly PointTarget[] }) {
  const sections = [...new Set(targets.map(({ section }) => section))];
  return sections.map((section) => (
    <optgroup key={section} label={section}>
      {targets.filter((one) => one.section === section).map(({ field, rowId, label }) => (
        <option key={targetOf(field, rowId)} value={targetOf(field, rowId)}>{label}</option>
      ))}
    </optgroup>
  ));
}
