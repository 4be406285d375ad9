import type { Answer } from "./answers";

/** What an answer says: all that somebody can have typed into it. */
export type Content = Pick<Answer, "state" | "value" | "unknown" | "reason">;

/** An answer as it stands: counted, and with the mark of the change that it came by, if a page gave it one. */
export type Standing = Content & { revision: number; mark: string | null };

/** One change as a page asks for it: typed over `base`, 0 where nothing stood. The same mark is the same change, sent again. */
export type AskedChange = Content & { base: number; mark?: string };

export type Kept = { outcome: "write" | "saved"; revision: number } | { outcome: "conflict" };

/**
 * What becomes of one change (P1.3): it is written over the revision that it was typed over and over no other. Sent
 * again, or typed alike by two, it stands already. Anything else is a conflict, and changes nothing.
 */
export function keepAnswer(standing: Standing | null, asked: AskedChange): Kept {
  const revision = standing?.revision ?? 0;
  if (standing && asked.mark !== undefined && standing.mark === asked.mark) return { outcome: "saved", revision };
  if (asked.base === revision) return { outcome: "write", revision: revision + 1 };
  if (standing && sameContent(standing, asked)) return { outcome: "saved", revision };
  return { outcome: "conflict" };
}

/** A row's removal: it was seen with these revisions, by cell; what was never answered has none. */
export type AskedRemoval = { seen: Readonly<Record<string, number>>; mark: string };

export type Removed = { outcome: "write" } | { outcome: "saved"; /** Somebody else did it. */ wasGone: boolean } | { outcome: "conflict"; cells: string[] };

/**
 * What becomes of a row's removal (P1.3): whoever removes it has seen what it says. A cell that says something newer is
 * a conflict, and the whole row stays. A removed row keeps its cells, empty and counted, so that what was typed in it
 * elsewhere meets a revision and is never kept unseen, and no late repeat brings it back.
 */
export function removeCells(standing: ReadonlyMap<string, Standing>, { seen, mark }: AskedRemoval): Removed {
  const said = [...standing].filter(([, cell]) => !isEmpty(cell));
  if (said.length === 0) return { outcome: "saved", wasGone: ![...standing.values()].some((cell) => cell.mark === mark) };
  const newer = said.filter(([cell, { revision }]) => revision !== (seen[cell] ?? 0)).map(([cell]) => cell);
  return newer.length > 0 ? { outcome: "conflict", cells: newer } : { outcome: "write" };
}

/** An answer that says nothing, as every cell of a removed row does. */
export const isEmpty = ({ state, value }: Pick<Content, "state" | "value">): boolean => state === "VALUE" && value === null;

/** Do two answers say the same, whatever the order of keys? */
export const sameContent = (a: Content, b: Content): boolean => canonical(a) === canonical(b);

const canonical = ({ state, value, unknown, reason }: Content): string =>
  JSON.stringify([
    state, value,
    state === "UNKNOWN" ? [unknown?.ownerId ?? null, unknown?.due ?? null, unknown?.risk ?? null] : null,
    state === "NOT_APPLICABLE" ? (reason ?? "") : "",
  ], (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner);
