"use client";

import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { createDealAction, updateDealAction } from "@/lib/deals/actions";
import { DealFields, type DealValues } from "./deal-fields";

type Named = { id: string; name: string };
type Shared = { values: DealValues; teams: readonly Named[]; sellers: readonly Named[] };

const options = (list: readonly Named[]) => list.map(({ id, name }) => ({ value: id, label: name }));

/** A new deal with a client that is known. */
export function NewDealForm({ values, teams, sellers, clients, client, me }: Shared & { clients: readonly Named[]; client?: string; me: string }) {
  const { form, pending, problems, errorOf, idOf } = useFormAction(createDealAction);
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      <Field id={idOf("clientId")} label="Client" hint={<>Not in the list? <TextLink href="/clients/new">Create the client</TextLink> first.</>} error={errorOf("clientId")}>
        {(control) => <Select {...control} name="clientId" placeholder="Choose a client" options={options(clients)} defaultValue={client ?? ""} required />}
      </Field>
      <DealFields deal={values} teams={teams} errorOf={errorOf} idOf={idOf} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field id={idOf("contactOwnerId")} label="Contact owner" hint="Owns the relationship." error={errorOf("contactOwnerId")}>
          {(control) => <Select {...control} name="contactOwnerId" placeholder="Choose somebody in sales" options={options(sellers)} defaultValue={me} required />}
        </Field>
        <Field id={idOf("ownerId")} label="Deal owner" hint="May be somebody else." error={errorOf("ownerId")} optional>
          {(control) => <Select {...control} name="ownerId" placeholder="The contact owner" options={options(sellers)} />}
        </Field>
      </div>
      <FormActions><SubmitButton pending={pending}>Create deal</SubmitButton></FormActions>
    </form>
  );
}

/** What a deal is about, to change. */
export function EditDealForm({ id, revision, ownerId, mayPassOn, values, teams, sellers }: Shared & { id: string; revision: number; ownerId: string; mayPassOn: boolean }) {
  const { form, pending, problems, errorOf, idOf } = useFormAction(updateDealAction);
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <DealFields deal={values} teams={teams} errorOf={errorOf} idOf={idOf} />
      {mayPassOn ? (
        <Field id={idOf("ownerId")} label="Deal owner" hint="May edit the draft, and later observes." error={errorOf("ownerId")}>
          {(control) => <Select {...control} name="ownerId" options={options(sellers)} defaultValue={ownerId} required />}
        </Field>
      ) : <input type="hidden" name="ownerId" value={ownerId} />}
      <FormActions>
        <SubmitButton pending={pending}>Save</SubmitButton>
        <ButtonLink href={`/deals/${id}`} variant="ghost">Cancel</ButtonLink>
      </FormActions>
    </form>
  );
}
