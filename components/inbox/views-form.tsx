import { useState } from "react";
import { Field } from "@/components/form/field";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/make-action";
import { deleteViewAction, saveViewAction, shareViewAction } from "@/lib/inbox/actions";
import { inboxHref, type InboxFilters } from "@/lib/inbox/format";
import type { Around, SavedView } from "@/lib/inbox/queries/around";
import { refreshInbox } from "./refresh";

type ViewsFormProps = { filters: InboxFilters; around: Pick<Around, "saved" | "teams">; onClose: () => void };

const OFFLINE = { ok: false, code: "UNAVAILABLE", message: "The portal cannot be reached. Nothing was saved; try again in a moment." } as const;

/** Saves what is shown now as a view, and shares or deletes those that there are. */
export function ViewsForm({ filters, around: { saved, teams }, onClose }: ViewsFormProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function run(act: () => Promise<ActionResult<unknown>>, words: string): Promise<boolean> {
    setBusy(true);
    const result = await act().catch(() => OFFLINE);
    setBusy(false);
    if (!result.ok) setError(result.message);
    else {
      toast(words);
      refreshInbox();
    }
    return result.ok;
  }

  async function save(form: FormData) {
    const [name, team] = [String(form.get("name") ?? ""), String(form.get("team") ?? "")];
    if (name.trim() === "") return setError("Enter a name for the view.");
    if (await run(() => saveViewAction({ name, filters, teamId: team === "" ? null : team }), "The view is saved.")) onClose();
  }

  const shared = [{ value: "", label: "Only me" }, ...teams.map(({ id, name }) => ({ value: id, label: `Team ${name}` }))];
  return (
    <div className="space-y-6">
      <form noValidate className="space-y-4" onSubmit={(event) => { event.preventDefault(); void save(new FormData(event.currentTarget)); }}>
        <Field id="view-name" label="Name" error={error}>
          {(control) => <TextInput {...control} name="name" maxLength={60} onChange={() => setError(undefined)} />}
        </Field>
        <Field id="view-team" label="Who sees it">
          {(control) => <Select {...control} name="team" options={shared} />}
        </Field>
        <Button type="submit" variant="primary" icon="bookmark" pending={busy}>Save this view</Button>
      </form>
      {saved.length > 0 && (
        <ul aria-label="Saved views" className="divide-y divide-line border-t border-line">
          {saved.map((view) => (
            <li key={view.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <span className="min-w-0">
                <a href={inboxHref(view.filters)} className="link [overflow-wrap:anywhere]">{view.name}</a>
                <span className="block text-sm text-ink-2">{whose(view)}</span>
              </span>
              <span className="flex flex-wrap items-center gap-2">
                {view.isMine && (
                  <Select
                    aria-label={`Who sees ${view.name}`} options={shared} defaultValue={view.team?.id ?? ""} disabled={busy} className="!w-auto"
                    onChange={(event) => { const { value } = event.currentTarget; void run(() => shareViewAction({ id: view.id, teamId: value === "" ? null : value }), value === "" ? "Only you see it now." : "The view is shared."); }}
                  />
                )}
                {view.mayDelete && <Button size="sm" variant="ghost" icon="trash" disabled={busy} onClick={() => void run(() => deleteViewAction({ id: view.id }), "The view is deleted.")} aria-label={`Delete ${view.name}`}>Delete</Button>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function whose({ isMine, owner, team }: SavedView): string {
  if (isMine) return team ? `Yours, shared with ${team.name}` : "Yours";
  return `From ${owner}, for ${team?.name ?? ""}`;
}
