import type { TrialOutcome, TrialState } from "@/lib/platform/generated/enums";

/** How a trial task stands: an icon and a word. */
export const TRIAL_STATES = {
  REQUESTED: { label: "Requested", icon: "circle-dashed", tone: "info" },
  APPROVED: { label: "Approved", icon: "circle", tone: "info" },
  RUNNING: { label: "Running", icon: "circle-dot", tone: "info" },
  DELIVERED: { label: "Delivered", icon: "circle-check", tone: "success" },
  EVALUATED: { label: "Evaluated", icon: "circle-check", tone: "success" },
  DECLINED: { label: "Declined", icon: "ban", tone: "neutral" },
  CANCELLED: { label: "Cancelled", icon: "archive", tone: "neutral" },
} as const satisfies Record<TrialState, { label: string; icon: string; tone: string }>;

/** Running, and past its cap: it waits for the lead. */
export const STOPPED = { label: "Stopped at its cap", icon: "circle-pause", tone: "warning" } as const;

/** What came of it, against the exit criteria. */
export const TRIAL_OUTCOMES = {
  MET: "The exit criteria are met",
  PARTLY: "The exit criteria are met in part",
  NOT_MET: "The exit criteria are not met",
} as const satisfies Record<TrialOutcome, string>;

export const outcomeWords = (outcome: TrialOutcome): string => TRIAL_OUTCOMES[outcome].charAt(0).toLowerCase() + TRIAL_OUTCOMES[outcome].slice(1);
