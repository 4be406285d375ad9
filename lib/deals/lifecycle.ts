import type { Refusal } from "@/lib/platform/errors";
import type { DealStage } from "@/lib/platform/generated/enums";
import { STAGES } from "./format";

type Move = {
  from: readonly DealStage[];
  to: DealStage;
  /** On the button. */
  label: string;
  /** Whether it says why. */
  reason: "required" | "none";
};

const OPEN = ["PROSPECT", "QUALIFIED", "PROPOSAL"] as const;

/** The whole life of a deal: from which stage, to which. Winning is free of order: a small job is won in one talk. */
export const DEAL_MOVES = {
  qualify: { from: ["PROSPECT"], to: "QUALIFIED", label: "Qualify", reason: "none" },
  propose: { from: ["PROSPECT", "QUALIFIED"], to: "PROPOSAL", label: "Proposal sent", reason: "none" },
  /** With the signed date and its evidence (P1.1). */
  win: { from: OPEN, to: "WON", label: "Won", reason: "none" },
  /** The client said yes and has not signed: a sales manager approves the start at risk (P1.1). */
  approve: { from: OPEN, to: "WON", label: "Approve the start at risk", reason: "none" },
  /** Also a deal that was won by word only, and then not signed. */
  lose: { from: [...OPEN, "PARKED", "WON"], to: "LOST", label: "Lost", reason: "required" },
  park: { from: OPEN, to: "PARKED", label: "Park", reason: "required" },
  revive: { from: ["PARKED", "LOST"], to: "QUALIFIED", label: "Revive", reason: "required" },
} as const satisfies Record<string, Move>;

export type DealMove = keyof typeof DEAL_MOVES;
export const DEAL_MOVE_NAMES = Object.keys(DEAL_MOVES) as DealMove[];

export const isOpen = (stage: DealStage): boolean => (OPEN as readonly DealStage[]).includes(stage);

/** Why a deal cannot make this move from its stage, or null. Who may is policy.ts's question. */
export function moveRefusal(move: DealMove, deal: { stage: DealStage; signedOn: Date | null }): Refusal | null {
  const { from }: Move = DEAL_MOVES[move];
  if (!from.includes(deal.stage))
    return { code: "CONFLICT", rule: "P1.1", reason: `Not possible while the deal is ${STAGES[deal.stage].label.toLowerCase()}.` };
  if (move === "lose" && deal.stage === "WON" && deal.signedOn !== null)
    return { code: "CONFLICT", rule: "P1.1", reason: "The contract is signed: the deal stays won. Close its handover as cancelled instead." };
  return null;
}
