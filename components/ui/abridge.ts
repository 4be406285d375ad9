import type { Piece } from "./word-diff";

/** What a comparison shows: a stretch of text, or how many characters are left out in its place. */
export type Shown = (Piece & { left?: never }) | { kind: Piece["kind"]; left: number; text?: never };

/** Beyond this, what stayed is shown only around what changed. */
const MOST_SAME = 400;
const AROUND = 160;
/** Beyond this, what went or came is shown by its beginning; the brief has it whole. */
const MOST_CHANGED = 3_000;
const BEGINNING = 2_400;

/** A comparison as it is read: long stretches that stayed, and what is too long to be read here, are left out and counted. */
export const abridged = (pieces: readonly Piece[]): Shown[] =>
  pieces.flatMap(({ kind, text }, at): Shown[] => {
    if (kind !== "same") return text.length > MOST_CHANGED ? withoutMiddle(kind, text, beginning(text, BEGINNING), "") : [{ kind, text }];
    if (text.length <= MOST_SAME) return [{ kind, text }];
    return withoutMiddle(kind, text, at === 0 ? "" : beginning(text, AROUND), at === pieces.length - 1 ? "" : ending(text, AROUND));
  });

function withoutMiddle(kind: Piece["kind"], text: string, before: string, after: string): Shown[] {
  const left = text.length - before.length - after.length;
  return [...(before ? [{ kind, text: before }] : []), { kind, left }, ...(after ? [{ kind, text: after }] : [])];
}

let letters: Intl.Segmenter | undefined;
/** Where each letter of a text begins, as people count letters. */
const lettersOf = (text: string): number[] => Array.from((letters ??= new Intl.Segmenter("en", { granularity: "grapheme" })).segment(text), ({ index }) => index);

/** At most so much from the beginning, to the end of a word where there is one, and never to the middle of a letter. */
function beginning(text: string, most: number): string {
  const space = text.slice(0, most).search(/\s\S*$/);
  return text.slice(0, space > most / 2 ? space : (lettersOf(text.slice(0, most + 40)).findLast((index) => index <= most) ?? most));
}

/** The same from the end. */
function ending(text: string, most: number): string {
  const from = text.length - most;
  const space = text.slice(from).search(/\s/);
  if (space >= 0 && space < most / 2) return text.slice(from + space + 1);
  const around = from - 40;
  return text.slice(around + (lettersOf(text.slice(Math.max(0, around))).find((index) => around + index >= from) ?? 40));
}
