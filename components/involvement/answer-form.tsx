"use client";

import { Field } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { answerInvolvementAction } from "@/lib/involvement/actions";

/** The answer in one's own words, begun with the seller's: to be edited, not written anew (P4.1, P6.4). */
export function AnswerForm({ id, suggestion }: { id: string; suggestion: string }) {
  const { form, pending, problems, errorOf, idOf, result } = useFormAction(answerInvolvementAction, { prefix: "answer-" });
  return (
    <details open={(result !== null && !result.ok) || undefined} className="open:w-full">
      <summary className={`${buttonClass("secondary")} cursor-pointer list-none`} aria-keyshortcuts="e"><Icon name="pencil" />Edit the answer<Kbd inherit>e</Kbd></summary>
      <form {...form} className="mt-3 max-w-form space-y-4 border-s-2 border-line ps-4">
        <FormProblems problems={problems} />
        <input type="hidden" name="id" value={id} />
        <Field id={idOf("answer")} label="Your answer" hint="It begins with what the seller would answer." error={errorOf("answer")}>
          {(control) => <TextArea {...control} name="answer" defaultValue={suggestion} rows={6} required />}
        </Field>
        <SubmitButton pending={pending}>Send the answer</SubmitButton>
      </form>
    </details>
  );
}
