import type { BriefVerdict, RatingSide } from "@/lib/platform/generated/enums";

/** What each number of a rating means, in a word. */
export const SCORES = [
  { value: 1, label: "Poor" }, { value: 2, label: "Weak" }, { value: 3, label: "Fair" }, { value: 4, label: "Good" }, { value: 5, label: "Very good" },
] as const;
export const scoreWord = (score: number): string => SCORES.find(({ value }) => value === score)?.label ?? String(score);

export const SIDES = {
  BRIEF: { label: "The brief", question: "How good was the brief?", why: "Your rating shows the seller and the managers what helps." },
  ACCEPTANCE: { label: "The acceptance", question: "How was the acceptance?", why: "How clear, quick and fair the review was, from your side." },
} as const satisfies Record<RatingSide, { label: string; question: string; why: string }>;

export const VERDICTS = {
  RIGHT: { label: "Right", sentence: "The brief was right.", tone: "success", icon: "circle-check" },
  MOSTLY: { label: "Mostly right", sentence: "The brief was mostly right.", tone: "info", icon: "circle-dot" },
  WRONG: { label: "Wrong", sentence: "The brief was wrong.", tone: "warning", icon: "alert-triangle" },
} as const satisfies Record<BriefVerdict, { label: string; sentence: string; tone: string; icon: string }>;

/** "4.5" of some ratings; null of none. */
export const averageText = (average: number | null): string => (average === null ? "–" : average.toFixed(1));
