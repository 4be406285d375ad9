import type { DeclineReason, InvolvementKind, InvolvementState } from "@/lib/platform/generated/enums";

/** What delivery can be asked for while a deal is open, as traction allows it (P5.3). */
export type Asking = InvolvementKind | "TRIAL";

/** Each, in the words of the screens. There is none to review a contract (P4.4). */
export const ASKING = {
  WRITTEN: { label: "A written answer", short: "written answer", icon: "message-square" },
  CALL: { label: "A call", short: "call", icon: "phone" },
  ESTIMATE: { label: "An estimate", short: "estimate", icon: "list-checks" },
  TRIAL: { label: "A trial task", short: "trial task", icon: "timer" },
} as const satisfies Record<Asking, { label: string; short: string; icon: string }>;

/** What can be asked of one person: the same, and a lead's approval of estimates (P6.6). */
export const ASKED_THINGS = { ...ASKING, APPROVAL: { label: "An approval", short: "approval", icon: "shield-check" } } as const;
export type AskedThing = keyof typeof ASKED_THINGS;

/** How a request stands: an icon and a word. */
export const INVOLVEMENT_STATES = {
  REQUESTED: { label: "Asked", icon: "circle-dashed", tone: "info" },
  ACCEPTED: { label: "Accepted", icon: "circle-dot", tone: "info" },
  ANSWERED: { label: "Answered", icon: "circle-check", tone: "success" },
  DECLINED: { label: "Declined", icon: "ban", tone: "neutral" },
  WITHDRAWN: { label: "Withdrawn", icon: "archive", tone: "neutral" },
} as const satisfies Record<InvolvementState, { label: string; icon: string; tone: string }>;

/** P5.4: the codes of a decline, as the person chooses them. */
export const DECLINE_REASONS = {
  NO_TIME: "No time before the date",
  NOT_MY_FIELD: "Not my field",
  TOO_VAGUE: "Too vague to answer",
  TOO_EARLY: "Too early: the client has to decide first",
  ALREADY_WRITTEN: "Already written down elsewhere",
} as const satisfies Record<DeclineReason, string>;

/** As history says it: "no time before the date". */
export const declineWords = (reason: DeclineReason): string => DECLINE_REASONS[reason].charAt(0).toLowerCase() + DECLINE_REASONS[reason].slice(1);

/** "45 minutes", "1 hour", "2 hours 30 minutes". */
export function minutesText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 ? `${hours} ${hours === 1 ? "hour" : "hours"}` : "", rest > 0 || hours === 0 ? `${rest} ${rest === 1 ? "minute" : "minutes"}` : ""];
  return parts.filter((part) => part !== "").join(" ");
}

/** The same for a table: "0:45", "12:30". */
export const clockMinutes = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
