"use client";

import type { ReactNode } from "react";
import { SubmitButton } from "@/components/form/submit-button";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import type { FormState } from "@/lib/http/form";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What the form carries besides. */
  carried: Record<string, string | number>;
  /** Before the ids of its controls, to which problems link. */
  prefix: string;
  submit: string;
  done: string;
  children: ReactNode;
};

/** A form of ratings around controls that the server drew: what is wrong stands above it, and what was typed stays. */
export function FeedbackForm({ action, carried, prefix, submit, done, children }: Props) {
  const { form, pending, problems } = useFormAction(action, { done, prefix });
  return (
    <form {...form} className="space-y-5">
      <FormProblems problems={problems} />
      {Object.entries(carried).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {children}
      <SubmitButton pending={pending}>{submit}</SubmitButton>
    </form>
  );
}
