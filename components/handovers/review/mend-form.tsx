"use client";

import { useState } from "react";
import { Field } from "@/components/form/field";
import { TextArea } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { mendTypoAction } from "@/lib/handovers/actions";

type MendFormProps = {
  where: { id: string; keyId: string; briefVersion: number; field: string; rowId: string | null };
  words: string;
  onDone: () => void;
  /** What was typed becomes the suggested wording of a point. */
  onSuggest: (wording: string) => void;
};

/** Mends an obvious typo at once (P1.7); what is more than that goes back as a point with this wording. */
export function MendForm({ where, words, onDone, onSuggest }: MendFormProps) {
  const [text, setText] = useState(words);
  const [told, setTold] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function mend() {
    setBusy(true);
    const result = await mendTypoAction({ ...where, text }).catch(() => ({ ok: false as const, message: "The portal cannot be reached. Nothing was changed; try again in a moment." }));
    setBusy(false);
    if (!result.ok) return setTold(result.message);
    toast("The typo is mended. The seller is told, and nobody is asked again.");
    onDone();
  }

  return (
    <div className="space-y-4">
      <Field id="mend-text" label="The answer" error={told ?? undefined}>
        {(control) => <TextArea {...control} autoFocus rows={8} value={text} onChange={({ target }) => { setText(target.value); setTold(null); }} />}
      </Field>
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <Button variant="primary" icon="check" pending={busy} onClick={() => void mend()}>Mend the typo</Button>
        {told && text !== words && <Button onClick={() => onSuggest(text)}>Suggest this wording</Button>}
        <Button variant="ghost" onClick={onDone}>Cancel</Button>
      </div>
    </div>
  );
}
