import { PROMISE_CONTRACT_OPTIONS } from "../fields/promises";
import { dateText } from "./answers";
import type { PromiseRow } from "./promises";
import type { ReadField, ReadSection } from "./reading";

/** One line of an answer; `href` is where it leads, `isQuiet` what is said beside the answer itself. */
export type OutlineLine = { text: string; href?: string; isQuiet?: true };

/** A brief as plain blocks, for paper: the same words in the same order as the reading form. */
export type OutlineBlock =
  | { kind: "section"; text: string }
  | { kind: "answer"; label: string; lines: OutlineLine[] }
  | { kind: "rows"; label: string; rows: { title: string; lines: OutlineLine[] }[] }
  | { kind: "note"; text: string };

export type OutlineFacts = { sections: readonly ReadSection[]; topThree: string; promises: readonly (PromiseRow & { owner: string })[] };

const TOP_THREE = "delivery.topThree";

/** Top three first, then section by section: answers, lists, promises against the contract, and what was not answered, by name (P4.6). */
export function outlineOf({ sections, topThree, promises }: OutlineFacts): OutlineBlock[] {
  const three = topThree.split("\n").map((line) => line.trim()).filter(Boolean);
  return [
    { kind: "section", text: "The top three things to know" },
    three.length > 0 ? { kind: "rows", label: "", rows: three.map((title) => ({ title, lines: [] })) } : { kind: "note", text: "Nothing was written here." },
    ...sections.flatMap((section) => blocksOf(section, promises)),
  ];
}

function blocksOf({ id, label, fields, groups, empty }: ReadSection, promises: OutlineFacts["promises"]): OutlineBlock[] {
  const blocks: OutlineBlock[] = fields.filter((field) => field.id !== TOP_THREE).map((field) => ({ kind: "answer", label: field.label, lines: linesOf(field) }));
  for (const group of groups) {
    if (group.id === "promises" || group.rows.length === 0) continue;
    blocks.push({ kind: "rows", label: group.label, rows: group.rows.map(({ title, cells }) => ({ title, lines: cells.flatMap(cellLines) })) });
  }
  if (id === "promises" && promises.length > 0) blocks.push({ kind: "rows", label: "Promises against the contract", rows: promises.map(promiseRow) });
  if (blocks.length === 0) blocks.push({ kind: "note", text: "Nothing was written here." });
  if (empty.length > 0) blocks.push({ kind: "note", text: `Not answered: ${empty.map((one) => one.label).join(" · ")}` });
  return [{ kind: "section", text: label }, ...blocks];
}

function linesOf({ text, href, pin, unknown }: ReadField): OutlineLine[] {
  if (unknown) {
    const who = [unknown.owner && `${unknown.owner} finds out`, unknown.due && `by ${dateText(unknown.due)}`].filter(Boolean).join(" ");
    return [{ text: who ? `Not known yet. ${who}` : "Not known yet" }, ...(unknown.risk ? [{ text: `Risk meanwhile: ${unknown.risk}`, isQuiet: true as const }] : [])];
  }
  if (!href) return [{ text }];
  // on paper an address must be readable, and a pinned document known by its digest
  const beside = pin ? `SHA-256 ${pin.sha256}` : href === text ? null : href;
  return [{ text, href }, ...(beside ? [{ text: beside, isQuiet: true as const }] : [])];
}

function cellLines(cell: ReadField): OutlineLine[] {
  const [first, ...rest] = linesOf(cell);
  return first ? [{ ...first, text: `${cell.label}${cell.label.endsWith("?") ? "" : ":"} ${first.text}` }, ...rest] : [];
}

function promiseRow({ text, contract, owner, due }: PromiseRow & { owner: string }): { title: string; lines: OutlineLine[] } {
  const kept = [owner && `${owner} keeps it`, due && `until ${dateText(due)}`].filter(Boolean).join(", ") || "Nobody is named to keep it";
  const state = PROMISE_CONTRACT_OPTIONS.find(({ value }) => value === contract)?.label ?? "Not reconciled";
  return { title: text, lines: [{ text: `${state}. ${kept}`, isQuiet: true }] };
}
