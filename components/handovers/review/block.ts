/** One field or row of the brief in the page, as the server named it. */
export type Block = { field: string; rowId: string | null; label: string; /** What is written there, where a typo can be mended. */ words: string | null; element: HTMLElement; /** Whether it can be commented on: the key decides on it (P1.7). */ mayComment: boolean };

const BLOCK = "[data-label][data-field]"; // controls of forms have a data-field, too

/** The field or row around an element. */
export function blockAround(element: Element | null): Block | null {
  const found = element?.closest<HTMLElement>(BLOCK);
  if (!found) return null;
  const { field = "", row, label = "", wording, text } = found.dataset;
  return { field, rowId: row ?? null, label, element: found, mayComment: found.querySelector("[data-comment]") !== null, words: wording === undefined ? null : (text ?? found.querySelector("[data-words]")?.textContent ?? null) };
}

/** What is written in a cell of the row around, where a typo can be mended; null where there is none. */
export const wordsOfCell = ({ element }: Block, field: string): string | null => element.querySelector(`[data-cell="${CSS.escape(field)}"]`)?.textContent ?? null;

export const findBlock = ({ field, rowId }: { field: string; rowId: string | null }): Block | null =>
  blockAround(document.querySelector(rowId ? `${BLOCK}[data-row="${CSS.escape(rowId)}"]` : `[data-label][data-field="${CSS.escape(field)}"]:not([data-row])`));

/** Goes to the next or the one before among those that match: fields with `j` and `k`, changes with `n` and `p`. Says whether there was one. */
export function step(selector: string, by: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(`${BLOCK}${selector}`)];
  if (all.length === 0) return false;
  const here = document.activeElement?.closest<HTMLElement>(BLOCK);
  const at = here ? all.indexOf(here) : -1;
  const following = here && at < 0
    ? all.findIndex((one) => (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)
    : -1;
  const next = at >= 0 ? at + by : following >= 0 ? (by === 1 ? following : following - 1) : by === 1 ? 0 : all.length - 1;
  const found = all[(next + all.length) % all.length];
  found?.closest("details:not([open])")?.setAttribute("open", "");
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: "center" });
  return found !== undefined;
}
