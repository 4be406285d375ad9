import { GROUP_IDS, type GroupId } from "../fields/types";

/** A list's order is an answer of its own, beside its rows: their ids, first to last. It is kept and conflicts like any other (P1.3). */
export const orderField = (group: GroupId): string => `${group}.order`;

const GROUP_OF: ReadonlyMap<string, GroupId> = new Map(GROUP_IDS.map((group) => [orderField(group), group]));

/** The list whose order this field holds; undefined for any other field. */
export const groupOrdered = (field: string): GroupId | undefined => GROUP_OF.get(field);

/** Rows in the order that somebody chose. Those that it does not name come last, oldest first (uuid v7 sorts by its time). */
export function inOrder(rows: readonly string[], order: unknown): string[] {
  const place = new Map(Array.isArray(order) ? order.map((row, index) => [String(row), index]) : []);
  return [...rows].sort((a, b) => (place.get(a) ?? place.size) - (place.get(b) ?? place.size) || (a < b ? -1 : a > b ? 1 : 0));
}
