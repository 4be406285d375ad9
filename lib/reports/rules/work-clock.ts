import { type Calendar, workBetween } from "@/lib/platform/business-time";

/**
 * `businessMinutesBetween` of one calendar for many pairs of instants within a range: the range's work is laid out once,
 * and each pair is two look-ups in it. Instants outside of the range are taken as its ends.
 */
export function workClock(calendar: Calendar, range: { from: Date; to: Date }): (from: Date, to: Date) => number {
  const work = workBetween(calendar, range.from, range.to).map(({ start, end }) => ({ start: start.getTime(), end: end.getTime(), before: 0 }));
  let sum = 0;
  for (const part of work) {
    part.before = sum;
    sum += part.end - part.start;
  }
  const elapsed = (at: number): number => {
    let [low, high] = [0, work.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((work[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const part = work[low - 1];
    return part ? part.before + Math.min(at, part.end) - part.start : 0;
  };
  return (from, to) => (elapsed(to.getTime()) - elapsed(from.getTime())) / 60_000;
}
