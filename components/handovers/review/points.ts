import type { ReturnReason } from "@/lib/platform/generated/enums";

/** A point while it is being written. `target` names the field, and the row behind an `@`. */
export type DraftPoint = { target: string; reason: ReturnReason | ""; needed: string; suggestion: string };

export const targetOf = (field: string, rowId: string | null | undefined): string => (rowId ? `${field}@${rowId}` : field);

export function splitTarget(target: string): { field: string; rowId: string | null } {
  const [field = "", rowId] = target.split("@");
  return { field, rowId: rowId ?? null };
}

export const emptyPoint = (target = ""): DraftPoint => ({ target, reason: "", needed: "", suggestion: "" });

/** Points wait on this device until they are sent; each key and version has its own. */
const storeOf = (keyId: string, briefVersion: number) => `return:${keyId}:${briefVersion}`;

/** What was written so far; nothing where the device keeps nothing. */
export function keptPoints(keyId: string, briefVersion: number): DraftPoint[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storeOf(keyId, briefVersion)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isDraft) : [];
  } catch {
    return [];
  }
}

export function keepPoints(keyId: string, briefVersion: number, points: readonly DraftPoint[]): void {
  try {
    const written = points.filter(({ target, needed, suggestion }) => target || needed || suggestion);
    if (written.length === 0) localStorage.removeItem(storeOf(keyId, briefVersion));
    else localStorage.setItem(storeOf(keyId, briefVersion), JSON.stringify(written));
  } catch {
    // A device without storage keeps them as long as the page is open.
  }
}

const isDraft = (one: unknown): one is DraftPoint =>
  typeof one === "object" && one !== null && ["target", "reason", "needed", "suggestion"].every((key) => typeof Reflect.get(one, key) === "string");
