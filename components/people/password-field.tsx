import type { ComponentProps } from "react";
import { Field } from "@/components/form/field";
import { TextInput } from "@/components/form/text-input";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/people/rules/limits";

type PasswordFieldProps = { id: string; label?: string; error?: string; input?: ComponentProps<"input"> };

/** A new password: its one rule is its length, and a password manager may write it. */
export function PasswordField({ id, label = "Password", error, input }: PasswordFieldProps) {
  return (
    <Field id={id} label={label} hint={`At least ${PASSWORD_MIN} characters. A sentence you can remember is fine.`} error={error}>
      {(control) => <TextInput {...control} name="password" type="password" autoComplete="new-password" minLength={PASSWORD_MIN} maxLength={PASSWORD_MAX} required {...input} />}
    </Field>
  );
}
