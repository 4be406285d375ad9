"use client";

import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { ButtonLink } from "@/components/ui/button";
import { updateClientAction } from "@/lib/clients/actions";
import { ClientFields } from "./client-fields";

type ClientFormProps = {
  client: { id: string; revision: number; name: string; legalName: string; industry: string; website: string; zone: string; country: string };
  zones: readonly string[];
};

/** What is known about a client, to change. */
export function ClientForm({ client, zones }: ClientFormProps) {
  const { form, pending, problems, errorOf, idOf } = useFormAction(updateClientAction);
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      <input type="hidden" name="id" value={client.id} />
      <input type="hidden" name="revision" value={client.revision} />
      <ClientFields client={client} zones={zones} errorOf={errorOf} idOf={idOf} />
      <FormActions>
        <SubmitButton pending={pending}>Save</SubmitButton>
        <ButtonLink href={`/clients/${client.id}`} variant="ghost">Cancel</ButtonLink>
      </FormActions>
    </form>
  );
}
