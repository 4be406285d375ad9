"use client";

import { useState } from "react";
import { Field } from "@/components/form/field";
import { TextArea } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import type { CellTargets, PointTarget } from "@/lib/handovers/queries/review";
import { CellOptions, cellsAt, rowOf, splitTarget, targetOf, TargetOptions } from "./target-options";
import { KeptLine, ReasonSelect } from "./comment-form";
import { type Draft, type DraftsView, says } from "./drafts";

type ReturnFormProps = {
  view: DraftsView;
  targets: readonly PointTarget[];
  cells: CellTargets;
  submitLabel: string;
  busy: boolean;
  newDraft: () => Draft;
  onWrite: (draft: Draft) => void;
  onDiscard: (commentId: string) => void;
  onSend: () => void;
  onClose: () => void;
};

type Wrong = { target?: string; reason?: string; text?: string };

/** What a return says (P1.8): every comment with a reason is a point; the others go along. The same drafts as at the fields. */
export function ReturnForm({ view, targets, cells, submitLabel, busy, newDraft, onWrite, onDiscard, onSend, onClose }: ReturnFormProps) {
  /** Points that name no field yet are kept here alone. */
  const [blank, setBlank] = useState<Draft[]>(() => (view.drafts.length === 0 ? [newDraft()] : []));
  const [isChecked, setIsChecked] = useState(false);
  const all = [...view.drafts, ...blank];
  const points = all.filter((one) => one.reason !== null);

  const write = (draft: Draft) => {
    setBlank((some) => (draft.field ? some.filter(({ commentId }) => commentId !== draft.commentId) : some.map((one) => (one.commentId === draft.commentId ? draft : one))));
    if (draft.field) onWrite(draft);
  };
  const wrongOf = (draft: Draft): Wrong => {
    if (!isChecked || (points.length > 0 && !says(draft) && draft.reason === null)) return {};
    return {
      ...(!draft.field && { target: "Choose what it is about." }),
      ...(points.length === 0 && { reason: "Choose a reason." }),
      ...((draft.reason !== null || points.length === 0) && draft.text.trim() === "" && { text: "Say what is needed." }),
    };
  };

  function send() {
    setIsChecked(true);
    const isWhole = points.length > 0 && points.every(({ field, text }) => field && text.trim() !== "") && blank.every((one) => !says(one));
    if (isWhole) onSend();
  }

  return (
    <div className="space-y-6">
      {all.map((draft, at) => {
        const wrong = wrongOf(draft);
        const parts = cellsAt(cells, draft);
        const id = (name: string) => `point-${at}-${name}`;
        return (
          <fieldset key={draft.commentId} className="space-y-4 border-b border-line pb-6">
            <legend className="flex w-full items-center justify-between pb-2 font-semibold">
              {draft.reason === null ? "Comment" : "Point"} {at + 1}
              <Button size="sm" variant="ghost" icon="trash" onClick={() => { setBlank((some) => some.filter(({ commentId }) => commentId !== draft.commentId)); if (draft.field) onDiscard(draft.commentId); }}>Remove</Button>
            </legend>
            <Field id={id("target")} label="What is it about?" error={wrong.target}>
              {(control) => (
                <select {...control} autoFocus={at === 0} className="control" value={draft.field ? targetOf(rowOf(cells, draft)) : ""} onChange={({ target }) => write({ ...draft, ...splitTarget(target.value) })}>
                  <option value="">Choose a field</option>
                  <TargetOptions targets={targets} />
                </select>
              )}
            </Field>
            {parts && (
              <Field id={id("cell")} label="Which part of it?">
                {(control) => <select {...control} className="control" value={draft.field} onChange={({ target }) => write({ ...draft, field: target.value })}><CellOptions {...parts} /></select>}
              </Field>
            )}
            <Field id={id("reason")} label="Reason" error={wrong.reason}>
              {(control) => <ReasonSelect {...control} value={draft.reason} onChoose={(reason) => write({ ...draft, reason })} />}
            </Field>
            <Field id={id("needed")} label="What is needed" error={wrong.text}>
              {(control) => <TextArea {...control} rows={3} maxLength={2_000} value={draft.text} onChange={({ target }) => write({ ...draft, text: target.value })} />}
            </Field>
            <Field id={id("suggestion")} label="Suggested wording" optional hint="The seller can take it with one tap.">
              {(control) => <TextArea {...control} rows={3} maxLength={5_000} value={draft.suggestion} onChange={({ target }) => write({ ...draft, suggestion: target.value })} />}
            </Field>
          </fieldset>
        );
      })}
      <Button icon="plus" onClick={() => setBlank((some) => [...some, newDraft()])}>Add another point</Button>
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <Button variant="primary" icon="corner-up-left" pending={busy} onClick={send}>{submitLabel}</Button>
        <Button variant="ghost" onClick={onClose}>Keep for later</Button>
        <KeptLine view={view} />
      </div>
    </div>
  );
}
