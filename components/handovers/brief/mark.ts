/**
 * Names what was typed into one answer: the tab, and a count. Whatever is sent under it is the same, sent again. From
 * `since` on, each count is earlier typing that this one was typed over.
 */
export type Mark = { tab: string; count: number; since: number };

export const markText = ({ tab, count }: Mark): string => `${tab}:${String(count)}`;

/** Is what stands our own earlier typing, sent once and never answered? Then what was typed since was typed over it. */
export function isOurs({ mark, earlier }: { mark: Mark; earlier: readonly Mark[] }, standing: string | null | undefined): boolean {
  const [name, number] = standing?.split(":") ?? [];
  return [mark, ...earlier].some(({ tab, count, since }) => tab === name && since <= Number(number) && Number(number) <= count);
}

/** Marks of several, each once. */
export const joined = (marks: readonly Mark[]): Mark[] =>
  [...new Map([...marks].sort((a, b) => a.count - b.count).map((mark) => [`${mark.tab}:${String(mark.since)}`, mark])).values()];
