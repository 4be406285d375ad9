import type { DeclineReason, TrialOutcome, TrialState } from "@/lib/platform/generated/enums";
import { DECLINE_REASONS } from "@/lib/involvement/format";
import { STOPPED, TRIAL_OUTCOMES, TRIAL_STATES } from "@/lib/trials/format";

type TrialWords = {
  scope: string; entryCriteria: string; exitCriteria: string; result: string; outcome: TrialOutcome | null; evaluation: string;
  declineReason: DeclineReason | null; note: string;
};

/** How a trial task stands, in an icon and a word; one that runs past its cap is stopped. */
export const trialLook = ({ state, stoppedAt }: { state: TrialState; stoppedAt: unknown }) => (state === "RUNNING" && stoppedAt ? STOPPED : TRIAL_STATES[state]);

const lines = (value: string) => <span className="whitespace-pre-line">{value}</span>;

/** What was agreed, as terms of a `DescriptionList`. */
export const agreedTerms = (trial: Pick<TrialWords, "scope" | "entryCriteria" | "exitCriteria">) => [
  { term: "Scope", detail: lines(trial.scope) },
  { term: "Before it starts", detail: lines(trial.entryCriteria) },
  { term: "It is done when", detail: lines(trial.exitCriteria) },
];

/** What came of it; nothing while it is open. */
export const endTerms = (trial: Pick<TrialWords, "result" | "outcome" | "evaluation" | "declineReason" | "note">) => [
  ...(trial.result ? [{ term: "Result", detail: lines(trial.result) }] : []),
  ...(trial.outcome ? [{ term: "Evaluated", detail: lines(`${TRIAL_OUTCOMES[trial.outcome]}. ${trial.evaluation}`) }] : []),
  ...(trial.declineReason
    ? [{ term: "Declined", detail: `${DECLINE_REASONS[trial.declineReason]}${trial.note ? `: ${trial.note}` : ""}` }]
    : trial.note ? [{ term: "Cancelled", detail: trial.note }] : []),
];
