import type { Metadata } from "next";
import { Checkbox } from "@/components/form/choice";
import { Field } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { AuthLayout } from "@/components/layout/auth-layout";
import { TextLink } from "@/components/ui/text-link";

export const metadata: Metadata = { title: "One thing in the middle" };

export default function AuthPage() {
  return (
    <AuthLayout title="Sign in" description="With the address your administrator invited." footer={<>No account? <TextLink href="/dev/gallery">Ask your administrator</TextLink>.</>}>
      <form className="space-y-5">
        <Field id="email" label="Mail address">{(control) => <TextInput {...control} type="email" name="email" autoComplete="username" />}</Field>
        <Field id="password" label="Password">{(control) => <TextInput {...control} type="password" name="password" autoComplete="current-password" />}</Field>
        <Checkbox name="stay" label="Stay signed in on this device" />
        <SubmitButton className="w-full">Sign in</SubmitButton>
      </form>
    </AuthLayout>
  );
}
