/** The rows of the inbox as they stand in the page, drawn on the server. `data-key` of a row: handover, key and version. */
const ROW = "tr[data-key]";
const list = () => document.getElementById("inbox-list");

export type KeyOfRow = { id: string; keyId: string; briefVersion: number };

export const allRows = (): HTMLElement[] => [...(list()?.querySelectorAll<HTMLElement>(ROW) ?? [])];
export const rowOf = (node: Element | null): HTMLElement | null => node?.closest<HTMLElement>(`#inbox-list ${ROW}`) ?? null;
export const rowByKey = (keyId: string | null): HTMLElement | undefined => (keyId === null ? undefined : allRows().find((row) => keyOf(row).keyId === keyId));
export const linkOf = (row: HTMLElement | undefined | null): HTMLAnchorElement | null => row?.querySelector<HTMLAnchorElement>(".row-link") ?? null;
export const boxOf = (row: HTMLElement): HTMLInputElement | null => row.querySelector<HTMLInputElement>("input.row-check");

export function keyOf(element: HTMLElement): KeyOfRow {
  const [id = "", keyId = "", version = ""] = (element.dataset.key ?? "").split(":");
  return { id, keyId, briefVersion: Number(version) };
}

/** The row that keys act on: the one with the focus, else the one whose brief is open. */
export const currentRow = (openKey: string | null): HTMLElement | null => rowOf(document.activeElement) ?? rowByKey(openKey) ?? null;

/** The row after (or before) another; the first or last one when there is none. */
export function neighbour(row: HTMLElement | null, by: 1 | -1): HTMLElement | undefined {
  const all = allRows();
  const at = row ? all.indexOf(row) : by === 1 ? -1 : all.length;
  return all[Math.min(all.length - 1, Math.max(0, at + by))];
}

/** What opens once this row is gone: the next one, or at the end the one before. */
export function rowAfter(row: HTMLElement | null | undefined): HTMLElement | undefined {
  if (!row) return undefined;
  const all = allRows();
  const at = all.indexOf(row);
  return all[at + 1] ?? all[at - 1];
}

/** Shows which row's brief is open, for eyes and readers. */
export function markCurrent(keyId: string | null): void {
  for (const row of allRows()) {
    const isOpen = keyOf(row).keyId === keyId;
    row.toggleAttribute("data-current", isOpen);
    if (isOpen) linkOf(row)?.setAttribute("aria-current", "true");
    else linkOf(row)?.removeAttribute("aria-current");
  }
}

export const tickedRows = (): HTMLElement[] => allRows().filter((row) => boxOf(row)?.checked);

/** Ticks a row or takes the tick away; the bar of actions hears of it. */
export function tick(row: HTMLElement, checked?: boolean): void {
  const box = boxOf(row);
  if (!box) return;
  box.checked = checked ?? !box.checked;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

/** What must survive a new drawing of the list: the order it had, what is ticked, and where the focus is. */
export type Place = { order: string[]; ticked: string[]; focused: string | null };

export const placeNow = (): Place => ({
  order: allRows().map((row) => keyOf(row).keyId),
  ticked: tickedRows().map((row) => keyOf(row).keyId),
  focused: (() => { const row = rowOf(document.activeElement); return row ? keyOf(row).keyId : null; })(),
});

/** Puts it back: a focused row that is gone gives its focus to the one that followed it. */
export function restorePlace({ order, ticked, focused }: Place): void {
  for (const keyId of ticked) {
    const row = rowByKey(keyId);
    if (row) tick(row, true);
  }
  list()?.dispatchEvent(new Event("change"));
  if (focused === null || (document.activeElement !== null && document.activeElement !== document.body)) return;
  const at = order.indexOf(focused);
  const standing = [...order.slice(at), ...order.slice(0, at).reverse()].map((keyId) => rowByKey(keyId)).find((row) => row !== undefined);
  linkOf(standing)?.focus({ preventScroll: true });
}
