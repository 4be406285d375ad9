"use client";

import type { ReactNode } from "react";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { savePolicyDraftAction } from "@/lib/policies/actions";

/** Around the controls of a policy, which the server draws. What was typed stays where it is refused. */
export function PolicyForm({ kind, teamId, revision, children }: { kind: string; teamId: string | null; revision: number; children: ReactNode }) {
  const { form, pending, problems } = useFormAction(savePolicyDraftAction, { done: "Saved in the draft" });
  return (
    <form {...form} noValidate className="space-y-10">
      <FormProblems problems={problems} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="teamId" value={teamId ?? ""} />
      <input type="hidden" name="revision" value={revision} />
      {children}
      <FormActions sticky><SubmitButton pending={pending}>Save in the draft</SubmitButton></FormActions>
    </form>
  );
}
