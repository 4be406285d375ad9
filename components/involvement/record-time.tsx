import type { FormState } from "@/lib/http/form";
import { minutesText } from "@/lib/involvement/format";
import { dayIn } from "@/lib/platform/time";
import { FoldForm } from "./fold-form";

type RecordTimeProps = {
  id: string;
  /** Made with the page, so that a repeat has one effect. */
  entryId: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  now: Date; zone: string; spentMinutes: number; capMinutes: number;
};

/** P5.5: time spent, as long as the agreed time lasts. */
export function RecordTime({ id, entryId, action, now, zone, spentMinutes, capMinutes }: RecordTimeProps) {
  const today = dayIn(zone, now);
  return (
    <FoldForm
      key={entryId} id="time" label="Record time" icon="timer" confirm="Record" action={action} fields={{ id, entryId }} done="Recorded"
      description={`${minutesText(spentMinutes)} of ${minutesText(capMinutes)} so far.`}
      asked={[
        { name: "minutes", label: "Time spent", type: "number", unit: "minutes" },
        { name: "workedOn", label: "On", type: "date", defaultValue: today, max: today },
        { name: "note", label: "What for", type: "area", optional: true },
      ]}
    />
  );
}
