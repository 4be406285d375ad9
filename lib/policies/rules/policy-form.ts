import { at, nameOf, type FormKind, POLICY_FORMS, type PolicyInput, type PolicyList, type PolicyPart } from "../fields/policy-form";

type Row = Record<string, unknown>;

/**
 * The content that a form posts, over the draft it was filled in from: rows stand by their place, those marked `remove` and new
 * ones left empty are left out, ids are the old ones or made anew from the name, never one that was used before. What a schema
 * says of it is the next question.
 */
export function readPolicyForm(kind: FormKind, posted: unknown, before: unknown, usedIds: ReadonlySet<string>): Row {
  const content: Row = {};
  for (const { inputs = [], rows } of POLICY_FORMS[kind] as readonly PolicyPart[]) {
    for (const one of inputs) put(content, one.path, read(one, posted));
    if (rows) content[rows.list] = readRows(rows, posted, before, new Set(usedIds));
  }
  return content;
}

function readRows(list: PolicyList, posted: unknown, before: unknown, used: Set<string>): Row[] {
  const old = asRows(at(before, [list.list]));
  const rows = asRows(at(posted, [nameOf([list.list])])).map((row, index) => ({ row, index, place: Number(row["place"] ?? index + 1) }));
  return rows
    .filter(({ row }) => row["remove"] === undefined && !isBlank(list, row))
    .sort((a, b) => (Number.isNaN(a.place) || Number.isNaN(b.place) ? 0 : a.place - b.place) || a.index - b.index)
    .map(({ row }) => {
      const known = list.id === undefined ? undefined : old.find((one) => one[list.id ?? ""] === row["id"]);
      const made: Row = {};
      if (list.id !== undefined) made[list.id] = known?.[list.id] ?? newKey(String(row[nameOf([list.title])] ?? ""), used);
      for (const one of list.inputs) put(made, one.path, read(one, row));
      for (const key of list.kept ?? []) if (known?.[key] !== undefined) made[key] = known[key];
      if (list.nested) made[list.nested.list] = readRows(list.nested, row, known, new Set(asRows(at(known, [list.nested.list])).map((one) => String(one[list.nested?.id ?? ""]))));
      return made;
    });
}

const isBlank = (list: PolicyList, row: Row): boolean => row["id"] === undefined && list.inputs.every((one) => one.type === "choice" || one.type === "yesNo" || one.type === "condition" || String(at(row, namesOf(one)) ?? "").trim() === "");
const namesOf = ({ path }: PolicyInput) => nameOf(path).split(".");
const asRows = (value: unknown): Row[] => (Array.isArray(value) ? value.filter((one): one is Row => one !== null && typeof one === "object") : []);

/** What was typed, in the type that the content holds; what is no number stays as it was typed, for the schema to refuse. */
function read(one: PolicyInput, row: unknown): unknown {
  const typed = at(row, namesOf(one));
  const words = typeof typed === "string" ? typed : "";
  switch (one.type) {
    case "condition": return undefined; // kept, and changed on a page of its own
    case "yesNo": return typed !== undefined;
    case "number": return asNumber(words);
    case "lines": return lines(words);
    case "numbers": return lines(words).map(asNumber);
    default: return one.optional && words.trim() === "" ? undefined : words;
  }
}

const lines = (words: string) => words.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
const asNumber = (words: string): unknown => (/^-?\d{1,12}$/.test(words.trim()) ? Number(words.trim()) : words.trim() === "" ? undefined : words);

function put(into: Row, [key = "", ...rest]: readonly string[], value: unknown): void {
  if (value === undefined) return;
  if (rest.length === 0) { into[key] = value; return; }
  const inner = (into[key] ??= {}) as Row;
  put(inner, rest, value);
}

/** `newsletterTool` of “Newsletter tool”; with a number behind it where that was used before. */
function newKey(label: string, used: Set<string>): string {
  const [first = "", ...rest] = label.normalize("NFKD").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const name = [first, ...rest.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)].join("").slice(0, 30);
  const base = /^[a-z]/.test(name) ? name : `n${name}`;
  let key = base;
  for (let n = 2; used.has(key); n++) key = `${base}${n}`;
  used.add(key);
  return key;
}
