import type { Answer } from "@/lib/handovers/rules/answers";
import { saysSomething } from "@/lib/handovers/rules/answers";
import type { Refusal } from "@/lib/platform/errors";
import type { DealStage, HandoverStatus } from "@/lib/platform/generated/enums";
import { statusInWords } from "@/lib/handovers/lifecycle";

/** How a question stands: `known` is what client, deal or an earlier handover say already, without anybody asking. */
export type Standing = "notAsked" | "answered" | "unknown" | "notApplicable" | "known";

/** How an answer stands, or the lack of one; `isFilledIn` where a record filled it in, and nobody has touched it. */
export function standingOf(answer: Pick<Answer, "state" | "value"> | undefined, isFilledIn: boolean): Standing {
  if (!answer || (answer.state === "VALUE" && !saysSomething(answer.value))) return "notAsked";
  if (isFilledIn) return "known";
  return answer.state === "VALUE" ? "answered" : answer.state === "UNKNOWN" ? "unknown" : "notApplicable";
}

/** "9 of 14 asked", and how many of the others need no asking. */
export function countWords(standings: readonly Standing[]): string {
  const known = standings.filter((one) => one === "known").length;
  const asked = standings.filter((one) => one !== "notAsked" && one !== "known").length;
  return `${asked} of ${standings.length} asked${known > 0 ? `, ${known} known already` : ""}`;
}

/** Why discovery cannot be written now, whoever asks, or null: the deal is out of play, or its brief is with the reviewers. */
export function discoveryRefusal({ stage, handover }: { stage: DealStage; handover: { status: HandoverStatus } | null }): Refusal | null {
  if (stage === "LOST" || stage === "PARKED") return { code: "CONFLICT", rule: "P7.4", reason: `The deal is ${stage.toLowerCase()}: revive it to go on asking.` };
  if (handover && handover.status !== "DRAFT" && handover.status !== "RETURNED")
    return { code: "CONFLICT", rule: "B4", reason: `The answers are the brief's, which cannot be changed while the handover is ${statusInWords(handover.status)}.` };
  return null;
}
