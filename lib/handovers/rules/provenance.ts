import { dateFormat } from "@/lib/platform/intl";
import { dayIn, daysBetween } from "@/lib/platform/time";
import type { Answer, Answers, Json } from "./answers";
import type { Prefilled, SourceKind } from "./prefill";
import { sameAnswer } from "./versions";

/** What is remembered of an answer's source: the value that was taken from it, and a later one that was decided against. */
export type SourceRecord = { field: string; rowId: string | null; source: SourceKind; sourceId: string; heldAt: Date; taken: Json; kept: Json; /** Of what was filled in; a value where it is left out. */ state?: Answer["state"] };

type Place = Pick<Answer, "field" | "rowId">;
export const isAt = ({ field, rowId }: Place) => (other: Place): boolean => other.field === field && other.rowId === rowId;

/** Whether two values say the same, whatever the order of keys. */
export const sameValue = (a: Json, b: Json): boolean => sameAnswer(asAnswer(a), asAnswer(b));
const asAnswer = (value: Json): Answer => ({ field: "", rowId: null, state: "VALUE", value });

/** Whether an answer is still what the portal filled in. */
export function isPrefilled(answer: Answer | undefined, record: SourceRecord | undefined): boolean {
  if (!answer || !record || record.taken === null || answer.state !== (record.state ?? "VALUE")) return false;
  if (answer.state === "UNKNOWN") return (answer.unknown?.ownerId ?? null) === null; // whoever names an owner has worked on it
  return sameValue(answer.state === "VALUE" ? answer.value : (answer.reason ?? ""), record.taken);
}

/** What is remembered of a value that was filled in, or of what stood instead of one. */
export const takenOf = ({ state = "VALUE", value, reason }: Pick<Prefilled, "state" | "value" | "reason">): Json => (state === "VALUE" ? value : (reason ?? ""));

/**
 * What a source says now that it did not say when the answer was filled in (P1.2): to take, or to keep one's own. Once
 * somebody kept their own, nothing is offered until the source changes again.
 */
export function offersOf({ current, answers, records }: { current: readonly Prefilled[]; answers: Answers; records: readonly SourceRecord[] }): Prefilled[] {
  return current.filter((one) => {
    if ((one.state ?? "VALUE") !== "VALUE") return false;
    const answer = answers.find(isAt(one));
    const record = records.find(isAt(one));
    if (answer?.state === "VALUE" && sameValue(answer.value, one.value)) return false;
    return !record || !(sameValue(record.taken, one.value) || sameValue(record.kept, one.value));
  });
}

export type Effort = { prefilledStayed: number; prefilledChanged: number; typed: number };

/**
 * P4.9: of the answers of a brief, each plain field and each cell of a row, how many the portal filled in and nobody
 * changed, how many it filled in and somebody changed, and how many were typed. What says nothing counts only where
 * the portal had filled it in.
 */
export function effortOf(answers: Answers, records: readonly SourceRecord[]): Effort {
  const effort = { prefilledStayed: 0, prefilledChanged: 0, typed: 0 };
  for (const answer of answers) {
    const record = records.find(isAt(answer));
    if (isPrefilled(answer, record)) effort.prefilledStayed += 1;
    else if (record && record.taken !== null) effort.prefilledChanged += 1;
    else if (!sameAnswer(answer, null)) effort.typed += 1;
  }
  return effort;
}

/** "from the deal, 3 days ago"; "from HO-12, in March"; "from the chosen option, version 2, today". A handover that the reader may not see has no number. */
export function sourceWords({ source, heldAt }: Pick<SourceRecord, "source" | "heldAt">, named: string | null, { now, zone }: { now: Date; zone: string }): string {
  return `from ${sourceName(source, named)}, ${agoWords(heldAt, now, zone)}`;
}

/** `named`: the number of a handover, or the version of what was presented. */
export const sourceName = (source: SourceKind, named: string | null): string =>
  source === "handover" ? (named ?? "an earlier handover") : source === "trial" ? "the trial task" : source === "option" ? `the chosen option${named ? `, ${named}` : ""}` : source === "discovery" ? "discovery" : `the ${source}`;

/** In whole days of the reader's zone up to a month, then by the month: "today", "3 days ago", "in March", "in March 2029". */
export function agoWords(at: Date, now: Date, zone: string): string {
  const days = daysBetween(dayIn(zone, at), dayIn(zone, now));
  if (days <= 0) return "today";
  if (days === 1) return "yesterday";
  if (days < 31) return `${days} days ago`;
  const isThisYear = dayIn(zone, at).slice(0, 4) === dayIn(zone, now).slice(0, 4);
  return `in ${dateFormat("en-GB", { timeZone: zone, month: "long", ...(isThisYear ? {} : { year: "numeric" as const }) }).format(at)}`;
}
