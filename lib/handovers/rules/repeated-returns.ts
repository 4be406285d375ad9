import type { ReturnReason } from "@/lib/platform/generated/enums";
import { listText } from "@/lib/platform/intl";

/** One point of a return; all points on one version belong to one return, whoever added them (P1.7). */
export type PointFacts = { version: number; reason: ReturnReason; undoneAt: Date | null };

/** P1.10: the reasons for which a handover was returned more than once. What was taken back does not count. */
export function repeatedReasons(points: readonly PointFacts[]): ReturnReason[] {
  const versions = new Map<ReturnReason, Set<number>>();
  for (const { version, reason, undoneAt } of points) {
    if (undoneAt !== null) continue;
    versions.set(reason, (versions.get(reason) ?? new Set()).add(version));
  }
  return [...versions].flatMap(([reason, returned]) => (returned.size > 1 ? [reason] : [])).sort();
}

/** "two returns for the same reason: Ada and Ben have been asked to help" (P1.10). */
export const askedWords = ({ managers }: { managers: readonly string[] }): string =>
  `two returns for the same reason: ${managers.length === 0 ? "no manager is named who could help" : `${listText(managers)} ${managers.length === 1 ? "has" : "have"} been asked to help`}`;
