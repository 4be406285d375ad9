"use client";

import { Field, FieldGroup } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { Button } from "@/components/ui/button";
import { createClientAction } from "@/lib/clients/actions";
import { ClientFields } from "./client-fields";
import { DuplicatesWarning } from "./duplicates-warning";

/** A new client; what it looks like is said before it is created. */
export function NewClientForm({ zones }: { zones: readonly string[] }) {
  const { form, pending, problems, errorOf, idOf, result } = useFormAction(createClientAction);
  const duplicates = result?.ok && !result.data.created ? result.data.duplicates : [];
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      <ClientFields zones={zones} errorOf={errorOf} idOf={idOf} />
      <FirstContact errorOf={errorOf} idOf={idOf} />
      <DuplicatesWarning duplicates={duplicates} />
      <FormActions>
        <SubmitButton pending={pending}>Create client</SubmitButton>
        {duplicates.length > 0 && <Button type="submit" name="createAnyway" value="true" disabled={pending}>Create anyway</Button>}
      </FormActions>
    </form>
  );
}

type FirstContactProps = { part?: string; errorOf: (name: string) => string | undefined; idOf: (name: string) => string };

/** Who answered so far; more can be added later. */
export function FirstContact({ part = "contact.", errorOf, idOf }: FirstContactProps) {
  return (
    <FieldGroup id={idOf(part.slice(0, -1))} label="First contact" hint="More people, and their roles, can follow." optional>
      <div className="grid gap-5 pt-1 sm:grid-cols-2">
        <Field id={idOf(`${part}name`)} label="Name" error={errorOf(`${part}name`)}>
          {(control) => <TextInput {...control} name={`${part}name`} />}
        </Field>
        <Field id={idOf(`${part}email`)} label="Mail address" error={errorOf(`${part}email`)}>
          {(control) => <TextInput {...control} name={`${part}email`} type="email" />}
        </Field>
      </div>
    </FieldGroup>
  );
}
