import type { Material } from "@/lib/policies/fields";
import { coreField, GROUPS } from "../fields";
import type { Field, GroupId } from "../fields/types";
import { type Answer, type Answers, type Json, type Names, rowsOf, saysSomething, textOf, textOfValue } from "./answers";
import { groupOrdered } from "./row-order";

/** One difference between two versions of a brief (B4). */
export type Change = {
  field: string;
  rowId: string | null;
  /** Of a field: filled, emptied or changed. Of a cell, also whether its whole row is new or gone. */
  kind: "filled" | "emptied" | "changed";
  row: "added" | "removed" | null;
  before: Answer | null;
  after: Answer | null;
};

/**
 * Compares two snapshots field by field (B4), rows added and removed included; in the order of the table. The same
 * answers in another order are no difference, and neither is a field that was empty and stays so.
 */
export function changesBetween(before: Answers, after: Answers): Change[] {
  const old = byKey(before);
  const now = byKey(after);
  const rows = (answers: Answers) => new Set(GROUP_LIST.flatMap((group) => rowsOf(answers, group).map((row) => `${group} ${row}`)));
  const [oldRows, newRows] = [rows(before), rows(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const was = old.get(key) ?? null;
    const is = now.get(key) ?? null;
    const either = is ?? was;
    if (!either || groupOrdered(either.field) || sameAnswer(was, is)) return [];
    const { field, rowId } = either;
    const row = rowId === null ? "" : `${field.split(".")[0]} ${rowId}`;
    return [{
      field, rowId, before: was, after: is,
      kind: was === null ? "filled" : is === null ? "emptied" : "changed",
      row: rowId === null ? null : !oldRows.has(row) ? "added" : !newRows.has(row) ? "removed" : null,
    }];
  });
}

/** Whether two answers say the same; nothing at all and an empty value are the same. */
export const sameAnswer = (a: Answer | null, b: Answer | null): boolean => canonical(meaning(a)) === canonical(meaning(b));

/** A change's place, as text. */
export const changeKey = ({ field, rowId }: Pick<Change, "field" | "rowId">): string => (rowId === null ? field : `${field}@${rowId}`);

/** The fields that changed, each once, whatever the row. */
export const fieldsChanged = (changes: readonly Change[]): string[] => [...new Set(changes.map(({ field }) => field))];

/** A change as it is shown beside its label: the text before and after. */
export function changeTexts(change: Change, field: Pick<Field, "type" | "options">, names?: Names): { before: string; after: string } {
  return { before: textOf(field, change.before ?? undefined, names), after: textOf(field, change.after ?? undefined, names) };
}

/** What a row is called in lists: its title cell, else "Promise 2". */
export function rowTitle(answers: Answers, group: GroupId, rowId: string, names?: Names): string {
  const { title, one } = GROUPS[group];
  const cell = coreField(title);
  const value = answers.find((answer) => answer.field === title && answer.rowId === rowId)?.value ?? null;
  const text = cell ? textOfValue(cell, value, names) : "";
  return text || `${one.charAt(0).toUpperCase()}${one.slice(1)} ${rowsOf(answers, group).indexOf(rowId) + 1}`;
}

/** Whether an amendment needs a confirmation after acceptance, and by whom (B4); null when it is not material. */
export function materialOf(changes: readonly Change[], fieldOf: (id: string) => Field | undefined): Material[] {
  const found = changes.flatMap(({ field }) => fieldOf(field)?.material ?? []);
  return (["commercial", "technical"] as const).filter((material) => found.includes(material));
}

const GROUP_LIST = Object.keys(GROUPS) as GroupId[];

const byKey = (answers: Answers) =>
  new Map(answers.filter((answer) => meaning(answer) !== null).map((answer) => [`${answer.field} ${answer.rowId ?? ""}`, answer]));

/** An answer without what does not count; null when it says nothing. An empty list of teams says that there is none. */
function meaning(answer: Answer | null): Json {
  if (!answer) return null;
  const { state, value, unknown, reason } = answer;
  if (state === "UNKNOWN") return { state, unknown: unknown ? { ...unknown } : null };
  if (state === "NOT_APPLICABLE") return { state, reason: reason ?? "" };
  return saysSomething(value) || Array.isArray(value) ? { state, value } : null;
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join()}}`;
  return JSON.stringify(value);
}
