import { DAY } from "@/lib/platform/time";

export const AGE_IDS = ["0-2", "3-6", "7-13", "14-29", "30"] as const;
export type AgeId = (typeof AGE_IDS)[number];

/** The classes of age, in whole days: `from` is in, `to` is out. */
export const AGES = [
  { id: "0-2", label: "Under 3 days", short: "0–2 d", from: 0, to: 3 },
  { id: "3-6", label: "3 to 6 days", short: "3–6 d", from: 3, to: 7 },
  { id: "7-13", label: "1 to 2 weeks", short: "7–13 d", from: 7, to: 14 },
  { id: "14-29", label: "2 to 4 weeks", short: "14–29 d", from: 14, to: 30 },
  { id: "30", label: "30 days and more", short: "30+ d", from: 30, to: null },
] as const satisfies readonly { id: AgeId; label: string; short: string; from: number; to: number | null }[];

/** Whole days from one instant to another, as far as they are over. */
export const daysOld = (since: Date, at: Date): number => Math.floor((at.getTime() - since.getTime()) / DAY);

/** The class that so many days fall in. */
export const ageOf = (days: number): AgeId => AGES.findLast(({ from }) => days >= from)?.id ?? "0-2";

/** The instants between which something began that is in this class of age at `at`: after the first, up to the second. */
export function sinceRange(age: AgeId, at: Date): { after: Date | null; upTo: Date } {
  const { from, to } = AGES.find(({ id }) => id === age) ?? AGES[0];
  return { after: to === null ? null : new Date(at.getTime() - to * DAY), upTo: new Date(at.getTime() - from * DAY) };
}
