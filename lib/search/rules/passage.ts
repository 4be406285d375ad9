import type { Visibility } from "@/lib/policies/fields";
import { plain } from "./words";

/** A field's text as the search keeps it. */
export type FoundText = { visibility: Visibility; field: string; label: string; text: string };
/** A piece of text, and whether it is what was looked for. */
export type Piece = { text: string; isMatch: boolean };
export type Passage = { field: string; label: string; pieces: Piece[] };

const BEFORE = 40;
const LENGTH = 180;

/**
 * Where the words stand: the field that holds most of them, around the first. Null where only a name that is not written
 * in the brief was found. Only of fields that the reader may read.
 */
export function passageOf(texts: readonly FoundText[], words: readonly string[], readable: readonly Visibility[]): Passage | null {
  const visible = texts.filter(({ visibility }) => readable.includes(visibility));
  let best: { one: FoundText; spans: Span[]; count: number } | null = null;
  for (const one of visible) {
    const spans = spansIn(one.text, words);
    const count = new Set(spans.map(({ word }) => word)).size;
    if (count > (best?.count ?? 0)) best = { one, spans, count };
  }
  return best && { field: best.one.field, label: best.one.label, pieces: cut(best.one.text, best.spans) };
}

type Span = { from: number; to: number; word: string };

/** Where a word of the text begins with one that was looked for. */
function spansIn(text: string, words: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const { 0: found, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const word = words.filter((one) => ([...one].length >= 3 ? plain(found).startsWith(one) : plain(found) === one)).sort((a, b) => b.length - a.length)[0];
    if (word !== undefined) spans.push({ from: index, to: index + lengthOf(found, word), word });
  }
  return spans;
}

/** How much of a found word is what was looked for: an accent is no letter of its own. */
function lengthOf(found: string, word: string): number {
  let [length, seen] = [0, ""];
  for (const { segment } of new Intl.Segmenter("en").segment(found)) {
    if (seen.length >= word.length) break;
    length += segment.length;
    seen += plain(segment);
  }
  return length;
}

function cut(text: string, spans: readonly Span[]): Piece[] {
  const first = spans[0]?.from ?? 0;
  const start = first <= BEFORE ? 0 : wordStart(text, first - BEFORE);
  const end = text.length <= start + LENGTH ? text.length : Math.max(spans[0]?.to ?? 0, text.lastIndexOf(" ", start + LENGTH));
  const pieces: Piece[] = start > 0 ? [{ text: "…", isMatch: false }] : [];
  let at = start;
  for (const { from, to } of spans) {
    if (from < at || to > end) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), isMatch: false });
    pieces.push({ text: text.slice(from, to), isMatch: true });
    at = to;
  }
  const rest = text.slice(at, end) + (end < text.length ? "…" : "");
  return rest === "" ? pieces : [...pieces, { text: rest, isMatch: false }];
}

const wordStart = (text: string, from: number) => text.indexOf(" ", from) + 1 || from;
