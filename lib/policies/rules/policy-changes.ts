import { at, type FormChoices, type FormKind, formOf, type PolicyInput, type PolicyList } from "../fields/policy-form";

/** One difference between two versions: where, and what stands in each; null where there is nothing. */
export type PolicyChange = { key: string; label: string; before: string | null; after: string | null };

/** How one version differs from another, in the words and the order of the form (B6). */
export const policyChanges = (kind: FormKind, before: unknown, after: unknown, choices: FormChoices = {}): PolicyChange[] =>
  formOf(kind, choices).flatMap(({ label, inputs = [], rows }) => [
    ...inputs.flatMap((one) => differs(one, before, after, { key: "", of: "" })),
    ...(rows ? rowChanges(rows, before, after, { key: "", of: label }) : []),
  ]);

/** One sentence each, for the history. */
export const changeSentence = ({ label, before, after }: PolicyChange): string =>
  before === null ? `adds ${label}: ${after ?? ""}` : after === null ? `takes out ${label}` : `${label}: ${before} becomes ${after}`;

type Place = { key: string; of: string };

function rowChanges(list: PolicyList, before: unknown, after: unknown, { key, of }: Place): PolicyChange[] {
  const [old, now] = [rowsOf(before, list.list), rowsOf(after, list.list)];
  const idOf = (row: unknown, index: number) => String(list.id === undefined ? index : at(row, [list.id]));
  const ids = [...new Set([...old.map(idOf), ...now.map(idOf)])];
  const changes = ids.flatMap((id): PolicyChange[] => {
    const [was, is] = [old.find((row, i) => idOf(row, i) === id), now.find((row, i) => idOf(row, i) === id)];
    const title = String(at(was ?? is, [list.title]) ?? "");
    const place = { key: `${key}${list.list}.${id}.`, of: `${list.one} “${title}”` };
    if (was === undefined) return [{ key: place.key, label: place.of, before: null, after: summary(list, is) }];
    if (is === undefined) return [{ key: place.key, label: place.of, before: summary(list, was), after: null }];
    return [...list.inputs.flatMap((one) => differs(one, was, is, place)), ...(list.nested ? rowChanges(list.nested, was, is, place) : [])];
  });
  const order = (rows: unknown[]) => rows.map(idOf).filter((id) => old.some((row, i) => idOf(row, i) === id) && now.some((row, i) => idOf(row, i) === id)).join(" ");
  const moved = list.id !== undefined && order(old) !== order(now) ? [{ key: `${key}${list.list}.order`, label: `order of ${of}`, before: titles(list, old), after: titles(list, now) }] : [];
  return [...changes, ...moved];
}

function differs(one: PolicyInput, before: unknown, after: unknown, { key, of }: Place): PolicyChange[] {
  const [was, is] = [inWords(one, before), inWords(one, after)];
  return was === is ? [] : [{ key: `${key}${one.path.join(".")}`, label: of ? `${of}, ${one.label.toLowerCase()}` : one.label, before: was, after: is }];
}

/** A value as people read it. */
export function inWords(one: PolicyInput, content: unknown): string {
  const value = at(content, one.path);
  if (one.type === "condition") return one.say?.(value) ?? "";
  if (one.type === "yesNo") return value === true ? "yes" : "no";
  if (Array.isArray(value)) return value.join("; ");
  const word = one.options?.find((option) => option.value === value)?.label ?? (value === undefined || value === "" ? "nothing" : String(value));
  return one.unit && typeof value === "number" ? `${word} ${value === 1 ? one.unit.replace(/s$/, "") : one.unit}` : word;
}

const rowsOf = (content: unknown, list: string): unknown[] => { const rows = at(content, [list]); return Array.isArray(rows) ? rows : []; };
const titles = (list: PolicyList, rows: unknown[]) => rows.map((row) => String(at(row, [list.title]))).join(", ");
const summary = (list: PolicyList, row: unknown) => list.inputs.filter(({ type }) => type === "number" || type === "text").map((one) => inWords(one, row)).join(", ");
