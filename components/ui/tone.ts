import type { IconName } from "./icon-names";

/** What a colour says here. A tone never stands alone: an icon and a word go with it. */
export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const TONE_INK: Record<Tone, string> = {
  neutral: "text-ink-2",
  info: "text-accent-ink",
  success: "text-success-ink",
  warning: "text-warning-ink",
  danger: "text-danger-ink",
};

export const TONE_SOFT: Record<Tone, string> = {
  neutral: "bg-sunken border-line",
  info: "bg-accent-soft border-accent-line",
  success: "bg-success-soft border-success-line",
  warning: "bg-warning-soft border-warning-line",
  danger: "bg-danger-soft border-danger-line",
};

export const TONE_ICON: Record<Tone, IconName> = {
  neutral: "info",
  info: "info",
  success: "circle-check",
  warning: "alert-triangle",
  danger: "alert-circle",
};
