import type { Refusal } from "@/lib/platform/errors";
import type { MeetingPreference } from "@/lib/platform/generated/enums";

/** Of somebody who prefers short calls, how long a call is at most, in minutes. */
export const SHORT_CALL_MINUTES = 15;

/** P4.4: what a call costs our side, in person-minutes: the person asked and the seller. */
export const meetingCost = (minutes: number, people = 2): number => minutes * people;

/** The same in words, and what is cheaper. */
export const meetingCostText = (minutes: number): string =>
  `A call of ${minutes} minutes with two of our people costs ${meetingCost(minutes)} person-minutes. A written answer comes first.`;

/** How somebody wants to be asked, as the seller reads it; empty where they have no preference. */
export const PREFERENCE_WORDS = {
  IN_WRITING: "prefers to be asked in writing",
  SHORT_CALLS: `takes calls of at most ${SHORT_CALL_MINUTES} minutes`,
  NO_CLIENT_CALLS: "takes no calls with clients",
  ANY: "",
} as const satisfies Record<MeetingPreference, string>;

/** P4.4: why this call cannot be asked of this person, or null: their preference is honoured, and writing comes first. */
export function callRefusal(
  call: { minutes: number; withClient: boolean; whyCall: string }, { name, preference, callMinutes }: { name: string; preference: MeetingPreference; /** By the traction rubric. */ callMinutes: number },
): (Refusal & { field: string }) | null {
  if (preference === "IN_WRITING") return no("kind", `${name} prefers to be asked in writing. Ask for a written answer.`);
  if (preference === "NO_CLIENT_CALLS" && call.withClient) return no("withClient", `${name} takes no calls with clients. Ask for a call without the client, or for a written answer.`);
  if (preference === "SHORT_CALLS" && call.minutes > SHORT_CALL_MINUTES) return no("minutes", `${name} takes calls of at most ${SHORT_CALL_MINUTES} minutes. Ask for a shorter call, or for a written answer.`);
  if (call.minutes > callMinutes) return no("minutes", `A call before the contract is at most ${callMinutes} minutes. Ask for a shorter one, or for a written answer.`);
  if (call.whyCall.trim() === "") return no("whyCall", "Say why a written answer will not do.");
  return null;
}

const no = (field: string, reason: string) => ({ code: "INVALID" as const, rule: "P4.4", reason, field });
