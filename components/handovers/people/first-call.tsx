import { Field } from "@/components/form/field";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-input";
import { ActionForm } from "@/components/handovers/overview/action-form";
import { Banner, Notice } from "@/components/ui/banner";
import { Dialog, DialogButton } from "@/components/ui/dialog";
import { RefusedAction } from "@/components/ui/refused-action";
import { Section } from "@/components/ui/section";
import { addAttendeeAction, endExceptionAction, waiveAttendeeAction } from "@/lib/handovers/actions";
import type { FirstCall as Call } from "@/lib/handovers/queries/first-call";
import type { HandoverHead } from "@/lib/handovers/queries/handover";
import type { Attendee } from "@/lib/handovers/rules/attendees";
import { AttendeeList } from "./attendee-list";

/** The first call: who is needed and why, who is missing and what to do about it, what it costs (P2.1 to P2.6). */
export function FirstCall({ head, call }: { head: HandoverHead; call: Call }) {
  const { addAttendee } = head.viewer.powers;
  const ours = new Set(call.attendees.filter(({ side, presence }) => side === "ours" && presence !== "kept out").map(({ person }) => person?.id ?? "")).size;
  return (
    <div className="max-w-reading space-y-8">
      {call.missing.length > 0 && (
        <Banner tone="danger" title="The call cannot take place yet">
          <ul className="list-disc ps-5">{call.missing.map((remedy) => <li key={remedy}>{remedy}</li>)}</ul>
        </Banner>
      )}
      {call.changes.length > 0 && (
        <Banner tone="info" title="Different from what was submitted">
          <ul className="list-disc ps-5">{call.changes.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </Banner>
      )}
      <Section
        title="Who takes part"
        description={`${call.minutes} minutes; ${call.cost} person-minutes of our side.`}
        actions={addAttendee === null
          ? <DialogButton dialog={ADD} icon="user-plus">Add somebody</DialogButton>
          : head.viewer.isWriter || head.viewer.isPm ? <RefusedAction reason={addAttendee.reason} rule={addAttendee.rule}>Add somebody</RefusedAction> : undefined}
      >
        {ours > call.most && <Notice tone="warning">{ours} people come from our side: more than {call.most} is a lot for the client.</Notice>}
        <AttendeeList attendees={call.attendees} version={call.version} actions={(one) => <Exceptions head={head} call={call} one={one} />} />
      </Section>
      {addAttendee === null && <Add head={head} call={call} />}
    </div>
  );
}

const ADD = "add-attendee";

function Add({ head, call }: { head: HandoverHead; call: Call }) {
  return (
    <Dialog id={ADD} title="Add somebody to the first call" description={`The rules keep everybody else out. One more person costs ${call.minutes} person-minutes.`}>
      <ActionForm action={addAttendeeAction} input={{ id: head.id }} prefix={ADD} submit={`Add, for ${call.minutes} person-minutes`} done="They are on the list, as optional." dialog={ADD}>
        <Field id={`${ADD}-userId`} label="Who">
          {(control) => <Select {...control} name="userId" placeholder="Choose a person" options={call.addable.map(({ id, name }) => ({ value: id, label: name }))} />}
        </Field>
        <Field id={`${ADD}-reason`} label="Reason" hint="Everybody on the list can read it.">{(control) => <TextArea {...control} name="reason" rows={3} />}</Field>
      </ActionForm>
    </Dialog>
  );
}

/** A manager waives a required person; whoever may make an exception takes it back (P2.5). */
function Exceptions({ head, call, one }: { head: HandoverHead; call: Call; one: Attendee }) {
  const { addAttendee, waiveAttendee } = head.viewer.powers;
  const ids = [one.person?.id, one.insteadOf?.id];
  const exception = call.exceptions.find(({ userId }) => ids.includes(userId));
  const mayEnd = exception && (exception.kind === "ADDITION" ? addAttendee : waiveAttendee) === null;
  if (mayEnd)
    return <ActionForm action={endExceptionAction} input={{ id: head.id, exceptionId: exception.id }} submit="Take back" variant="ghost" size="sm" icon="undo" done="The rules apply again." className="contents" />;
  const person = one.insteadOf ?? one.person;
  if (one.presence !== "required" || one.side !== "ours" || waiveAttendee !== null || !person) return null;
  const dialog = `waive-${person.id}-${one.key.replace(/[^a-z0-9-]/gi, "-")}`;
  return (
    <>
      <DialogButton dialog={dialog} size="sm" variant="ghost" icon="shield">Waive</DialogButton>
      <Dialog id={dialog} title={`Waive ${person.name}`} description="The call can take place without a person whom the rules require. The reason stays in the history.">
        <ActionForm action={waiveAttendeeAction} input={{ id: head.id, userId: person.id }} prefix={dialog} submit="Waive" done={`${person.name} is waived.`} dialog={dialog}>
          <Field id={`${dialog}-reason`} label="Reason">{(control) => <TextArea {...control} name="reason" rows={3} />}</Field>
        </ActionForm>
      </Dialog>
    </>
  );
}
