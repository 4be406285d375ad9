"use client";

import type { ReactNode } from "react";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { answerComplexityAction } from "@/lib/deals/actions";

/** Around the rubric's questions, which the server draws: one save, and what was chosen stays when it is refused. */
export function ComplexityForm({ dealId, children }: { dealId: string; children: ReactNode }) {
  const { form, pending, problems } = useFormAction(answerComplexityAction, { done: "Kept in the brief" });
  return (
    <form {...form} className="space-y-7">
      <FormProblems problems={problems} />
      <input type="hidden" name="id" value={dealId} />
      {children}
      <FormActions sticky><SubmitButton pending={pending}>Keep the answers</SubmitButton></FormActions>
    </form>
  );
}
