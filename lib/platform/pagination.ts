import * as z from "zod";

/** How many rows a page of a list holds. */
export const PAGE_SIZE = 50;

/** Where a list goes on: the sort key of the last row shown, and its id. Opaque in addresses. */
export type Cursor = { key: string; id: string };
const cursor = z.tuple([z.string().max(300), z.uuid()]);

/** For the address: safe characters only. */
export const writeCursor = ({ key, id }: Cursor): string => Buffer.from(JSON.stringify([key, id])).toString("base64url");

/** Read back; null for anything that we did not write, and the list starts at its top. */
export function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  try {
    const [key, id] = cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { key, id };
  } catch {
    return null;
  }
}

export type Page<T> = { rows: T[]; next: string | null };

/** Of `size + 1` rows read, the page and where the next one starts. */
export function pageOf<T>(rows: T[], cursorOf: (row: T) => Cursor, size = PAGE_SIZE): Page<T> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > size && last !== undefined ? writeCursor(cursorOf(last)) : null };
}

/** Text to look for inside a column with LIKE: its wildcards stand for themselves. */
export const likeText = (typed: string): string => typed.trim().replace(/[\\%_]/g, "\\$&");
