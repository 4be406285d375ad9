"use client";

import { type FormEvent, startTransition, useActionState, useEffect, useRef } from "react";
import { toast } from "@/components/ui/toast";
import type { FormState } from "@/lib/http/form";

type Options = { /** A short word once it is done. */ done?: string; /** Before the names, where one page has several forms. */ prefix?: string };

/**
 * A form and its action: works without JavaScript; with it, what was typed stays when something is wrong. Spread
 * `form` onto the `<form>`; a control's id is `idOf(name)`.
 */
export function useFormAction<T>(action: (previous: FormState<T>, form: FormData) => Promise<FormState<T>>, { done, prefix = "" }: Options = {}) {
  const [result, dispatch, pending] = useActionState<FormState<T>, FormData>(action, null);
  const told = useRef<FormState<T>>(null);

  useEffect(() => {
    if (result?.ok && done && told.current !== result) toast(done);
    told.current = result;
  }, [result, done]);

  const send = (form: HTMLFormElement, submitter?: HTMLElement | null) => {
    const data = new FormData(form, submitter);
    startTransition(() => dispatch(data));
  };
  const failure = result && !result.ok ? result : null;
  const idOf = (name: string) => `${prefix}${name}`;
  const fields = Object.entries(failure?.fields ?? {});
  return {
    result,
    pending,
    send,
    idOf,
    form: {
      action: dispatch,
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const native = event.nativeEvent as SubmitEvent;
        send(event.currentTarget, native.submitter);
      },
    },
    /** What is wrong with a field, or with a part of it. */
    errorOf: (name: string) => fields.find(([field]) => field === name || field.startsWith(`${name}.`))?.[1][0],
    /** For the summary: per field, else the failure as a whole. */
    problems: failure ? (fields.length > 0 ? fields.map(([field, [message = ""]]) => ({ field: idOf(field), message })) : [{ field: "", message: failure.message }]) : [],
    failure,
  };
}
