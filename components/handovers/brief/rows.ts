import { uuidv7 } from "uuidv7";
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
  rows.forEach((row, index) => { for (const place of row.querySelectorAll("[data-number]")) place.textContent = String(index + 1); });
  for (const empty of root.querySelectorAll<HTMLElement>(`[data-empty="${group}"]`)) empty.hidden = rows.length > 0;
}

/** The row that an element stands in. */
export const rowOf = (element: Element): HTMLElement | null => element.closest<HTMLElement>("[data-group-row]");
