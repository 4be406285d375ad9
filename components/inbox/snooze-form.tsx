import { useState } from "react";
import { Field } from "@/components/form/field";
import { DateInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { absoluteTime } from "@/components/ui/time-text";
import type { KeyOfRow } from "./rows";
import { snooze } from "./run";

/** Until when: one press for the usual answers, or a day. What a day means is counted in the person's own calendar. */
export function SnoozeForm({ keys, zone, onDone }: { keys: readonly KeyOfRow[]; zone: string; onDone: () => void }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function until(day: string) {
    setBusy(true);
    const done = await snooze(keys, day, (at) => absoluteTime(new Date(at), zone));
    setBusy(false);
    if (done) onDone();
  }

  return (
    <form
      className="space-y-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const day = new FormData(event.currentTarget).get("until");
        if (typeof day === "string" && day !== "") void until(day);
        else setError("Enter the day on which it comes back.");
      }}
    >
      <div className="flex flex-wrap gap-2">
        <Button icon="clock" disabled={busy} onClick={() => void until("tomorrow")}>Tomorrow</Button>
        <Button icon="calendar" disabled={busy} onClick={() => void until("monday")}>Monday</Button>
      </div>
      <div className="flex flex-wrap items-end gap-2">
        <Field id="snooze-until" label="Or until a day" error={error}>
          {(control) => <DateInput {...control} name="until" onChange={() => setError(undefined)} className="!w-auto" />}
        </Field>
        <Button type="submit" pending={busy}>Snooze</Button>
      </div>
    </form>
  );
}
