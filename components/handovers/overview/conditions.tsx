import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { meetConditionAction } from "@/lib/handovers/actions";
import { dayText } from "@/lib/handovers/format";
import type { ConditionLine } from "@/lib/handovers/queries/ledger";
import { ActionForm } from "./action-form";

/** What the acceptances still ask for, each with owner and date (P1.7). */
export function Conditions({ id, conditions }: { id: string; conditions: readonly ConditionLine[] }) {
  return (
    <Section title="Conditions of the acceptance">
      <ul className="divide-y divide-line border-y border-line">
        {conditions.map((one) => (
          <li key={one.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-64">
              <p className="whitespace-pre-line">{one.text}</p>
              <p className="text-ink-2">{one.owner}, by {dayText(one.dueOn)}{one.about && `, about “${one.about}”`}</p>
            </div>
            {one.state === "MET"
              ? <Status tone="success" icon="circle-check">{one.metBy ? `Met, says ${one.metBy}` : "Met"}</Status>
              : one.refusal === null
                ? <ActionForm action={meetConditionAction} input={{ id, conditionId: one.id }} submit="It is met" variant="secondary" size="sm" icon="check" done="The condition is met." className="contents" />
                : <Status tone="info" icon="circle-dot">Open</Status>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
