import type { Visibility } from "@/lib/policies/fields";

/** One word that was typed, and the ids of the people and clients whose names it may be. */
export type Word = { word: string; ids: readonly string[] };

/**
 * What is asked of the documents, as a tsquery: every word must be there, in a field that may be read, as a word's
 * beginning from three letters on, or as one of the names. A word in a field that may not be read is never asked for.
 */
export const questionOf = (words: readonly Word[], readable: readonly Visibility[]): string =>
  words.map(({ word, ids }) =>
    `(${[...readable.map((visibility) => `'${letterOf(visibility)}${word}'${[...word].length >= 3 ? ":*" : ""}`), ...ids.map((id) => `'@${id}'`)].join("|")})`).join("&");

/** What stands before a word in the document: the first letter of its field's visibility. */
export const letterOf = (visibility: Visibility): string => visibility[0] ?? "";
