"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { FormEvent } from "react";
import { type DefaultValues, type FieldErrors, type FieldValues, useForm } from "react-hook-form";
import type * as z from "zod";
import type { FormState } from "@/lib/http/form";
import { useFormAction } from "./use-form-action";

type Options = { schema: z.ZodType<FieldValues, FieldValues>; done?: string; defaultValues: Record<string, unknown> };

/**
 * The same, checked in the browser first by the action's own schema: problems appear when the form is sent, and go the
 * moment they are mended. Hidden fields (ids, revisions) stay out of `schema` and are not registered.
 */
export function useCheckedForm<T>(
  action: (previous: FormState<T>, form: FormData) => Promise<FormState<T>>,
  { schema, done, defaultValues }: Options,
) {
  const sent = useFormAction(action, { done });
  const { register, handleSubmit, formState } = useForm<FieldValues>({
    resolver: zodResolver(schema), defaultValues: defaultValues as DefaultValues<FieldValues>, shouldFocusError: false,
  });
  const here = messages(formState.errors);
  const problems = here.length > 0 ? here.map(([field, message]) => ({ field, message })) : sent.problems;
  return {
    ...sent,
    register,
    problems,
    errorOf: (name: string) => here.find(([field]) => field === name || field.startsWith(`${name}.`))?.[1] ?? sent.errorOf(name),
    form: {
      action: sent.form.action,
      noValidate: true,
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        const form = event.currentTarget;
        void handleSubmit(() => sent.send(form))(event);
      },
    },
  };
}

/** Errors of nested fields by their dotted names, in the order of the form. */
function messages(errors: FieldErrors, before = ""): [string, string][] {
  return Object.entries(errors).flatMap(([name, error]): [string, string][] => {
    if (!error || name === "ref" || name === "root") return [];
    const path = `${before}${name}`;
    if (typeof error.message === "string") return [[path, error.message]];
    return messages(error as FieldErrors, `${path}.`);
  });
}
