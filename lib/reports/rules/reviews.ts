import type { ReturnReason } from "@/lib/platform/generated/enums";

/** One line of a handover's or deal's history, as far as the figures need it. */
export type EventRow = { stream: string; seq: number; type: string; actor: string; at: Date; /** Of `deal.moved`: the stage. */ to?: string };

/** After `from`, up to `to`. */
export type Period = { from: Date; to: Date };

export const DECISIONS = ["key.accepted", "handover.accepted", "handover.returned"] as const;
export const OUTCOMES = ["handover.accepted", "handover.returned"] as const;
export const UNDOS = ["key.reopened", "handover.acceptanceUndone", "handover.returnUndone"] as const;

const isOneOf = (types: readonly string[], { type }: EventRow) => types.includes(type);
const isIn = ({ from, to }: Period, at: Date) => at > from && at <= to;

/** The events of a history up to an instant, without decisions that were taken back by then, and without the undoing. */
function standing(events: readonly EventRow[], at: Date): EventRow[] {
  const past = events.filter((event) => event.at <= at).toSorted((a, b) => a.seq - b.seq);
  return past.filter((event, i) => {
    const next = past[i + 1];
    return !isOneOf(UNDOS, event) && !(next && isOneOf(UNDOS, next));
  });
}

/** One decision on one key: who took it, when the brief had been submitted to them, and when they decided. */
export type Decision = { stream: string; seq: number; type: string; actor: string; submittedAt: Date; decidedAt: Date };

/** R1: the decisions of a period, each with the submit before it. What was taken back does not count. */
export function decisionsOf(histories: readonly (readonly EventRow[])[], period: Period): Decision[] {
  return histories.flatMap((events) => {
    const stood = standing(events, period.to);
    return stood.filter((event) => isOneOf(DECISIONS, event) && isIn(period, event.at)).flatMap(({ stream, seq, type, actor, at }): Decision[] => {
      const submit = stood.findLast((other) => other.type === "handover.submitted" && other.seq < seq);
      return submit ? [{ stream, seq, type, actor, submittedAt: submit.at, decidedAt: at }] : [];
    });
  });
}

/** R1: of the handovers whose first review came to an end in the period, how many were accepted without a return. */
export function firstPass(histories: readonly (readonly EventRow[])[], period: Period): { decided: number; passed: number } {
  const firsts = histories.flatMap((events) => standing(events, period.to).find((event) => isOneOf(OUTCOMES, event)) ?? []).filter(({ at }) => isIn(period, at));
  return { decided: firsts.length, passed: firsts.filter(({ type }) => type === "handover.accepted").length };
}

export type PointRow = { handoverId: string; reason: ReturnReason; field: string; createdAt: Date; undoneAt: Date | null };
const counts = ({ createdAt, undoneAt }: PointRow, period: Period) => isIn(period, createdAt) && (undoneAt === null || undoneAt > period.to);

/** R1: the points of the period's returns by reason; what was taken back does not count. */
export const returnReasons = (points: readonly PointRow[], period: Period): Map<ReturnReason, number> => tally(points.filter((point) => counts(point, period)).map(({ reason }) => reason));

/** The same by the field that was returned. */
export const returnedFields = (points: readonly PointRow[], period: Period): Map<string, number> => tally(points.filter((point) => counts(point, period)).map(({ field }) => field));

function tally<K>(keys: readonly K[]): Map<K, number> {
  const found = new Map<K, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}
