import type { Refusal } from "@/lib/platform/errors";

const BACK = "Send it back as a point with suggested wording.";
/** So many letters and words of one answer may differ at most. */
const MOST_LETTERS = 12;
const MOST_WORDS = 4;
/** Words that turn a sentence around, or make it stronger, weaker, earlier or later. */
const TURNING =
  /^(no|not|non|now|never|none|nothing|nobody|neither|nor|without|except|unless|only|any|all|every|always|must|may|can|cannot|could|should|shall|will|would|before|after|until|by|from|to|in|out|on|off|over|under|more|less|least|most|if|and|or|but|yes|free)$|n['’]t$/i;
const COUNTING =
  /^(zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|half|quarter|third|dozen|once|twice|first|second|(mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|(hour|day|week|month|quarter|year)(s|ly)?|daily|euros?|dollars?|pounds?|percent)$/i;
const FIGURES = /[\p{Sc}%<>=≤≥≈+]|-?\d(?:[\d.,:/\s-]*\d)?/gu;
const ADDRESSES = /\bhttps?:\S+|\S+@\S+/gi;

/**
 * Why this change of wording is no typo that a reviewer may mend, or null (P1.7): it must be small, and leave numbers, dates,
 * money, names, addresses and the words that turn a sentence around as they are. `names` are those of people, clients, teams.
 */
export function mendRefusal({ before, after, names }: { before: string; after: string; names: readonly string[] }): Refusal | null {
  const no = (why: string): Refusal => ({ code: "INVALID", rule: "P1.7", reason: `${why} ${BACK}` });
  if (before === after) return { code: "INVALID", rule: "P1.7", reason: "Nothing was changed." };
  if (found(before, FIGURES) !== found(after, FIGURES)) return no("This changes a number, a date or an amount.");
  if (found(before, ADDRESSES) !== found(after, ADDRESSES)) return no("This changes an address.");
  if (before.split("\n").length !== after.split("\n").length) return no("This changes the lines.");
  const { gone, come } = changedWords(wordsOf(before), wordsOf(after));
  const changed = [...gone, ...come];
  if (changed.some((word) => COUNTING.test(word))) return no("This changes a number, a date or an amount.");
  if (changed.some((word) => TURNING.test(word))) return no("This changes a word that carries the meaning.");
  const known = new Set(names.flatMap(wordsOf).map((word) => word.toLowerCase()));
  if (changed.some((word) => known.has(word.toLowerCase()) || isAbbreviation(word))) return no("This changes a name.");
  if (gone.length > MOST_WORDS || come.length > MOST_WORDS || distance(before, after) > MOST_LETTERS) return no("This is more than a typo.");
  if (joined(gone) === joined(come)) return null; // capitals, and "web site" for "website"
  if (gone.length !== come.length) return no("This adds or removes a word.");
  if (gone.some((word, at) => !isSpelling(word, come[at] ?? ""))) return no("This puts another word.");
  return null;
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu) ?? [];
const found = (text: string, pattern: RegExp): string => (text.match(pattern) ?? []).join(" ");
const joined = (words: readonly string[]): string => words.join("").toLowerCase();
/** EUR, SLA, WP: two capitals or more, and no small letter. */
const isAbbreviation = (word: string): boolean => /^\p{Lu}{2,}s?$/u.test(word);

/** The words that one text has and the other has not, in their order. */
function changedWords(a: readonly string[], b: readonly string[]): { gone: string[]; come: string[] } {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [gone, come] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (gone.length !== come.length) return { gone, come };
  return { gone: gone.filter((word, at) => word !== come[at]), come: come.filter((word, at) => word !== gone[at]) };
}

/** The same word, spelled otherwise: it begins alike, and nearly all of its letters stand. A short word is too easily another. */
function isSpelling(a: string, b: string): boolean {
  const [from, to] = [a.toLowerCase(), b.toLowerCase()];
  const longest = Math.max(from.length, to.length);
  if (longest <= 3) return [...from].sort().join("") === [...to].sort().join("");
  const isName = /^\p{Lu}/u.test(a) && /^\p{Lu}/u.test(b) && longest < 7;
  return !isName && from[0] === to[0] && distance(from, to) <= (longest < 9 ? 1 : 2);
}

/** How many letters are to be added, removed, replaced, or swapped with their neighbour. */
export function distance(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [from, to] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (from.length > 400 || to.length > 400) return Math.max(from.length, to.length);
  const at = (row: readonly number[], i: number): number => row[i] ?? Infinity;
  let older: number[] = [];
  let old = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const replaced = at(old, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      row.push(Math.min(at(old, j) + 1, at(row, j - 1) + 1, replaced, isSwap ? at(older, j - 2) + 1 : Infinity));
    }
    [older, old] = [old, row];
  }
  return at(old, to.length);
}
