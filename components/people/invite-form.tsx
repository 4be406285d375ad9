"use client";

import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { Combobox } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { ButtonLink } from "@/components/ui/button";
import { invitePersonAction } from "@/lib/people/actions/people";
import type { TeamKind } from "@/lib/platform/generated/enums";
import { FormProblems } from "./form-problems";
import { NewLink } from "./new-link";
import { RolesFields } from "./roles-fields";
import { useFormAction } from "./use-form-action";

type InviteFormProps = { teams: { id: string; name: string; kind: TeamKind }[]; zones: readonly string[]; zone: string };

/** A new person with their roles; the answer is the link to hand over. */
export function InviteForm({ teams, zones, zone }: InviteFormProps) {
  const { form, pending, problems, errorOf, result } = useFormAction(invitePersonAction);
  if (result?.ok)
    return (
      <div className="max-w-form space-y-4">
        <NewLink url={result.data.url} name={result.data.name} />
        <div className="flex flex-wrap gap-2">
          <ButtonLink href="/admin/people/new" variant="primary" icon="user-plus">Invite somebody else</ButtonLink>
          <ButtonLink href={`/admin/people/${result.data.userId}`}>Go to {result.data.name}</ButtonLink>
        </div>
      </div>
    );
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      <Field id="name" label="Name" error={errorOf("name")}>{(control) => <TextInput {...control} name="name" required />}</Field>
      <Field id="email" label="Mail address" hint="They sign in with it." error={errorOf("email")}>
        {(control) => <TextInput {...control} name="email" type="email" required />}
      </Field>
      <Field id="zone" label="Time zone" error={errorOf("zone")}>{(control) => <Combobox {...control} name="zone" options={zones} defaultValue={zone} required />}</Field>
      <RolesFields teams={teams} />
      <FormActions><SubmitButton pending={pending}>Invite</SubmitButton></FormActions>
    </form>
  );
}
