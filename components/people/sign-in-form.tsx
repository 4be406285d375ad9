"use client";

import { Field } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { signInAction } from "@/lib/people/actions/sign-in";
import { FormProblems } from "./form-problems";
import { useFormAction } from "./use-form-action";

/** Mail address and password. What was typed stays when it was wrong. */
export function SignInForm({ next }: { next: string }) {
  const { form, pending, problems, errorOf } = useFormAction(signInAction);
  return (
    <form {...form} className="space-y-4">
      <FormProblems problems={problems} />
      <input type="hidden" name="next" value={next} />
      <Field id="email" label="Mail address" error={errorOf("email")}>
        {(control) => <TextInput {...control} name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field id="password" label="Password" error={errorOf("password")}>
        {(control) => <TextInput {...control} name="password" type="password" autoComplete="current-password" required />}
      </Field>
      <SubmitButton pending={pending} className="w-full">Sign in</SubmitButton>
    </form>
  );
}
