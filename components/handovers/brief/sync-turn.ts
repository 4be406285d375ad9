import { type Change, type Current, keyOf } from "./change";
import type { Mark } from "./mark";
import { bare, type Effect, type Item, type KeptChange, type KeptRemoval, rebased, type SyncState } from "./sync-state";

export type Moment = { now: number; isOnline: boolean };

/** One step under way: the next state as it grows, and what is to be done. The state before stays as it is. */
export class Turn {
  readonly effects: Effect[] = [];
  state: SyncState;
  readonly items: Map<string, Item>;
  readonly bases: Map<string, number>;

  constructor(before: SyncState, readonly moment: Moment) {
    this.items = new Map(before.items);
    this.bases = new Map(before.bases);
    this.state = { ...before, items: this.items, bases: this.bases };
  }

  /** From here on it lies on the device too; a secret does not. */
  put(key: string, item: Item): void {
    this.items.set(key, item);
    if (item.isSecret) this.effects.push({ do: "drop", key });
    else this.effects.push({ do: "put", key, kept: bare(item) });
  }

  drop(key: string): void {
    if (this.items.delete(key)) this.effects.push({ do: "drop", key });
  }

  mark(before?: Mark): Mark {
    const count = ++this.state.count;
    return { tab: this.state.tab, count, since: before?.since ?? count };
  }

  removalOf(group: string, rowId: string): (Item & KeptRemoval) | undefined {
    const item = this.items.get(keyOf({ field: group, rowId }));
    return item && "removal" in item ? item : undefined;
  }

  changesIn(rowId: string): (Item & KeptChange)[] {
    return [...this.items.values()].filter((item): item is Item & KeptChange => "change" in item && item.change.rowId === rowId);
  }

  /** Takes a row's changes away, to come back with it; a secret only stands in the form. */
  dropChanges(rowId: string): KeptChange[] {
    return this.changesIn(rowId).flatMap(({ at, mark, earlier, change, isSecret }) => {
      this.drop(keyOf(change));
      return isSecret ? [] : [{ at, mark, earlier, change }];
    });
  }

  /** What went with a removed row is typing again. */
  takeUp(dropped: readonly KeptChange[]): void {
    for (const kept of dropped) if (!this.items.has(keyOf(kept.change))) this.put(keyOf(kept.change), { ...rebased(kept, this.bases.get(keyOf(kept.change)) ?? kept.change.base), wasSent: true });
  }

  knowRemoved(rowId: string, current: Current | undefined): void {
    for (const [field, revision] of Object.entries(current?.removed ?? {})) this.bases.set(keyOf({ field, rowId }), revision);
  }

  /** A change of a row that is removed by now was kept after all: it was seen. */
  sawInRemoval({ field, rowId }: Pick<Change, "field" | "rowId">, revision: number): void {
    if (rowId === null) return;
    const [group = ""] = field.split(".");
    const item = this.removalOf(group, rowId);
    if (item) this.put(keyOf({ field: group, rowId }), { ...item, removal: { ...item.removal, seen: { ...item.removal.seen, [field]: revision } } });
  }
}
