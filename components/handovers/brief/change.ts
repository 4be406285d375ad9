import type { Answer, Json } from "@/lib/handovers/rules/answers";
import { anchorOf } from "./anchor";

/** What stands in the form for one field or cell. */
export type Typed = Pick<Answer, "state" | "value" | "reason"> & {
  unknown?: { ownerId: string | null; due: string | null; risk: string };
  /** The comment whose suggested wording it is (P1.8); typing on makes it the seller's own. */
  suggestion?: string;
};

/** One answer as the door takes it: `base` is the revision it was typed over, 0 for a new one. */
export type Change = Typed & { field: string; rowId: string | null; base: number };

/** A row taken out of its list, over what the page has seen of it: revisions by cell. */
export type Removal = { group: string; rowId: string; seen: Record<string, number> };

/** What somebody else, or another tab, kept meanwhile. */
export type Current = {
  /** Where people find it; not of an answer that an older portal gave. */
  label?: string; section?: string;
  state: string; value: Json; revision: number; mark?: string | null; by: string | null; at: string;
  /** Their hand is ours: another device, or another tab. */
  isYours?: boolean;
  /** Where the whole row was removed: the revisions of its cells. */
  removed?: Record<string, number>;
};

/** The door's answer to one change. */
export type Outcome = { field: string; rowId: string | null } & (
  | { outcome: "saved"; revision: number }
  | { outcome: "refused"; reason: string; isSecret?: true }
  | { outcome: "conflict"; current: Current }
);

/** The door's answer to a removal: gone, or what the row says that the page has not seen. */
export type RowOutcome =
  | { outcome: "removed"; revisions: Record<string, number>; /** Somebody else had removed it. */ wasGone?: boolean }
  | { outcome: "conflict"; cells: { field: string; current: Current }[] };

/** Names one answer among those of its brief; a row, by its list. */
export const keyOf = ({ field, rowId }: Pick<Change, "field" | "rowId">): string => anchorOf(field, rowId);
