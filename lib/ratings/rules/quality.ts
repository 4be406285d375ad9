import { DAY } from "@/lib/platform/time";

/** Whole and part days from one instant to another. */
export const daysSince = (from: Date, now: Date): number => (now.getTime() - from.getTime()) / DAY;

type CheckFacts = { acceptedAt: Date | null; isCancelled: boolean; isAsked: boolean };

/**
 * P8.4: whether the PM is to be asked now if the brief was right: so many days after acceptance, once, and not of work that was
 * cancelled. What was accepted twice as long ago is left alone, so that a new installation does not ask about its past.
 */
export const isCheckDue = ({ acceptedAt, isCancelled, isAsked }: CheckFacts, { now, afterDays }: { now: Date; afterDays: number }): boolean =>
  acceptedAt !== null && !isCancelled && !isAsked && daysSince(acceptedAt, now) >= afterDays && daysSince(acceptedAt, now) < 2 * afterDays;

/** The mean, exactly; null of none. */
export const average = (scores: readonly number[]): number | null =>
  scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
