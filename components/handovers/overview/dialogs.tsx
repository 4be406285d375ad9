import { RadioGroup } from "@/components/form/choice";
import { Field } from "@/components/form/field";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-input";
import { ButtonLink } from "@/components/ui/button";
import { Dialog, DialogButton } from "@/components/ui/dialog";
import { Menu } from "@/components/ui/menu";
import { closeHandoverAction, reassignLeadAction, reassignPmAction, withdrawHandoverAction } from "@/lib/handovers/actions";
import { handoverNumber } from "@/lib/handovers/format";
import type { Candidate, Candidates } from "@/lib/handovers/queries/candidates";
import type { HandoverHead } from "@/lib/handovers/queries/handover";
import { ActionForm } from "./action-form";

const CLOSE = "close-dialog";
const WITHDRAW = "withdraw-dialog";
const REASSIGN = "reassign-dialog";

/** Opens the dialog in which the PM closes the handover. */
export const CloseButton = ({ variant }: { variant?: "primary" | "secondary" }) => (
  <DialogButton dialog={CLOSE} variant={variant} icon="archive">Close</DialogButton>
);

/** Whatever else this person may do with the handover; nothing where they may do nothing. */
export function MoreActions({ head }: { head: HandoverHead }) {
  const { moves, powers } = head.viewer;
  const entries = [
    powers.lead === null && <ButtonLink key="amend" href={`/handovers/${head.id}/brief`} variant="ghost" icon="pencil" className="w-full !justify-start">Amend the brief</ButtonLink>,
    powers.reassign === null && <DialogButton key={REASSIGN} dialog={REASSIGN} variant="ghost" icon="users" className="w-full !justify-start">Re-assign</DialogButton>,
    moves.close === null && <DialogButton key={CLOSE} dialog={CLOSE} variant="ghost" icon="archive" className="w-full !justify-start">Close</DialogButton>,
    moves.withdraw === null && <DialogButton key={WITHDRAW} dialog={WITHDRAW} variant="ghost" icon="ban" className="w-full !justify-start">Withdraw</DialogButton>,
  ].filter((entry) => entry !== false);
  if (entries.length === 0) return null;
  return <Menu label="More actions" icon="more-horizontal" iconOnly align="end">{entries.map((entry) => <li key={entry.key}>{entry}</li>)}</Menu>;
}

/** The dialogs behind those actions; `candidates` are loaded for a delivery manager only. */
export function HandoverDialogs({ head, candidates }: { head: HandoverHead; candidates: Candidates | null }) {
  const { moves, powers } = head.viewer;
  const seen = { id: head.id, revision: head.revision };
  return (
    <>
      {moves.close === null && (
        <Dialog id={CLOSE} title={`Close ${handoverNumber(head.number)}`} description="Afterwards it can only be read. This cannot be undone.">
          <ActionForm action={closeHandoverAction} input={seen} prefix="close" submit="Close the handover" variant="danger" done="The handover is closed." dialog={CLOSE}>
            <RadioGroup
              id="close-outcome" name="outcome" label="How did it end?" look="cards" defaultValue={head.status === "IN_DELIVERY" ? "COMPLETED" : null}
              options={[{ value: "COMPLETED", label: "Completed", hint: "The work is done." }, { value: "CANCELLED", label: "Cancelled", hint: "It will not be done." }]}
            />
            <Field id="close-reason" label="Reason" optional hint="Say why when it is cancelled.">
              {(control) => <TextArea {...control} name="reason" rows={3} />}
            </Field>
          </ActionForm>
        </Dialog>
      )}
      {moves.withdraw === null && (
        <Dialog id={WITHDRAW} title={`Withdraw ${handoverNumber(head.number)}`} description="It is taken back for good, and everybody who holds a key is told. This cannot be undone.">
          <ActionForm action={withdrawHandoverAction} input={seen} prefix="withdraw" submit="Withdraw for good" variant="danger" icon="ban" done="The handover is withdrawn." dialog={WITHDRAW}>
            <Field id="withdraw-reason" label="Reason">{(control) => <TextArea {...control} name="reason" rows={3} />}</Field>
          </ActionForm>
        </Dialog>
      )}
      {powers.reassign === null && candidates && <Reassign head={head} candidates={candidates} />}
    </>
  );
}

/** Another PM or lead, with what each holds now (P1.6, P4.8). Whoever comes new decides anew, with the full time. */
function Reassign({ head, candidates }: { head: HandoverHead; candidates: Candidates }) {
  return (
    <Dialog id={REASSIGN} size="lg" title="Re-assign" description="Whoever comes new decides for themselves, with the full time.">
      <div className="space-y-8">
        <ActionForm action={reassignPmAction} input={{ id: head.id }} prefix="pm" submit="Make PM" done="The PM has changed." dialog={REASSIGN}>
          <People id="pm-pmId" name="pmId" label={`PM, instead of ${head.pm?.name ?? "nobody"}`} people={candidates.pms} />
          <Reason id="pm-reason" />
        </ActionForm>
        {candidates.leads.map(({ teamId, team, current, people }) => (
          <ActionForm key={teamId} action={reassignLeadAction} input={{ id: head.id, teamId }} prefix={`lead-${teamId}`} submit={`Make ${team} team lead`} done={`The ${team} team lead has changed.`} dialog={REASSIGN}>
            <People id={`lead-${teamId}-leadId`} name="leadId" label={`${team} team lead, instead of ${current ?? "nobody"}`} people={people} />
            <Reason id={`lead-${teamId}-reason`} />
          </ActionForm>
        ))}
      </div>
    </Dialog>
  );
}

function People({ id, name, label, people }: { id: string; name: string; label: string; people: readonly Candidate[] }) {
  const hint = people.length === 0 ? "Nobody else in the team can take it." : "The fewer they hold, the higher they stand.";
  return (
    <Field id={id} label={label} hint={hint}>
      {(control) => (
        <Select
          {...control} name={name} placeholder="Choose a person"
          options={people.map((one) => ({ value: one.id, label: `${one.name}: holds ${one.load} of ${one.cap}${one.load >= one.cap ? ", has no room" : ""}` }))}
        />
      )}
    </Field>
  );
}

const Reason = ({ id }: { id: string }) => (
  <Field id={id} label="Reason">{(control) => <TextArea {...control} name="reason" rows={2} />}</Field>
);
