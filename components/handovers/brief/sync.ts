import { type Change, keyOf } from "./change";
import { joined } from "./mark";
import { answered } from "./sync-answer";
import { failed, flush, leave } from "./sync-send";
import { type Effect, type Input, type KeptChange, rebased, sawCells, type SyncState } from "./sync-state";
import { type Moment, Turn } from "./sync-turn";

type Of<K extends Input["do"]> = Extract<Input, { do: K }>;

const TYPING_ENDS = 1_000;

/** One step of a page: what happened, and what is to be done now. Pure: the state that was given stays as it is (P1.3). */
export function step(before: SyncState, input: Input, moment: Moment): { state: SyncState; effects: Effect[] } {
  const turn = new Turn(before, moment);
  take(turn, input);
  return { state: turn.state, effects: turn.effects };
}

function take(turn: Turn, input: Input): void {
  switch (input.do) {
    case "type": return type(turn, input);
    case "remove": return remove(turn, input);
    case "restore": return restore(turn, input);
    case "flush": return flush(turn, input.isAsked);
    case "answer": return answered(turn, input);
    case "fail": return turn.state.inFlight?.id === input.request ? failed(turn) : undefined;
    case "leave": return leave(turn);
    case "adopt": return adopt(turn, input);
    case "keepMine": return keepMine(turn, input.key);
    case "takeTheirs": return takeTheirs(turn, input.key);
    case "know": return void turn.bases.set(input.key, input.revision);
  }
}

function type(turn: Turn, { where, typed, base, problem, isSecret }: Of<"type">): void {
  const key = keyOf(where);
  const before = turn.items.get(key);
  const held = before && "change" in before ? before : takeFromRemoval(turn, where);
  const over = held ? held.change.base : (turn.bases.get(key) ?? base);
  turn.put(key, { at: turn.moment.now, mark: turn.mark(held?.mark), earlier: held?.earlier ?? [], change: { ...typed, ...where, base: over }, refused: problem, isSecret, conflict: before?.conflict });
  if (turn.state.failures === 0 && turn.state.door === "open") turn.effects.push({ do: "plan", milliseconds: TYPING_ENDS });
}

/** Typing in a row that could not be removed yet: over what was typed in it before. */
function takeFromRemoval(turn: Turn, { field, rowId }: Pick<Change, "field" | "rowId">): KeptChange | undefined {
  const [group = ""] = field.split(".");
  const removal = rowId === null ? undefined : turn.removalOf(group, rowId);
  const held = removal?.dropped.find(({ change }) => change.field === field);
  if (removal && held && rowId !== null) turn.put(keyOf({ field: group, rowId }), { ...removal, dropped: removal.dropped.filter((one) => one !== held) });
  return held;
}

/** What was typed in the row and not sent yet goes with it. */
function remove(turn: Turn, { group, rowId, cells }: Of<"remove">): void {
  if (turn.removalOf(group, rowId)) return keepMine(turn, keyOf({ field: group, rowId })); // removed again, with what it says in view
  const seen = Object.fromEntries(cells.map(({ field, base }) => [field, turn.bases.get(keyOf({ field, rowId })) ?? base]));
  const dropped = turn.dropChanges(rowId);
  for (const { change } of dropped) seen[change.field] = change.base;
  turn.put(keyOf({ field: group, rowId }), {
    at: turn.moment.now, mark: turn.mark(), earlier: joined(dropped.flatMap(({ earlier, mark }) => [...earlier, mark])), removal: { group, rowId, seen }, dropped,
  });
  flush(turn);
}

/** The row stands again as the form has it: as if nothing had happened, or over its removal. */
function restore(turn: Turn, { group, rowId, cells }: Of<"restore">): void {
  const removal = turn.removalOf(group, rowId);
  const dropped = removal?.dropped ?? [];
  turn.drop(keyOf({ field: group, rowId }));
  if (removal && (!removal.wasSent || removal.conflict)) turn.takeUp(dropped); // nothing was removed: all is as it was
  else {
    for (const { conflict } of turn.changesIn(rowId)) turn.knowRemoved(rowId, conflict?.current);
    for (const { field, base, typed } of cells) {
      const key = keyOf({ field, rowId });
      const isSaid = typed.state !== "VALUE" || typed.value !== null;
      const held = dropped.find(({ change }) => change.field === field);
      if (!isSaid && !held) continue;
      const before = turn.items.get(key);
      const earlier = joined([...(removal ? [...removal.earlier, removal.mark] : []), ...(before?.earlier ?? [])]);
      turn.put(key, { at: turn.moment.now, mark: turn.mark(before?.mark), earlier, change: { ...typed, field, rowId, base: turn.bases.get(key) ?? held?.change.base ?? base } });
    }
  }
  flush(turn);
}

/** What pages that are gone left becomes this page's, under marks of its own. */
function adopt(turn: Turn, { left }: Of<"adopt">): void {
  for (const [key, kept] of left) {
    if (turn.items.has(key)) continue;
    turn.bases.delete(key); // it was typed over what it says itself
    turn.put(key, { ...kept, mark: turn.mark(), earlier: joined([...kept.earlier, kept.mark]), wasSent: true });
  }
}

/** Ours is written over what stands now; a row is removed, whatever it says now. */
function keepMine(turn: Turn, key: string): void {
  const item = turn.items.get(key);
  if (!item?.conflict) return;
  const { current, cells } = item.conflict;
  const mine = { ...item, mark: turn.mark(item.mark), conflict: undefined };
  if ("change" in mine && current) turn.put(key, rebased(mine, current.revision));
  if ("removal" in mine && cells) {
    const typed = turn.dropChanges(mine.removal.rowId);
    const dropped = [...mine.dropped.filter(({ change }) => !typed.some((one) => one.change.field === change.field)), ...typed];
    turn.put(key, { ...mine, earlier: joined([...mine.earlier, ...typed.map(({ mark }) => mark)]), dropped, removal: sawCells(mine.removal, cells) });
  }
  flush(turn);
}

/** Ours is given up; the caller shows what stands. Of a row that was to be removed: it stays, with what was typed in it. */
function takeTheirs(turn: Turn, key: string): void {
  const item = turn.items.get(key);
  if (!item?.conflict) return;
  const { current, cells = [] } = item.conflict;
  turn.drop(key);
  if ("removal" in item) {
    turn.takeUp(item.dropped);
    for (const cell of cells) { // shown now, but where our own text is
      const name = keyOf({ field: cell.field, rowId: item.removal.rowId });
      if (!turn.items.has(name)) turn.bases.set(name, cell.current.revision);
    }
  }
  if ("change" in item && current) {
    turn.bases.set(key, current.revision);
    if (current.removed && item.change.rowId) {
      turn.knowRemoved(item.change.rowId, current);
      for (const { change } of turn.changesIn(item.change.rowId)) turn.drop(keyOf(change));
    }
  }
  flush(turn);
}
