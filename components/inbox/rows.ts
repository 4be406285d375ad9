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

/** What must survive a new drawing: the order of the list, what is ticked, and where the focus is, in a row or in the open brief. */
export type Place = { order: string[]; ticked: string[]; focused: string | null; control: string | null };

export function placeNow(): Place {
  const row = rowOf(document.activeElement);
  return {
    order: allRows().map((one) => keyOf(one).keyId),
    ticked: tickedRows().map((one) => keyOf(one).keyId),
    focused: row ? keyOf(row).keyId : null,
    control: controlOf(document.activeElement),
  };
}

/** How a control of the open brief is found again. */
function controlOf(element: Element | null): string | null {
  if (!(element instanceof HTMLElement) || !element.closest("[data-detail]")) return null;
  if (element.id) return `#${element.id}`;
  if (element.dataset.act) return `[data-act="${element.dataset.act}"]`;
  const href = element.getAttribute("href");
  return href ? `a[href="${CSS.escape(href)}"]` : null;
}

/** Puts it back: a focused row that is gone gives its focus to the one that followed it. */
export function restorePlace({ order, ticked, focused, control }: Place): void {
  for (const keyId of ticked) {
    const row = rowByKey(keyId);
    if (row) tick(row, true);
  }
  list()?.dispatchEvent(new Event("change"));
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  if (control !== null) document.querySelector<HTMLElement>(`[data-detail] ${control}`)?.focus({ preventScroll: true });
  if (focused === null) return;
  const at = order.indexOf(focused);
  const standing = [...order.slice(at), ...order.slice(0, at).reverse()].map((keyId) => rowByKey(keyId)).find((row) => row !== undefined);
  linkOf(standing)?.focus({ preventScroll: true });
}
