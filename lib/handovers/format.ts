import type { Complexity, HandoverStatus, KeyRole, KeyState, PromiseContract, PromiseStatus, ReturnReason } from "@/lib/platform/generated/enums";

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
