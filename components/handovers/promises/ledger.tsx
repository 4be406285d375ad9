import { Field } from "@/components/form/field";
import { Select } from "@/components/form/select";
import { DateInput, TextArea } from "@/components/form/text-input";
import { ActionForm } from "@/components/handovers/overview/action-form";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/banner";
import { Dialog, DialogButton } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import { updatePromiseAction } from "@/lib/handovers/actions";
import { PROMISE_TYPE_OPTIONS } from "@/lib/handovers/fields/promises";
import { dayText, PROMISE_CONTRACT_LOOK, PROMISE_STATUS_LOOK } from "@/lib/handovers/format";
import type { HandoverHead } from "@/lib/handovers/queries/handover";
import type { PromiseLine } from "@/lib/handovers/queries/ledger";
import { ContractStatus } from "./contract-list";

type LedgerProps = { head: HandoverHead; promises: readonly PromiseLine[]; owners: readonly { id: string; name: string }[] };

/** What the client was told, from the seller's word to the team's delivery (P8.2). The PM keeps it. */
export function Ledger({ head, promises, owners }: LedgerProps) {
  if (promises.length === 0) return <EmptyState icon="handshake">No promise was made outside of the contract.</EmptyState>;
  const refusal = head.viewer.powers.lead;
  return (
    <div className="max-w-reading space-y-4">
      {refusal && <Notice icon="lock">{refusal.reason}</Notice>}
      <ul className="divide-y divide-line border-y border-line">
        {promises.map((promise) => (
          <li key={promise.id} className="space-y-1 py-4">
            <div className="flex items-start justify-between gap-x-4">
              <p className="min-w-0 flex-1 text-md whitespace-pre-line [overflow-wrap:anywhere]">{promise.text}</p>
              {refusal === null && <DialogButton dialog={`promise-${promise.id}`} size="sm" icon="pencil">Update</DialogButton>}
            </div>
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <Status tone={PROMISE_STATUS_LOOK[promise.status].tone} icon={PROMISE_STATUS_LOOK[promise.status].icon}>{PROMISE_STATUS_LOOK[promise.status].label}</Status>
              <ContractStatus contract={promise.contract} />
              {promise.type && <Badge icon="tag">{PROMISE_TYPE_OPTIONS.find(({ value }) => value === promise.type)?.label ?? promise.type}</Badge>}
              <span className="text-ink-2">{[promise.owner && `${promise.owner} keeps it`, promise.dueOn && `until ${dayText(promise.dueOn)}`].filter(Boolean).join(", ") || "Nobody is named to keep it"}</span>
            </p>
            {promise.note && <p className="whitespace-pre-line text-ink-2">“{promise.note}”</p>}
            {refusal === null && <Edit head={head} promise={promise} owners={owners} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

const options = (looks: Record<string, { label: string }>) => Object.entries(looks).map(([value, { label }]) => ({ value, label }));

function Edit({ head, promise, owners }: { head: HandoverHead; promise: PromiseLine; owners: LedgerProps["owners"] }) {
  const dialog = `promise-${promise.id}`;
  const id = (name: string) => `${dialog}-${name}`;
  return (
    <Dialog id={dialog} title="Update the promise" description={promise.text.length > 160 ? `${promise.text.slice(0, 157)}…` : promise.text}>
      <ActionForm
        key={promise.revision}
        action={updatePromiseAction} input={{ id: head.id, promiseId: promise.id, revision: promise.revision }} nullable={["contract", "ownerId", "dueOn"]}
        prefix={dialog} submit="Save" done="The promise is updated." dialog={dialog}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field id={id("status")} label="Status">{(control) => <Select {...control} name="status" defaultValue={promise.status} options={options(PROMISE_STATUS_LOOK)} />}</Field>
          <Field id={id("contract")} label="In the contract?">{(control) => <Select {...control} name="contract" defaultValue={promise.contract ?? ""} placeholder="Not reconciled" options={options(PROMISE_CONTRACT_LOOK)} />}</Field>
          <Field id={id("ownerId")} label="Who keeps it">{(control) => <Select {...control} name="ownerId" defaultValue={promise.ownerId ?? ""} placeholder="Nobody yet" options={owners.map(({ id: value, name }) => ({ value, label: name }))} />}</Field>
          <Field id={id("dueOn")} label="Until when">{(control) => <DateInput {...control} name="dueOn" defaultValue={promise.dueOn ?? ""} />}</Field>
        </div>
        <Field id={id("note")} label="Note" optional>{(control) => <TextArea {...control} name="note" rows={3} defaultValue={promise.note} />}</Field>
      </ActionForm>
    </Dialog>
  );
}
