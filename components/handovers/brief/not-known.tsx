import { Select } from "@/components/form/select";
import { DateInput, TextArea } from "@/components/form/text-input";
import { Icon } from "@/components/ui/icon";
import type { BriefAnswer, BriefChoices } from "@/lib/handovers/queries/brief";
import type { Names } from "./answer-control";

type NotKnownProps = { id: string; answer: BriefAnswer | null; choices: BriefChoices; names: Names };

const SUMMARY = "inline-flex min-h-6 items-center gap-1 rounded-sm text-sm text-ink-2 hover:text-ink pointer-coarse:min-h-11";

/** The two honest ways not to answer (P1.4): not known yet, with owner, date and risk; not applicable, with the reason. */
export function NotKnown({ id, answer, choices, names }: NotKnownProps) {
  const { state, unknown, reason } = answer ?? {};
  const owner = unknown?.ownerId ?? "";
  const owners = [...choices.people, ...(owner && !choices.people.some((one) => one.id === owner) ? [{ id: owner, name: names[owner] ?? "Somebody who is gone" }] : [])];
  return (
    <div className="flex flex-wrap items-start gap-x-5">
      <details className="disclosure open:w-full" open={state === "UNKNOWN"}>
        <summary className={SUMMARY}><Icon name="chevron-right" size={14} className="chevron" />Don’t know yet</summary>
        <div className="mt-1 grid gap-3 border-s-2 border-line py-1 ps-3 sm:grid-cols-2">
          <div className="sm:col-span-2">
            <label className="flex min-h-8 items-start gap-2.5 py-1">
              <input type="checkbox" className="choice" data-part="isUnknown" name={`${id}:unknown`} aria-describedby={`${id}-unknown-hint`} defaultChecked={state === "UNKNOWN"} />
              <span>We do not know this yet</span>
            </label>
            <p id={`${id}-unknown-hint`} className="text-sm text-ink-2">It counts as answered once it says who finds out, by when, and the risk until then.</p>
          </div>
          <label className="grid gap-1 text-sm">Who finds out
            <Select data-part="owner" name={`${id}:owner`} placeholder="" defaultValue={owner} options={owners.map((one) => ({ value: one.id, label: one.name }))} />
          </label>
          <label className="grid gap-1 text-sm">By when<DateInput data-part="due" name={`${id}:due`} defaultValue={unknown?.due ?? ""} /></label>
          <label className="grid gap-1 text-sm sm:col-span-2">The risk until then
            <TextArea data-part="risk" name={`${id}:risk`} rows={2} className="!min-h-0" defaultValue={unknown?.risk ?? ""} />
          </label>
        </div>
      </details>
      <details className="disclosure open:w-full" open={state === "NOT_APPLICABLE"}>
        <summary className={SUMMARY}><Icon name="chevron-right" size={14} className="chevron" />Not applicable</summary>
        <div className="mt-1 grid gap-3 border-s-2 border-line py-1 ps-3">
          <label className="flex min-h-8 items-start gap-2.5 py-1">
            <input type="checkbox" className="choice" data-part="isNotApplicable" name={`${id}:na`} defaultChecked={state === "NOT_APPLICABLE"} />
            <span>This does not apply here</span>
          </label>
          <label className="grid gap-1 text-sm">Why not<TextArea data-part="reason" name={`${id}:reason`} rows={2} className="!min-h-0" defaultValue={reason ?? ""} /></label>
        </div>
      </details>
    </div>
  );
}
