"use client";

import { RadioGroup } from "@/components/form/choice";
import { Field } from "@/components/form/field";
import { DateInput, TextArea } from "@/components/form/text-input";
import { PageForm } from "@/components/people/page-form";
import { addEvidenceAction, grantInvolvementAction, revokeGrantAction, withdrawEvidenceAction } from "@/lib/traction/actions";

type Choice = { value: string; label: string; hint?: string };
type Values = { id: string };

/** P5.1: what was seen, when, and in words. */
export function EvidenceForm({ id, kinds, today, latest, kind }: Values & { kinds: readonly Choice[]; today: string; latest: string; kind?: string }) {
  return (
    <PageForm prefix="evidence-" action={addEvidenceAction} done="Recorded" fields={{ id }} submit="Record evidence">
      {(of) => (
        <>
          <RadioGroup {...of("kind")} name="kind" label="What is it evidence of?" look="cards" options={kinds} defaultValue={kind} />
          <Field {...of("happenedOn")} label="When was it?" hint="The day it happened, not the day you write it down.">
            {(control) => <DateInput {...control} name="happenedOn" defaultValue={today} max={latest} required />}
          </Field>
          <Field {...of("words")} label="What did they say or do?" hint="In their words where you can.">
            {(control) => <TextArea {...control} name="words" rows={3} required />}
          </Field>
        </>
      )}
    </PageForm>
  );
}

/** Taking back one piece of evidence, with a reason. */
export const WithdrawForm = ({ id, evidenceId }: Values & { evidenceId: string }) => (
  <PageForm prefix="withdraw-" action={withdrawEvidenceAction} done="Withdrawn" fields={{ id, evidenceId }} submit="Withdraw" cancelHref={`/deals/${id}/traction`} danger>
    {(of) => (
      <Field {...of("reason")} label="Why does it not hold?" hint="It stays in the history, and earns no point from then on.">
        {(control) => <TextArea {...control} name="reason" rows={2} required />}
      </Field>
    )}
  </PageForm>
);

/** P5.2: allowing one kind of involvement against the rule. */
export const GrantForm = ({ id, kinds, latest }: Values & { kinds: readonly Choice[]; latest: string }) => (
  <PageForm prefix="grant-" action={grantInvolvementAction} done="Granted" fields={{ id }} submit="Grant">
    {(of) => (
      <>
        <RadioGroup {...of("allows")} name="allows" label="What do you allow?" look="inline" options={kinds} />
        <Field {...of("until")} label="Until" hint="To the end of this day, UTC.">
          {(control) => <DateInput {...control} name="until" max={latest} required />}
        </Field>
        <Field {...of("reason")} label="Why against the rule?" hint="The seller, the other sales managers and the report of grants show it.">
          {(control) => <TextArea {...control} name="reason" rows={3} required />}
        </Field>
      </>
    )}
  </PageForm>
);

/** Ending a grant before its time. */
export const RevokeForm = ({ id, grantId }: Values & { grantId: string }) => (
  <PageForm prefix="revoke-" action={revokeGrantAction} done="Revoked" fields={{ id, grantId }} submit="Revoke" cancelHref={`/deals/${id}/traction`} danger>
    {(of) => (
      <Field {...of("reason")} label="Why does it end now?">
        {(control) => <TextArea {...control} name="reason" rows={2} required />}
      </Field>
    )}
  </PageForm>
);
