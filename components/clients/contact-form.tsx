"use client";

import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { ButtonLink } from "@/components/ui/button";
import { addContactAction, updateContactAction } from "@/lib/clients/actions";
import type { ContactRole } from "@/lib/platform/generated/enums";
import { ContactFields } from "./contact-fields";

type ContactFormProps = {
  clientId: string;
  contact?: { id: string; revision: number; name: string; title: string; email: string; phone: string; zone: string; language: string; roles: readonly ContactRole[] };
  zones: readonly string[];
};

/** A person at the client: new, or to change. */
export function ContactForm({ clientId, contact, zones }: ContactFormProps) {
  const { form, pending, problems, errorOf, idOf } = useFormAction<unknown>(contact ? updateContactAction : addContactAction);
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      {contact
        ? <><input type="hidden" name="id" value={contact.id} /><input type="hidden" name="revision" value={contact.revision} /></>
        : <input type="hidden" name="clientId" value={clientId} />}
      <ContactFields contact={contact} zones={zones} errorOf={errorOf} idOf={idOf} />
      <FormActions>
        <SubmitButton pending={pending}>{contact ? "Save" : "Add contact"}</SubmitButton>
        <ButtonLink href={`/clients/${clientId}`} variant="ghost">Cancel</ButtonLink>
      </FormActions>
    </form>
  );
}
