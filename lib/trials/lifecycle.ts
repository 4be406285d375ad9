import type { Refusal } from "@/lib/platform/errors";
import type { TrialState } from "@/lib/platform/generated/enums";
import type { InvolvementCaps } from "@/lib/policies/schema";
import { TRIAL_STATES } from "./format";

type Move = { from: readonly TrialState[]; to: TrialState; rule: string };

/** The whole life of a trial task (P6.5). The trigger guard_trial keeps the same. */
export const TRIAL_MOVES = {
  approve: { from: ["REQUESTED"], to: "APPROVED", rule: "P6.5" },
  start: { from: ["APPROVED"], to: "RUNNING", rule: "P6.5" },
  deliver: { from: ["RUNNING"], to: "DELIVERED", rule: "P6.5" },
  evaluate: { from: ["DELIVERED"], to: "EVALUATED", rule: "P6.5" },
  decline: { from: ["REQUESTED", "APPROVED"], to: "DECLINED", rule: "P5.4" },
  cancel: { from: ["REQUESTED", "APPROVED", "RUNNING"], to: "CANCELLED", rule: "P6.5" },
} as const satisfies Record<string, Move>;

export type TrialMove = keyof typeof TRIAL_MOVES;

export type TrialStanding = { state: TrialState; stoppedAt: Date | null };

/** Why a trial task cannot make this move as it stands, or null. Who may is policy.ts's question. */
export function trialMoveRefusal(move: TrialMove, { state, stoppedAt }: TrialStanding): Refusal | null {
  const { from, rule }: Move = TRIAL_MOVES[move];
  if (!from.includes(state)) return { code: "CONFLICT", rule, reason: `Not possible: the trial task is ${TRIAL_STATES[state].label.toLowerCase()}.` };
  if (move === "deliver" && stoppedAt !== null) return stoppedRefusal();
  return null;
}

/** P6.5: hours over the cap stop it. */
export const stoppedRefusal = (): Refusal => ({ code: "CONFLICT", rule: "P6.5", reason: "The hours are over the cap: the trial task has stopped until its lead approves more." });

/** P6.5: why another one cannot start now, or null. How many may is policy (B6). */
export const runningRefusal = (running: number, developer: string, { trialsRunning: atMost }: Pick<InvolvementCaps, "trialsRunning">): Refusal | null =>
  running < atMost ? null
    : { code: "CONFLICT", rule: "P6.5", reason: `${NUMBERS[running] ?? String(running)} trial ${running === 1 ? "task" : "tasks"} of ${developer} ${running === 1 ? "is" : "are"} running, which is the most. One has to be delivered or cancelled first.` };

const NUMBERS: Record<number, string> = { 1: "One", 2: "Two", 3: "Three" };
