/** Longer words are compared by their beginning. */
const LONGEST = 30;
const BETWEEN = /[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+/u;

/** The words of a text as they are searched: small letters, without accents. `search_words` in the database says the same. */
export const searchWords = (text: string): string[] =>
  plain(text).split(BETWEEN).filter((word) => word !== "").map((word) => [...word].slice(0, LONGEST).join(""));

/** A text in the letters that words are compared in. */
export const plain = (text: string): string => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
