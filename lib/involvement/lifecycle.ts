import type { Refusal } from "@/lib/platform/errors";
import type { InvolvementState } from "@/lib/platform/generated/enums";
import { INVOLVEMENT_STATES } from "./format";

type Move = { from: readonly InvolvementState[]; to: InvolvementState; rule: string };

/** The whole life of a request: what was answered, declined or withdrawn stays so (P5.4). The trigger guard_involvement keeps the same. */
export const INVOLVEMENT_MOVES = {
  accept: { from: ["REQUESTED"], to: "ACCEPTED", rule: "P6.4" },
  answer: { from: ["REQUESTED", "ACCEPTED"], to: "ANSWERED", rule: "P6.4" },
  decline: { from: ["REQUESTED", "ACCEPTED"], to: "DECLINED", rule: "P5.4" },
  withdraw: { from: ["REQUESTED", "ACCEPTED"], to: "WITHDRAWN", rule: "P6.4" },
} as const satisfies Record<string, Move>;

export type InvolvementMove = keyof typeof INVOLVEMENT_MOVES;

/** Why a request cannot make this move from its state, or null. Who may is policy.ts's question. */
export function involvementMoveRefusal(move: InvolvementMove, state: InvolvementState): Refusal | null {
  const { from, rule }: Move = INVOLVEMENT_MOVES[move];
  if (from.includes(state)) return null;
  return { code: "CONFLICT", rule, reason: `Not possible: the request is ${INVOLVEMENT_STATES[state].label.toLowerCase()}.` };
}
