import type { ApprovalState, EstimateSource } from "@/lib/platform/generated/enums";

export type Minutes = { lowMinutes: number; likelyMinutes: number; highMinutes: number };
export type Hours = { low: number; likely: number; high: number };

/** Minutes as hours: 90 is 1.5. */
export const hoursOf = ({ lowMinutes, likelyMinutes, highMinutes }: Minutes): Hours => ({ low: lowMinutes / 60, likely: likelyMinutes / 60, high: highMinutes / 60 });

/** "1,250", "1.5": hours as a person reads them. */
export const hourText = (hours: number): string => hours.toLocaleString("en-GB", { maximumFractionDigits: 2 });

/** "40, likely 48, at most 60 hours". */
export const hoursText = ({ low, likely, high }: Hours): string =>
  low === high ? `${hourText(high)} ${high === 1 ? "hour" : "hours"}` : `${hourText(low)} to ${hourText(high)} hours, most likely ${hourText(likely)}`;

/** "3 weeks", "3 to 5 weeks". */
export const weeksText = (low: number, high: number): string => (low === high ? `${low} ${low === 1 ? "week" : "weeks"}` : `${low} to ${high} weeks`);

/** Where an estimate comes from (P7.2). */
export const ESTIMATE_SOURCES = {
  WRITTEN: "written for this deal",
  RATE_CARD: "from the rate card",
} as const satisfies Record<EstimateSource, string>;

/** How a wish for a lead's approval stands (P6.6): an icon and a word. */
export const APPROVAL_STATES = {
  ASKED: { label: "Asked", icon: "circle-dashed", tone: "info" },
  APPROVED: { label: "Approved", icon: "circle-check", tone: "success" },
  DECLINED: { label: "Not approved", icon: "ban", tone: "danger" },
  ENDED: { label: "No longer asked", icon: "archive", tone: "neutral" },
} as const satisfies Record<ApprovalState, { label: string; icon: string; tone: string }>;

/** Where something that is missing is mended; the id of a control is its name. */
export type Place = { to: "deal" | "options" | "complexity" } | { to: "option" | "phases" | "approval"; optionId: string; field?: string } | { to: "estimate"; optionId: string; phaseId: string };

export function placeHref(dealId: string, place: Place): string {
  const deal = `/deals/${dealId}`;
  switch (place.to) {
    case "deal": return deal;
    case "options": return `${deal}/options/new`;
    case "complexity": return `${deal}/complexity`;
    case "option": return `${deal}/options/${place.optionId}#${place.field ?? "option"}`;
    case "phases": case "approval": return `${deal}/options/${place.optionId}#${place.to}`;
    case "estimate": return `${deal}/options/${place.optionId}#phase-${place.phaseId}`;
  }
}

/** The sum over the phases; null as long as one has no estimate. */
export function totalHours(phases: readonly { estimate: Minutes | null }[]): Hours | null {
  const all = phases.flatMap(({ estimate }) => estimate ?? []);
  if (all.length === 0 || all.length < phases.length) return null;
  const sum = (of: keyof Minutes) => all.reduce((total, one) => total + one[of], 0);
  return hoursOf({ lowMinutes: sum("lowMinutes"), likelyMinutes: sum("likelyMinutes"), highMinutes: sum("highMinutes") });
}
