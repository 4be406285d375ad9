import { DescriptionList } from "@/components/ui/description-list";
import { moneyText } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import { dateText } from "@/components/ui/time-text";
import { DECLINE_REASONS, minutesText } from "@/lib/involvement/format";
import { cancelTrialAction } from "@/lib/trials/actions";
import { STOPPED, TRIAL_OUTCOMES, TRIAL_STATES } from "@/lib/trials/format";
import type { DealTrial } from "@/lib/trials/queries/of-deal";
import { Fold } from "./deal-requests";
import { FoldForm } from "./fold-form";

type DealTrialsProps = { trials: readonly DealTrial[]; mayCancel: boolean; now: Date };
const CANCELLABLE = ["REQUESTED", "APPROVED", "RUNNING"];

/** Every trial task of a deal (P6.5). */
export function DealTrials({ trials, mayCancel, now }: DealTrialsProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {trials.map((trial) => {
        const look = trial.state === "RUNNING" && trial.stoppedAt ? STOPPED : TRIAL_STATES[trial.state];
        return (
          <li key={trial.id}>
            <Fold
              state={<Status tone={look.tone} icon={look.icon}>{look.label}</Status>} title={trial.purpose} granted={trial.grantId !== null}
              detail={<>{trial.developer.name} for {trial.team.name}, reviewed by {trial.lead.name} · due {dateText(trial.dueOn, "UTC", now)}</>}
            >
              <Content trial={trial} />
              {mayCancel && CANCELLABLE.includes(trial.state) && (
                <FoldForm id={`cancel-${trial.id}`} label="Cancel" icon="undo" confirm="Cancel the trial task" danger done="Cancelled" action={cancelTrialAction} fields={{ id: trial.id }} asked={[{ name: "reason", label: "Why", type: "area" }]} />
              )}
            </Fold>
          </li>
        );
      })}
    </ul>
  );
}

function Content({ trial }: { trial: DealTrial }) {
  const text = (value: string) => <span className="whitespace-pre-line">{value}</span>;
  return (
    <DescriptionList
      items={[
        { term: "Scope", detail: text(trial.scope) },
        { term: "Before it starts", detail: text(trial.entryCriteria) },
        { term: "It is done when", detail: text(trial.exitCriteria) },
        { term: "Time", detail: `${minutesText(trial.spentMinutes)} of at most ${minutesText(trial.capMinutes)}` },
        ...(trial.priceMinor === null ? [] : [{ term: "Price", detail: trial.priceMinor === 0 ? "Free" : moneyText(trial.priceMinor, trial.currency) }]),
        { term: "Allowed because", detail: trial.why },
        ...(trial.result ? [{ term: "Result", detail: text(trial.result) }] : []),
        ...(trial.outcome ? [{ term: "Evaluated", detail: text(`${TRIAL_OUTCOMES[trial.outcome]}. ${trial.evaluation}`) }] : []),
        ...(trial.declineReason ? [{ term: "Declined", detail: `${DECLINE_REASONS[trial.declineReason]}${trial.note ? `: ${trial.note}` : ""}` }] : trial.note ? [{ term: "Cancelled", detail: trial.note }] : []),
      ]}
    />
  );
}
