"use client";

import { SubmitButton } from "@/components/form/submit-button";
import { joinAction } from "@/lib/people/actions/join";
import { FormProblems } from "./form-problems";
import { PasswordField } from "./password-field";
import { useFormAction } from "./use-form-action";

/** The password of somebody who has a link. */
export function JoinForm({ token, email, label }: { token: string; email: string; label: string }) {
  const { form, pending, problems, errorOf } = useFormAction(joinAction);
  return (
    <form {...form} className="space-y-4">
      <FormProblems problems={problems} />
      <input type="hidden" name="token" value={token} />
      <input type="text" value={email} readOnly autoComplete="username" hidden aria-hidden="true" tabIndex={-1} />
      <PasswordField id="password" label="Your password" error={errorOf("password")} />
      <SubmitButton pending={pending} className="w-full">{label}</SubmitButton>
    </form>
  );
}
