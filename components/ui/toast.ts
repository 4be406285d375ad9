import type { Tone } from "./tone";

/** A short word after an action. With `undo` it stays as long as the action can be taken back. */
export type Toast = {
  id: number;
  message: string;
  tone: Tone;
  /** Milliseconds on the screen. */
  lasts: number;
  undo?: () => void | Promise<void>;
};

/** B1: an acceptance or return can be undone for ten seconds. The database decides; this is what people see of it. */
const UNDO_LASTS = 10_000;
const LASTS = 5_000;

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a message at the foot of the screen, e.g. `toast("Accepted", { undo: () => undoAcceptAction({ id }) })`. Browser only. */
export function toast(message: string, options: { tone?: Tone; undo?: Toast["undo"]; lasts?: number } = {}): number {
  const id = nextId++;
  const lasts = options.lasts ?? (options.undo ? UNDO_LASTS : LASTS);
  publish([...toasts, { id, message, tone: options.tone ?? "success", lasts, undo: options.undo }].slice(-3));
  return id;
}

/** Takes one away. */
export function dismissToast(id: number): void {
  publish(toasts.filter((one) => one.id !== id));
}

/** Undoes the latest action that still can be (the key `z`); false when there is none. */
export function undoLatest(): boolean {
  const latest = toasts.findLast((one) => one.undo);
  if (!latest?.undo) return false;
  dismissToast(latest.id);
  void latest.undo();
  return true;
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}

const NONE: readonly Toast[] = [];

/** On the server there are none. */
export function noToasts(): readonly Toast[] {
  return NONE;
}
