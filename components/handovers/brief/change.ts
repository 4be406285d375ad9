import type { Answer, Json } from "@/lib/handovers/rules/answers";
import { anchorOf } from "./anchor";

/** What stands in the form for one field or cell. */
export type Typed = Pick<Answer, "state" | "value" | "reason"> & {
  unknown?: { ownerId: string | null; due: string | null; risk: string };
};

/** One answer as the door takes it: `base` is the revision it was typed over, 0 for a new one. */
export type Change = Typed & { field: string; rowId: string | null; base: number };

/** What somebody else, or another tab, kept meanwhile. */
export type Current = { state: string; value: Json; revision: number; by: string | null; at: string };

/** The door's answer to one change. */
export type Outcome = { field: string; rowId: string | null } & (
  | { outcome: "saved"; revision: number }
  | { outcome: "refused"; reason: string; isSecret?: true }
  | { outcome: "conflict"; current: Current }
);

/** Names one answer among those of its brief. */
export const keyOf = ({ field, rowId }: Pick<Change, "field" | "rowId">): string => anchorOf(field, rowId);

/** State and value as one comparable text, whatever the order of keys. */
export const signature = (state: string, value: Json): string => `${state} ${JSON.stringify(value, ordered)}`;

const ordered = (_: string, inner: unknown): unknown =>
  inner !== null && typeof inner === "object" && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
    : inner;
