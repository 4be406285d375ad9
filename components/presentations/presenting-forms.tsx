"use client";

import { RadioGroup } from "@/components/form/choice";
import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { DateInput, TextArea, TextInput } from "@/components/form/text-input";
import { ActionButton } from "@/components/people/action-button";
import { FormProblems } from "@/components/people/form-problems";
import { PageForm } from "@/components/people/page-form";
import { useFormAction } from "@/components/people/use-form-action";
import { Banner } from "@/components/ui/banner";
import { CopyButton } from "@/components/ui/copy-button";
import { createClientLinkAction, presentOptionsAction, recordChoiceAction, revokeClientLinkAction, withdrawPresentationAction } from "@/lib/presentations/actions";

type Named = { id: string; name: string };
const asOptions = (people: readonly Named[]) => people.map(({ id, name }) => ({ value: id, label: name }));

/** P7.5: who presents, and until when the client can choose. */
export const PresentForm = ({ id, seen, me, sellers, usual, latest }: { id: string; seen: string; me: string; sellers: readonly Named[]; usual: string; latest: string }) => (
  <PageForm prefix="present-" action={presentOptionsAction} done="Presented" fields={{ id, seen }} submit="Present these options" cancelHref={`/deals/${id}/options`}>
    {(of) => (
      <>
        <Field {...of("presenterId")} label="Presented by" hint="Somebody in sales: the client asks them (P7.3).">
          {(control) => <Select {...control} name="presenterId" options={asOptions(sellers)} defaultValue={me} />}
        </Field>
        <Field {...of("validUntil")} label="Valid until" hint="The client can choose to the end of this day. No longer than the estimates hold.">
          {(control) => <DateInput {...control} name="validUntil" defaultValue={usual} max={latest} required />}
        </Field>
      </>
    )}
  </PageForm>
);

/** Taking a version back, with a reason. */
export const WithdrawForm = ({ id, presentationId, version }: { id: string; presentationId: string; version: number }) => (
  <PageForm prefix="withdraw-" action={withdrawPresentationAction} done="Withdrawn" fields={{ id, presentationId }} submit={`Withdraw version ${version}`} danger>
    {(of) => (
      <Field {...of("reason")} label="Why is it withdrawn?" hint="Nobody can choose from it any more, and the client's links show nothing until you present anew.">
        {(control) => <TextArea {...control} name="reason" rows={2} required />}
      </Field>
    )}
  </PageForm>
);

/** P7.5: what the client told the seller. */
export const RecordChoiceForm = ({ id, presentationId, standing, options, contacts }: { id: string; presentationId: string; standing: string; options: readonly Named[]; contacts: readonly Named[] }) => (
  <PageForm prefix="told-" action={recordChoiceAction} done="Recorded" fields={{ id, presentationId, standing }} submit="Record the choice" cancelHref={`/deals/${id}/options`}>
    {(of) => (
      <>
        <RadioGroup {...of("optionId")} name="optionId" label="Which option did they choose?" look="cards" options={asOptions(options)} />
        <Field {...of("chosenBy")} label="Who chose?">
          {(control) => <><TextInput {...control} name="chosenBy" list="told-people" required maxLength={120} /><datalist id="told-people">{contacts.map(({ id: contact, name }) => <option key={contact} value={name} />)}</datalist></>}
        </Field>
        <Field {...of("reason")} label="Why this one?" hint="In their words where you can: the brief says it to delivery.">
          {(control) => <TextArea {...control} name="reason" rows={3} required />}
        </Field>
      </>
    )}
  </PageForm>
);

/** A link for the client: made, and shown once. */
export function LinkForm({ id, contacts, until, latest }: { id: string; contacts: readonly Named[]; until: string; latest: string }) {
  const { form, pending, problems, errorOf, idOf, result } = useFormAction(createClientLinkAction, { prefix: "link-" });
  const of = (name: string) => ({ id: idOf(name), error: errorOf(name) });
  return (
    <div className="space-y-5">
      {result?.ok && (
        <Banner tone="success" title="The link is ready" live="status">
          <p>Whoever opens it can read what you presented, and choose. It is shown only now: copy it.</p>
          <p className="mt-2 [overflow-wrap:anywhere] [&_button]:text-start [&_button_span]:whitespace-normal"><CopyButton text={result.data.url} label="Copy the link" /></p>
        </Banner>
      )}
      <form {...form} className="max-w-form space-y-5">
        <FormProblems problems={problems} />
        <input type="hidden" name="id" value={id} />
        <Field {...of("contactId")} label="For whom" optional>
          {(control) => <Select {...control} name="contactId" options={asOptions(contacts)} placeholder="Anybody at the client" />}
        </Field>
        <Field {...of("until")} label="Works until" hint="To the end of this day.">
          {(control) => <DateInput {...control} name="until" defaultValue={until} max={latest} required />}
        </Field>
        <FormActions><SubmitButton pending={pending}>Make a link</SubmitButton></FormActions>
      </form>
    </div>
  );
}

export const RevokeLink = ({ id, linkId }: { id: string; linkId: string }) => (
  <ActionButton action={revokeClientLinkAction} fields={{ id, linkId }} size="sm" variant="ghost" icon="ban" done="The link does not work any more">Revoke</ActionButton>
);
