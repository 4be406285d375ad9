"use client";

import { Field } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { changePasswordAction } from "@/lib/people/actions/profile";
import { FormProblems } from "./form-problems";
import { PasswordField } from "./password-field";
import { useFormAction } from "./use-form-action";

/** A new password, for who knows the present one. Empty again once it is done. */
export function ChangePasswordForm({ email }: { email: string }) {
  const { form, pending, problems, errorOf, result } = useFormAction(changePasswordAction, { done: "Password changed. You are signed out everywhere else." });
  return (
    <form key={result?.ok ? "changed" : "open"} {...form} className="max-w-form space-y-4">
      <FormProblems problems={problems} />
      <input type="text" value={email} readOnly autoComplete="username" hidden aria-hidden="true" tabIndex={-1} />
      <Field id="current" label="Present password" error={errorOf("current")}>
        {(control) => <TextInput {...control} name="current" type="password" autoComplete="current-password" required />}
      </Field>
      <PasswordField id="password" label="New password" error={errorOf("password")} />
      <SubmitButton variant="secondary" pending={pending}>Change password</SubmitButton>
    </form>
  );
}
