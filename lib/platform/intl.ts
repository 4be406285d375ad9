/**
 * Formatters by locale and options. Making one costs a hundred times as much as using it, and a list asks for the same
 * few in every row; the zones and currencies of one organisation are few, too.
 */
const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();
const AT_MOST = 500;

function kept<T>(all: Map<string, T>, key: string, make: () => T): T {
  const found = all.get(key);
  if (found) return found;
  if (all.size >= AT_MOST) all.clear();
  const made = make();
  all.set(key, made);
  return made;
}

/** `new Intl.DateTimeFormat(locale, options)`, made once. Throws a RangeError for an unknown zone. */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(dates, locale + JSON.stringify(options), () => new Intl.DateTimeFormat(locale, options));

/** `new Intl.NumberFormat(locale, options)`, made once. Throws a RangeError for an unknown currency. */
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  kept(numbers, locale + JSON.stringify(options), () => new Intl.NumberFormat(locale, options));

/** "a, b and c", or with another word before the last. */
export const listText = (words: readonly string[], join: "and" | "or" = "and"): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${join} ${words.at(-1)}`;
