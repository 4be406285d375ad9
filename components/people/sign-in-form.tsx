"use client";

import { startTransition, useActionState } from "react";
import { signInAction } from "@/lib/people/actions/sign-in";

/** Mail address and password. What was typed stays when it was wrong. */
export function SignInForm({ next }: { next: string }) {
  const [result, submit, pending] = useActionState(signInAction, null);
  const problem = result && !result.ok ? result.message : null;
  return (
    <form
      action={submit}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => submit(form));
      }}
    >
      {problem && <p role="alert">{problem}</p>}
      <input type="hidden" name="next" value={next} />
      <label>Mail address <input name="email" type="email" autoComplete="username" required /></label>
      <label>Password <input name="password" type="password" autoComplete="current-password" required /></label>
      <button type="submit" disabled={pending}>Sign in</button>
    </form>
  );
}
