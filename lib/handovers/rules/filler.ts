/** What people write when they have nothing to say. Compared without case, punctuation and doubled spaces. */
const FILLERS = new Set([
  "n/a", "n.a", "na", "n a", "x", "not applicable", "tbd", "tba", "tbc", "to be defined", "to be determined", "to be decided", "to be confirmed",
  "to be announced", "to be discussed", "to do", "todo", "later", "will follow", "follows", "pending", "wip", "open", "unknown",
  "not known", "dont know", "do not know", "no idea", "idk", "placeholder", "fill in", "fill me in", "null", "nil", "undefined", "test",
  "testing", "blah", "blah blah", "lorem ipsum", "see above", "see below", "see contract", "see the contract",
  "see crm", "see hubspot", "see mail", "see email", "see proposal", "same", "same as above", "as above", "ditto", "as discussed", "as agreed", "ask sales", "ask me", "see chat", "see slack", "see notes", "see attachment", "no comment", "bla", "bla bla",
  "k.a", "ka", "keine angabe", "folgt", "offen", "siehe oben", "siehe vertrag",
]);

/** What else stands beside a field, and says nothing when it is typed into it. */
export type FieldWords = { label: string; help?: string; why?: string; example?: string };

/** Why a text is no answer (P1.4), as a sentence ("“TBD” says nothing yet."), or null when it is one. */
export function fillerReason(text: string, { label, help, why, example }: FieldWords): string | null {
  const shown = text.trim().length > 40 ? `${text.trim().slice(0, 40)}…` : text.trim();
  const bare = normalised(text);
  if (shown === "") return null;
  if (bare === "" || isFiller(bare)) return `“${shown}” says nothing yet.`;
  if (isMash(text.trim())) return `“${shown}” is no word.`;
  if (bare === normalised(label)) return "The label is repeated, without an answer.";
  if (example !== undefined && bare === normalised(example)) return "The example is repeated, without an answer.";
  return [help, why].some((words) => words !== undefined && bare === normalised(words)) ? "The explanation is repeated, without an answer." : null;
}

/** One of the words above, several of them ("TBD / later"), one character again and again, or Latin from a template. */
function isFiller(bare: string): boolean {
  if (FILLERS.has(bare) || /\blorem ipsum\b|\bdolor sit amet\b/.test(bare)) return true;
  if (/^(.)\1+$/u.test(bare.replace(/\s/g, "")) && !/^\d+$/.test(bare)) return true;
  const parts = bare.split(/\s*[,;|()–—]\s*|\s+[-/]\s+/u).map(normalised).filter((part) => part !== "");
  return parts.length > 1 && parts.every((part) => FILLERS.has(part));
}

const ROWS = ["qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjklöä", "zxcvbnm", "yxcvbnm"];
const RUNS = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(""))];

/** Fingers on a keyboard: neighbouring keys, one short piece again and again, or six small letters without a vowel. */
function isMash(text: string): boolean {
  return text.split(/\s+/).every((word) => {
    const letters = word.replace(/[^\p{L}]/gu, "");
    const small = letters.toLowerCase();
    if (letters.length < 4 || letters.length < word.length - 2 || letters === letters.toUpperCase()) return false;
    return RUNS.some((run) => run.includes(small)) || (/^([a-z]{3,4})\1+[a-z]{0,3}$/.test(small) && isOnOneRow(small)) || (letters.length >= 6 && /^[bcdfghjklmnpqrstvwxz]+$/.test(small));
  });
}

const isOnOneRow = (word: string) => ROWS.some((row) => [...word].every((letter) => row.includes(letter)));

/** Without case, outer punctuation, inner quotes and doubled spaces; so that "TBD!!" and " tbd" are one. */
export const normalised = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(/[’'`"“”„]/g, "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").replace(/\s+/g, " ");
