import { DescriptionList } from "@/components/ui/description-list";
import { moneyText } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import { dateText } from "@/components/ui/time-text";
import { minutesText } from "@/lib/involvement/format";
import { cancelTrialAction } from "@/lib/trials/actions";
import type { DealTrial } from "@/lib/trials/queries/of-deal";
import { Fold } from "./deal-requests";
import { FoldForm } from "./fold-form";
import { agreedTerms, endTerms, trialLook } from "./trial-terms";

type DealTrialsProps = { trials: readonly DealTrial[]; mayCancel: boolean; now: Date };
const CANCELLABLE = ["REQUESTED", "APPROVED", "RUNNING"];

/** Every trial task of a deal (P6.5). */
export function DealTrials({ trials, mayCancel, now }: DealTrialsProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {trials.map((trial) => {
        const look = trialLook(trial);
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
  return (
    <DescriptionList
      items={[
        ...agreedTerms(trial),
        { term: "Time", detail: `${minutesText(trial.spentMinutes)} of at most ${minutesText(trial.capMinutes)}` },
        ...(trial.priceMinor === null ? [] : [{ term: "Price", detail: trial.priceMinor === 0 ? "Free" : moneyText(trial.priceMinor, trial.currency) }]),
        { term: "Allowed because", detail: trial.why },
        ...endTerms(trial),
      ]}
    />
  );
}
