import { searchWords } from "./words";

/**
 * May this word mean that name? It stands in one of the name's words, or is a beginning of one with a slip or two: a letter
 * too many, one missing, a wrong one, or two that changed places; one slip in a short word, two from six letters on.
 */
export function mayMean(word: string, name: string): boolean {
  const slips = word.length < 6 ? 1 : 2;
  return searchWords(name).some((one) => one.includes(word) || slipsToBeginning(word, one, slips) <= slips);
}

/** The fewest slips from the word to any beginning of the other that is about as long. */
function slipsToBeginning(word: string, other: string, most: number): number {
  const longest = Math.min(other.length, word.length + most);
  if (longest < word.length - most) return most + 1;
  const rows: number[][] = [Array.from({ length: longest + 1 }, (_, index) => index)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= word.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= longest; j++) {
      const isSame = word[i - 1] === other[j - 1];
      const swapped = word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1), swapped));
    }
  }
  return Math.min(...(rows.at(-1) ?? []).slice(Math.max(0, word.length - most)));
}
