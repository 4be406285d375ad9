"use client";

import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { ButtonLink } from "@/components/ui/button";
import { moveDealOnPageAction } from "@/lib/deals/actions";

type MoveFormProps = { id: string; revision: number; move: string; confirm: string; danger: boolean };

/** A move that says why. */
export function MoveForm({ id, revision, move, confirm, danger }: MoveFormProps) {
  const { form, pending, problems, errorOf, idOf } = useFormAction(moveDealOnPageAction, { done: "Moved" });
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="move" value={move} />
      <Field id={idOf("reason")} label="Why" error={errorOf("reason")}>
        {(control) => <TextArea {...control} name="reason" rows={3} required />}
      </Field>
      <FormActions>
        <SubmitButton pending={pending} variant={danger ? "danger" : "primary"}>{confirm}</SubmitButton>
        <ButtonLink href={`/deals/${id}`} variant="ghost">Cancel</ButtonLink>
      </FormActions>
    </form>
  );
}
