"use client";

import { unstable_rethrow } from "next/navigation";
import { type FormEvent, useActionState, useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { FormState } from "@/lib/http/form";

const UNREACHABLE = "The portal cannot be reached, or was renewed meanwhile. What you typed is still here: try again, or copy it and reload.";

/** What the door says where there is no session. */
const NO_SESSION = "Please sign in.";
const SIGNED_OUT = "You are signed out. What you typed is still here: sign in again in another tab, then send it once more.";

type Options = { /** A short word once it is done. */ done?: string; /** Before the names, where one page has several forms. */ prefix?: string };

/**
 * A form and its action: works without JavaScript; with it, what was typed stays when something is wrong. Spread
 * `form` onto the `<form>`; a control's id is `idOf(name)`.
 */
export function useFormAction<T>(action: (previous: FormState<T>, form: FormData) => Promise<FormState<T>>, { done, prefix = "" }: Options = {}) {
  const [before, dispatch] = useActionState<FormState<T>, FormData>(action, null); // what a form sent without JavaScript came to
  const [answer, setAnswer] = useState<FormState<T>>(null);
  const [pending, startTransition] = useTransition();
  const result = answer ?? before;

  const send = (form: HTMLFormElement, submitter?: HTMLElement | null) => {
    const data = new FormData(form, submitter);
    startTransition(async () => {
      const next = await action(null, data).catch((error: unknown): FormState<T> => {
        try {
          unstable_rethrow(error); // a redirect is no failure: it is done, and goes on elsewhere
        } catch (redirect) {
          if (done) toast(done);
          throw redirect;
        }
        return { ok: false, code: "UNAVAILABLE", message: UNREACHABLE };
      });
      if (next && !next.ok && next.code === "UNAUTHENTICATED" && next.message === NO_SESSION) next.message = SIGNED_OUT; // a wrong password says so itself
      if (next?.ok && done) toast(done); // here, because the form may be gone from the page by now
      startTransition(() => setAnswer(next));
    });
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
    /** What was typed, where the page was drawn anew to say what is wrong: without JavaScript. */
    typed: answer === null && before && !before.ok ? before.kept : undefined,
  };
}
