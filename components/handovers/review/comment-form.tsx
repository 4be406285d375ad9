"use client";

import { useState } from "react";
import { Field } from "@/components/form/field";
import { TextArea } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { RETURN_REASONS } from "@/lib/handovers/format";
import type { CellTargets } from "@/lib/handovers/queries/review";
import type { ReturnReason } from "@/lib/platform/generated/enums";
import type { Draft, DraftsView } from "./drafts";
import { CellOptions } from "./target-options";

type CommentFormProps = {
  draft: Draft;
  /** The cells of the row that it is on; without, it is on a field. */
  cells?: CellTargets[string];
  view: DraftsView;
  onWrite: (draft: Draft) => void;
  onDiscard: () => void;
  onClose: () => void;
  /** What can be mended of what it is about; null where that is no wording. */
  onMend: (draft: Draft) => (() => void) | null;
};

/** One comment: kept while it is written, and sent with the decision (P1.8). */
export function CommentForm({ draft: start, cells, view, onWrite, onDiscard, onClose, onMend }: CommentFormProps) {
  const [draft, setDraft] = useState(start);
  const write = (change: Partial<Draft>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    onWrite(next);
  };
  const mend = onMend(draft);
  return (
    <div className="space-y-4">
      {cells && (
        <Field id="comment-about" label="About">
          {(control) => <select {...control} className="control" value={draft.field} onChange={({ target }) => write({ field: target.value })}><CellOptions {...cells} /></select>}
        </Field>
      )}
      <Field id="comment-text" label="Your comment">
        {(control) => <TextArea {...control} autoFocus rows={4} maxLength={2_000} value={draft.text} onChange={({ target }) => write({ text: target.value })} />}
      </Field>
      <Field id="comment-reason" label="What it is">
        {(control) => <ReasonSelect {...control} value={draft.reason} onChoose={(reason) => write({ reason })} />}
      </Field>
      <Field id="comment-suggestion" label="Suggested wording" optional hint="The seller can take it with one tap.">
        {(control) => <TextArea {...control} rows={2} maxLength={5_000} value={draft.suggestion} onChange={({ target }) => write({ suggestion: target.value })} />}
      </Field>
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <Button variant="primary" onClick={onClose}>Done</Button>
        <Button variant="ghost" icon="trash" onClick={onDiscard}>Discard</Button>
        {mend && <Button variant="ghost" icon="pencil" onClick={mend}>Mend a typo here instead</Button>}
        <KeptLine view={view} />
      </div>
    </div>
  );
}

/** A reason makes it a point of the return; without one it goes along whatever is decided. */
export function ReasonSelect({ value, onChoose, ...control }: { value: ReturnReason | null; onChoose: (reason: ReturnReason | null) => void; id: string }) {
  return (
    <select {...control} className="control" value={value ?? ""} onChange={({ target }) => onChoose(target.value === "" ? null : (target.value as ReturnReason))}>
      <option value="">A comment that goes with my decision</option>
      <optgroup label="A point to mend, if I return the brief">
        {Object.entries(RETURN_REASONS).map(([reason, label]) => <option key={reason} value={reason}>{label}</option>)}
      </optgroup>
    </select>
  );
}

/** Where what was written is: at the portal, or still on this device. */
export function KeptLine({ view }: { view: DraftsView }) {
  const words = { idle: "", saving: "Saving…", saved: "Kept. Only you see it until you decide.", retrying: "Kept on this device; trying again.", stopped: view.message ?? "" }[view.state];
  return <p role="status" className={view.state === "stopped" ? "text-sm text-danger-ink" : "text-sm text-ink-2"}>{words}</p>;
}
