import type { Refusal } from "@/lib/platform/errors";

export type PhaseLink = { id: string; name: string; followsId: string | null };

type Problem = Refusal & { field: string };
const no = (reason: string): Problem => ({ code: "INVALID", rule: "P7.1", reason, field: "followsId" });

/**
 * P7.1: why this phase cannot follow that one, or null: the one before it is a phase of the same option, and phases never follow
 * one another in a circle. `id` is null for a phase that is new. The trigger guard_phase keeps the same.
 */
export function followProblem(phases: readonly PhaseLink[], { id, followsId }: { id: string | null; followsId: string | null }): Problem | null {
  if (followsId === null) return null;
  const before = phases.find((one) => one.id === followsId);
  if (!before) return no("Choose a phase of this option.");
  if (followsId === id) return no("A phase does not follow itself.");
  return id !== null && pathBefore(phases, followsId).includes(id)
    ? no(`“${before.name}” follows this phase already: phases cannot follow one another in a circle.`) : null;
}

/** The phases that a phase could follow, without a circle. */
export const followChoices = <P extends PhaseLink>(phases: readonly P[], id: string | null): P[] =>
  phases.filter((one) => followProblem(phases, { id, followsId: one.id }) === null);

/** The phase and those before it, the nearest first; it ends where a circle would close, should there ever be one. */
export function pathBefore(phases: readonly PhaseLink[], id: string): string[] {
  const path: string[] = [];
  for (let at: string | null = id; at !== null && !path.includes(at);) {
    path.push(at);
    const here: string = at;
    at = phases.find((one) => one.id === here)?.followsId ?? null;
  }
  return path;
}

/** The list with one of its rows a place up or down; null where it is at the end already. */
export function moved<T extends { id: string }>(rows: readonly T[], { id, to }: { id: string; to: "up" | "down" }): T[] | null {
  const at = rows.findIndex((row) => row.id === id);
  const other = to === "up" ? at - 1 : at + 1;
  const [one, two] = [rows[at], rows[other]];
  if (!one || !two) return null;
  return rows.map((row, index) => (index === at ? two : index === other ? one : row));
}

/** The first place that is free, from 1 to `most`; null when all are taken. */
export function freePlace(taken: readonly (number | null)[], most: number): number | null {
  const last = Math.max(0, ...taken.map((place) => place ?? 0));
  if (last < most) return last + 1;
  for (let place = 1; place <= most; place++) if (!taken.includes(place)) return place;
  return null;
}
