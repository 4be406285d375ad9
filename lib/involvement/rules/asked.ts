import { isOpen } from "@/lib/deals/lifecycle";
import type { DealStage, InvolvementState, TrialState } from "@/lib/platform/generated/enums";

/** Where something asked of somebody stands for them: to be decided, in work, with somebody else, or done. */
export const ASKED_GROUPS = { decide: "To decide", work: "In work", wait: "With others", done: "Done" } as const;
export type AskedGroup = keyof typeof ASKED_GROUPS;

/** Of a request: what nobody waits for any more is done. */
export function requestGroup({ state, stage }: { state: InvolvementState; stage: DealStage }): AskedGroup {
  if (state === "REQUESTED") return isOpen(stage) ? "decide" : "done";
  if (state === "ACCEPTED") return isOpen(stage) || stage === "WON" ? "work" : "done";
  return "done";
}

/** Of a trial task, for its lead or its developer: each decides what is theirs, and knows what waits for the other. */
export function trialGroup({ state, stoppedAt, stage, as }: { state: TrialState; stoppedAt: Date | null; stage: DealStage; as: "lead" | "developer" }): AskedGroup {
  switch (state) {
    case "REQUESTED": return !isOpen(stage) ? "done" : as === "lead" ? "decide" : "wait";
    case "APPROVED": return !isOpen(stage) ? "done" : as === "developer" ? "decide" : "wait";
    case "RUNNING": return stoppedAt !== null ? (as === "lead" ? "decide" : "wait") : as === "developer" ? "work" : "wait";
    case "DELIVERED": return as === "lead" ? "decide" : "wait";
    case "EVALUATED": case "DECLINED": case "CANCELLED": return "done";
  }
}
