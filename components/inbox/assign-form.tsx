import { useState } from "react";
import { Field } from "@/components/form/field";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { assignKeysAction } from "@/lib/inbox/actions";
import type { Named } from "@/lib/inbox/queries/around";
import type { KeyOfRow } from "./rows";
import { tellEach } from "./run";

type AssignFormProps = { keys: readonly KeyOfRow[]; people: readonly (Named & { roles: string })[]; onDone: () => void; onClose: () => void };

/** Gives keys to somebody else, by a manager of their team (P1.6). Each key keeps its own rules, and is told of by itself. */
export function AssignForm({ keys, people, onDone, onClose }: AssignFormProps) {
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<{ userId?: string; reason?: string }>({});

  async function send(form: FormData) {
    const [userId, reason] = [String(form.get("userId") ?? ""), String(form.get("reason") ?? "")];
    const wrong = { ...(userId === "" && { userId: "Choose who decides." }), ...(reason.trim() === "" && { reason: "Say why, for the history." }) };
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    const done = await tellEach(() => assignKeysAction({ keys: keys.map(({ id, keyId }) => ({ id, keyId })), userId, reason }), { done: "Assigned. They decide now." });
    setBusy(false);
    if (done) onDone();
  }

  return (
    <form noValidate className="space-y-5" onSubmit={(event) => { event.preventDefault(); void send(new FormData(event.currentTarget)); }}>
      <Field id="assign-to" label="Who decides" error={errors.userId}>
        {(control) => <Select {...control} name="userId" placeholder="Choose a person" options={people.map(({ id, name, roles }) => ({ value: id, label: `${name}, ${roles}` }))} />}
      </Field>
      <Field id="assign-reason" label="Why" error={errors.reason}>
        {(control) => <TextArea {...control} name="reason" rows={2} />}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" icon="user-plus" pending={busy}>Assign</Button>
        <Button variant="ghost" onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
