import type { Visibility } from "@/lib/policies/fields";

/** One word that was typed, and the ids of the people and clients whose names it may be. */
export type Word = { word: string; ids: readonly string[] };
/** What the documents' frequent words are, each with the share of documents that hold it; empty while there are few documents. */
export type Frequencies = ReadonlyMap<string, number>;
/** Two conditions, as tsqueries: what the index answers, and what is looked up in the few documents that it found. */
export type Question = { indexed: string; looked: string | null };

/** More than one document in two hundred: the index would gather too many to be quick. */
const FREQUENT = 0.005;

/**
 * What is asked of the documents: every word must be there, in a field that may be read, as a word's beginning from three
 * letters on, or as one of the names. A word in a field that may not be read is never asked for. Beside rarer words a
 * frequent one is looked up in what those find; among themselves frequent words are whole words.
 */
export function questionOf(words: readonly Word[], readable: readonly Visibility[], frequencies: Frequencies = new Map()): Question {
  const lexemes = readable.map(letterOf);
  const sum = (word: string, isMeant: (lexeme: string, wanted: string) => boolean) => {
    let share = 0;
    for (const [lexeme, part] of frequencies) if (lexemes.some((letter) => isMeant(lexeme, letter + word))) share += part;
    return share;
  };
  const isFrequent = ({ word }: Word) => [...word].length >= PREFIX && sum(word, (lexeme, wanted) => lexeme.startsWith(wanted)) > FREQUENT;
  const frequent = words.filter(isFrequent);
  const rare = words.filter((word) => !frequent.includes(word));
  if (rare.length > 0) return { indexed: all(rare, lexemes), looked: frequent.length > 0 ? all(frequent, lexemes) : null };
  return { indexed: all(words, lexemes, ({ word }) => sum(word, (lexeme, wanted) => lexeme === wanted) > FREQUENT), looked: null };
}

/** From so many letters on a word may go on. */
const PREFIX = 3;

const all = (words: readonly Word[], letters: readonly string[], isWhole: (word: Word) => boolean = () => false): string =>
  words.map((one) => {
    const mark = [...one.word].length < PREFIX || isWhole(one) ? "" : ":*";
    return `(${[...letters.map((letter) => `'${letter}${one.word}'${mark}`), ...one.ids.map((id) => `'@${id}'`)].join("|")})`;
  }).join("&");

/** What stands before a word in the document: the first letter of its field's visibility. */
export const letterOf = (visibility: Visibility): string => visibility[0] ?? "";
