import type { Complexity, HandoverStatus, KeyRole, KeyState, PromiseContract, PromiseStatus, ReturnReason } from "@/lib/platform/generated/enums";
import { dateFormat } from "@/lib/platform/intl";

type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** How each state of a handover is shown: a word, and an icon and a tone that only repeat it. */
export const STATUS_LOOK = {
  DRAFT: { label: "Draft", icon: "circle-dashed", tone: "neutral" },
  SUBMITTED: { label: "Submitted", icon: "send", tone: "info" },
  RETURNED: { label: "Returned", icon: "corner-up-left", tone: "warning" },
  ACCEPTED: { label: "Accepted", icon: "circle-check", tone: "success" },
  IN_DELIVERY: { label: "In delivery", icon: "play", tone: "success" },
  CLOSED: { label: "Closed", icon: "archive", tone: "neutral" },
  WITHDRAWN: { label: "Withdrawn", icon: "ban", tone: "neutral" },
} as const satisfies Record<HandoverStatus, { label: string; icon: string; tone: Tone }>;

export const COMPLEXITY_LOOK = {
  SIMPLE: { label: "Simple", tone: "neutral" },
  STANDARD: { label: "Standard", tone: "info" },
  COMPLEX: { label: "Complex", tone: "warning" },
} as const satisfies Record<Complexity, { label: string; tone: Tone }>;

export const KEY_STATE_LOOK = {
  OPEN: { label: "Open", icon: "circle-dot", tone: "info" },
  ACCEPTED: { label: "Accepted", icon: "circle-check", tone: "success" },
  RETURNED: { label: "Returned", icon: "corner-up-left", tone: "warning" },
} as const satisfies Record<KeyState, { label: string; icon: string; tone: Tone }>;

/** The codes of a return (P1.8), as people choose them. */
export const RETURN_REASONS = {
  MISSING: "Missing",
  UNCLEAR: "Unclear",
  CONTRADICTORY: "Contradicts something else",
  WRONG_ESTIMATE: "The estimate does not fit",
  UNRECONCILED_PROMISE: "A promise is not reconciled with the contract",
  WRONG_PEOPLE: "The wrong people",
  UNREALISTIC_DATE: "The date is not realistic",
  OUT_OF_SCOPE: "Outside of the scope",
} as const satisfies Record<ReturnReason, string>;

/** Where a promise stands against the contract (P8.2). */
export const PROMISE_CONTRACT_LOOK = {
  IN_CONTRACT: { label: "In the contract", icon: "circle-check", tone: "success" },
  TO_RENEGOTIATE: { label: "To renegotiate", icon: "scale", tone: "warning" },
  DECLINED: { label: "Declined", icon: "ban", tone: "neutral" },
} as const satisfies Record<PromiseContract, { label: string; icon: string; tone: Tone }>;

export const PROMISE_STATUS_LOOK = {
  OPEN: { label: "Open", icon: "circle-dot", tone: "info" },
  KEPT: { label: "Kept", icon: "handshake", tone: "success" },
  BROKEN: { label: "Broken", icon: "circle-x", tone: "danger" },
} as const satisfies Record<PromiseStatus, { label: string; icon: string; tone: Tone }>;

/** The readable number of a handover: `HO-12`. */
export const handoverNumber = (number: number): string => `HO-${number}`;

/** What a key is called: "PM", "HubSpot team lead". */
export const keyName = (role: KeyRole, team: string | null): string => (role === "PM" ? "PM" : `${team ?? ""} team lead`.trim());

/** Business minutes as people say them: "40 min", "6 h", "6 h 20 min". */
export function hoursText(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 || hours >= 10 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** What is left of a clock (B5), in business minutes of the person who must act, and how it is shown. */
export function remainingLook({ minutes, of }: { minutes: number; of: number }): { text: string; icon: "alarm-clock" | "clock"; tone: Tone } {
  if (minutes <= 0) return { text: minutes > -1 ? "Due now" : `${hoursText(-minutes)} over`, icon: "alarm-clock", tone: "danger" };
  const used = of > 0 ? 1 - minutes / of : 0;
  return { text: `${hoursText(minutes)} left`, icon: "clock", tone: used >= 0.8 ? "danger" : used >= 0.5 ? "warning" : "neutral" };
}

/** Where a key is decided. */
export const reviewPath = (id: string, keyId: string): string => `/handovers/${id}/review?key=${keyId}`;

/** A day as people read it, whatever their zone: "2026-11-22" is "22 November 2026". */
export const dayText = (day: string): string =>
  dateFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** The views of one handover, as they stand in the address; versions have a page of their own. */
export const HANDOVER_TABS = {
  overview: "Overview", brief: "Brief", "first-call": "First call", checklist: "Checklist", promises: "Promises", history: "History",
} as const;
export type HandoverTab = keyof typeof HANDOVER_TABS;
export const isHandoverTab = (tab: string | undefined): tab is HandoverTab => tab !== undefined && tab in HANDOVER_TABS;

/** P4.9 in words: "Filled in by the portal: 21 answers, 4 of them changed since. Typed: 39." */
export function effortWords({ prefilledStayed, prefilledChanged, typed }: { prefilledStayed: number; prefilledChanged: number; typed: number }): string {
  const filled = prefilledStayed + prefilledChanged;
  const changed = prefilledChanged === 0 ? "none of them changed since" : `${prefilledChanged} of them changed since`;
  return `Filled in by the portal: ${filled} ${filled === 1 ? "answer" : "answers"}${filled === 0 ? "" : `, ${changed}`}. Typed: ${typed}.`;
}
