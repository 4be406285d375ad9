/** Words a minute that somebody reads who must decide. */
const WORDS_A_MINUTE = 200;
/** P4.6: the reviewer's page reads in under ten minutes. */
export const READ_WITHIN_MINUTES = 10;
/** Who had a section in view for a fifth of the time that it takes has read it; faster is skimming past. */
const SHARE = 0.2;

type Words = { text: string };
type Section = { fields: readonly Words[]; groups: readonly { rows: readonly { title: string; cells: readonly Words[] }[] }[] };

/** How many words a section has to read. */
export function wordsIn({ fields, groups }: Section): number {
  const texts = [...fields.map(({ text }) => text), ...groups.flatMap(({ rows }) => rows.flatMap(({ title, cells }) => [title, ...cells.map(({ text }) => text)]))];
  return countWords(texts.join(" "));
}

export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Seconds that so many words take to read. */
export const secondsFor = (words: number): number => Math.round((words / WORDS_A_MINUTE) * 60);

/** "About 6 minutes to read", and whether that is more than P4.6 grants. */
export function readingEstimate(words: number): { minutes: number; isLong: boolean; text: string } {
  const minutes = Math.max(1, Math.round(words / WORDS_A_MINUTE));
  const isLong = minutes > READ_WITHIN_MINUTES;
  return { minutes, isLong, text: `About ${minutes} ${minutes === 1 ? "minute" : "minutes"} to read${isLong ? `; ${READ_WITHIN_MINUTES} are meant to do` : ""}` };
}

/** Seconds in view from which a section counts as read (P4.6); 0 for one that says nothing. */
export const secondsToCount = (words: number): number => (words === 0 ? 0 : Math.max(2, Math.round(secondsFor(words) * SHARE)));

/** Whether somebody has read a section, by the seconds that it was in view. A mark for the reader; it blocks nothing. */
export const isRead = (words: number, seconds: number): boolean => seconds >= secondsToCount(words);
