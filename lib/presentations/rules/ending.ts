import { type Day, DAY } from "@/lib/platform/time";
import { HOLDS_DAYS, lastDay } from "./choosing";

type Estimated = { name: string; phases: readonly { name: string; estimate: { by: string; validUntil: Date } }[] };

/** P7.2: options are offered no longer than the first of their estimates holds. */
export function earliestEstimate(options: readonly Estimated[]): { at: Date; because: string } | undefined {
  const all = options.flatMap(({ name, phases }) => phases.map(({ name: phase, estimate }) => ({ at: estimate.validUntil, because: `the estimate of “${phase}” (${name}) by ${estimate.by} holds no longer.` })));
  return all.sort((a, b) => a.at.getTime() - b.at.getTime())[0];
}

/** So many days options are offered unless the seller says otherwise. */
const USUAL_DAYS = 30;

/** The day that the form starts with, and the last one that it takes. */
export function endDays(options: readonly Estimated[], now: Date): { usual: Day; latest: Day } {
  const inDays = (days: number) => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
  const end = earliestEstimate(options);
  const latest = end && lastDay({ expiresAt: end.at }) < inDays(HOLDS_DAYS) ? lastDay({ expiresAt: end.at }) : inDays(HOLDS_DAYS);
  return { usual: latest < inDays(USUAL_DAYS) ? latest : inDays(USUAL_DAYS), latest };
}
