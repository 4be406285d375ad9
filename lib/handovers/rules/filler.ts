/** What people write when they have nothing to say. Compared without case, punctuation and doubled spaces. */
const FILLERS = new Set([
  "n/a", "n.a", "na", "n a", "x", "not applicable", "tbd", "tba", "tbc", "to be defined", "to be determined", "to be decided", "to be confirmed",
  "to be announced", "to be discussed", "to do", "todo", "later", "will follow", "follows", "pending", "wip", "open", "unknown",
  "not known", "dont know", "do not know", "no idea", "idk", "placeholder", "fill in", "fill me in", "null", "nil", "undefined", "test",
  "testing", "asdf", "qwerty", "qwertz", "blah", "blah blah", "lorem ipsum", "see above", "see below", "see contract", "see the contract",
  "see crm", "see hubspot", "see mail", "see email", "see proposal", "same", "same as above", "as above", "ditto", "as discussed", "as agreed",
  "k.a", "ka", "keine angabe", "folgt", "offen", "siehe oben", "siehe vertrag",
]);

/** Why a text is no answer (P1.4), as the start of a sentence ("“TBD” says nothing yet."), or null when it is one. */
export function fillerReason(text: string, label: string): string | null {
  const shown = text.trim().length > 40 ? `${text.trim().slice(0, 40)}…` : text.trim();
  const bare = normalised(text);
  if (bare === "") return shown === "" ? null : `“${shown}” says nothing yet.`;
  if (FILLERS.has(bare)) return `“${shown}” says nothing yet.`;
  if (/^(.)\1+$/u.test(bare.replace(/\s/g, "")) && !/^\d+$/.test(bare)) return `“${shown}” says nothing yet.`;
  if (bare === normalised(label)) return "The label is repeated, without an answer.";
  return null;
}

/** Without case, outer punctuation, inner quotes and doubled spaces; so that "TBD!!" and " tbd" are one. */
export const normalised = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(/[’'`"“”„]/g, "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").replace(/\s+/g, " ");
