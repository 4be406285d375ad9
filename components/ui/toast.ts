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
/** There was something to undo, and nobody has undone it. */
let isLate = false;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a message at the foot of the screen, e.g. `toast("Accepted", { undo: () => undoAcceptAction({ id }) })`. Browser only. */
export function toast(message: string, options: { tone?: Tone; undo?: Toast["undo"]; lasts?: number } = {}): number {
  const id = nextId++;
  if (options.undo) isLate = true;
  const lasts = options.lasts ?? (options.undo ? UNDO_LASTS : LASTS);
  publish([...toasts, { id, message, tone: options.tone ?? "success", lasts, undo: options.undo }].slice(-3));
  return id;
}

/** Takes one away. */
export function dismissToast(id: number): void {
  publish(toasts.filter((one) => one.id !== id));
}

/** Takes back what this toast tells of. */
export function undo(one: Toast): void {
  dismissToast(one.id);
  isLate = false;
  void one.undo?.();
}

/** The key `z`: undoes the latest action that still can be, or says why there is none (B1). */
export function undoLatest(): void {
  const latest = toasts.findLast((one) => one.undo);
  if (latest) undo(latest);
  else toast(isLate ? "That cannot be undone any more: there are ten seconds for it." : "There is nothing to undo.", { tone: "info" });
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
