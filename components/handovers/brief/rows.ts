import { uuidv7 } from "uuidv7";
import { inOrder } from "@/lib/handovers/rules/row-order";
import { BLANK_ROW } from "./blank-row";

/** Adds a row to a group: a copy of its blank one, with an id of its own (uuid v7, made here so that it works offline). */
export function addRow(root: HTMLElement, group: string, rowId: string = uuidv7()): HTMLElement | null {
  const blank = root.querySelector<HTMLElement>(`[data-blank="${group}"]`)?.firstElementChild;
  const place = root.querySelector<HTMLElement>(`[data-new-rows="${group}"]`);
  if (!blank || !place) return null;
  const row = blank.cloneNode(true) as HTMLElement;
  for (const element of [row, ...row.querySelectorAll("*")])
    for (const { name, value } of [...element.attributes]) if (value.includes(BLANK_ROW)) element.setAttribute(name, value.replaceAll(BLANK_ROW, rowId));
  place.append(row);
  count(root, group);
  return row;
}

/** Shows each row its number, and says so where there is none. */
export function count(root: HTMLElement, group: string): void {
  const rows = [...root.querySelectorAll<HTMLElement>(`[data-rows="${group}"] [data-group-row]`)].filter((row) => !row.hidden && !row.closest("[data-blank]"));
  rows.forEach((row, index) => {
    for (const place of row.querySelectorAll("[data-number]")) place.textContent = String(index + 1);
    for (const button of row.querySelectorAll<HTMLButtonElement>("[data-action=move-row]")) button.disabled = index === (button.dataset.by === "up" ? 0 : rows.length - 1);
  });
  for (const empty of root.querySelectorAll<HTMLElement>(`[data-empty="${group}"]`)) empty.hidden = rows.length > 0;
}

/** The row that an element stands in. */
export const rowOf = (element: Element): HTMLElement | null => element.closest<HTMLElement>("[data-group-row]");

const rowsIn = (root: HTMLElement, group: string) =>
  [...root.querySelectorAll<HTMLElement>(`[data-rows="${group}"] [data-group-row]`)].filter((row) => !row.closest("[data-blank]"));

/** The rows of a list in the order that they stand in, those removed just now too: they may come back. */
export const orderOf = (root: HTMLElement, group: string): string[] => rowsIn(root, group).map(({ dataset }) => dataset.groupRow ?? "");

/** Puts the rows of a list in this order; others come after. */
export function applyOrder(root: HTMLElement, group: string, order: readonly string[]): void {
  const end = root.querySelector(`[data-new-rows="${group}"]`);
  const rows = new Map(rowsIn(root, group).map((row) => [row.dataset.groupRow ?? "", row]));
  for (const id of inOrder([...rows.keys()], order)) { const row = rows.get(id); if (row) end?.before(row); }
  count(root, group);
}

/** Moves a row past the one that is seen above or below it; the button keeps the focus, or hands it to its neighbour. */
export function moveRow(root: HTMLElement, button: HTMLElement): { group: string; order: string[] } | null {
  const row = rowOf(button);
  const { group = "", groupRow = "" } = row?.dataset ?? {};
  const seen = rowsIn(root, group).filter((one) => !one.hidden);
  const isUp = button.dataset.by === "up";
  const other = row && seen[seen.indexOf(row) + (isUp ? -1 : 1)];
  if (!row || !other) return null;
  const order = orderOf(root, group).filter((id) => id !== groupRow);
  order.splice(order.indexOf(other.dataset.groupRow ?? "") + (isUp ? 0 : 1), 0, groupRow);
  applyOrder(root, group, order);
  const next = button instanceof HTMLButtonElement && button.disabled ? row.querySelector<HTMLElement>(`[data-action=move-row]:not(:disabled)`) : button;
  (next ?? row).focus();
  return { group, order };
}
