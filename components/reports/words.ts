import { hoursText } from "@/lib/handovers/format";
import type { PERIODS } from "@/lib/reports/schema";

export const PERIOD_WORDS = { "30": "Last 30 days", "90": "Last 90 days", "365": "Last 12 months" } as const satisfies Record<(typeof PERIODS)[number], string>;

export const PIPELINE_PATH = "/reports/pipeline";
export const LIST_PATH = "/reports/pipeline/list";
export const CSV_PATH = "/reports/pipeline/csv";

/** Working time, or an honest dash. */
export const workText = (minutes: number | null): string => (minutes === null ? "–" : hoursText(minutes));

/** Time that went by, nights and weekends included, or an honest dash. */
export function spanText(minutes: number | null): string {
  if (minutes === null) return "–";
  if (minutes < 60) return `${Math.round(minutes)} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / (24 * 60))} days`;
}

/** A part of a whole in per cent, or an honest dash. */
export const shareText = (part: number, whole: number): string => (whole === 0 ? "–" : `${Math.round((part / whole) * 100)} %`);
