import { useEffect, useState } from "react";
import { Field } from "@/components/form/field";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { assignableAction, assignKeysAction } from "@/lib/inbox/actions";
import type { Assignable } from "@/lib/inbox/queries/assignable";
import type { KeyOfRow } from "./rows";
import { tellEach, unreachable } from "./run";

type AssignFormProps = { keys: readonly KeyOfRow[]; onDone: () => void; onClose: () => void };

/** Gives keys to somebody else, by a manager of their team (P1.6). Each key keeps its own rules, and is told of by itself. */
export function AssignForm({ keys, onDone, onClose }: AssignFormProps) {
  const [busy, setBusy] = useState(false);
  const [people, setPeople] = useState<readonly Assignable[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [errors, setErrors] = useState<{ userId?: string; reason?: string }>({});

  useEffect(() => {
    let isOpen = true;
    void assignableAction({ keyIds: keys.map(({ keyId }) => keyId) }).catch(() => unreachable).then((answer) => {
      if (!isOpen) return;
      if (answer.ok) setPeople(answer.data);
      else setProblem(answer.message);
    });
    return () => { isOpen = false; };
  }, [keys]);

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

  if (problem !== null || people?.length === 0)
    return <p role="status" className="text-ink-2">{problem ?? "Nobody else in the teams that you manage can take this: a PM's key goes to a PM, a lead's to a lead of the same team."}</p>;
  if (people === null) return <div role="status" aria-label="Looking who can take this" className="space-y-4"><Skeleton className="h-9 w-full" /><Skeleton className="h-16 w-full" /></div>;

  const labelOf = ({ name, roles, takes }: Assignable) => `${name}, ${roles}${takes < keys.length ? ` (can take ${takes} of ${keys.length})` : ""}`;
  return (
    <form noValidate className="space-y-5" onSubmit={(event) => { event.preventDefault(); void send(new FormData(event.currentTarget)); }}>
      <Field id="assign-to" label="Who decides" error={errors.userId}>
        {(control) => <Select {...control} name="userId" placeholder="Choose a person" options={people.map((one) => ({ value: one.id, label: labelOf(one) }))} />}
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
