"use client";

import type { ReactNode } from "react";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { FormProblems } from "./form-problems";
import { useFormAction } from "./use-form-action";

type PageFormProps<T> = {
  /** Before the names, where one page has several forms. */
  prefix: string;
  action: Parameters<typeof useFormAction<T>>[0];
  /** A short word once it is done. */
  done: string;
  /** What is sent besides, and nobody types. */
  fields: Record<string, string>;
  submit: string;
  cancelHref?: string;
  danger?: boolean;
  children: (of: (name: string) => { id: string; error?: string }) => ReactNode;
};

/** A form of its own on a page: what it asks is given by its children, which get errors and ids. */
export function PageForm<T>({ prefix, action, done, fields, submit, cancelHref, danger, children }: PageFormProps<T>) {
  const { form, pending, problems, errorOf, idOf } = useFormAction(action, { done, prefix });
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {children((name) => ({ id: idOf(name), error: errorOf(name) }))}
      <FormActions>
        <SubmitButton pending={pending} variant={danger ? "danger" : "primary"}>{submit}</SubmitButton>
        {cancelHref && <ButtonLink href={cancelHref} variant="ghost">Cancel</ButtonLink>}
      </FormActions>
    </form>
  );
}
