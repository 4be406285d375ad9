import { type Change, type Current, keyOf, type Outcome, type RowOutcome } from "./change";
import { isOurs, joined, type Mark, markText } from "./mark";
import { bare, type Effect, type Input, isSendable, type Item, type KeptChange, type KeptRemoval, rebased, sawCells, type SyncState } from "./sync-state";

type Of<K extends Input["do"]> = Extract<Input, { do: K }>;
export type Moment = { now: number; isOnline: boolean };

export const TYPING_ENDS = 1_000;
const BACKOFF = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const BATCH = 50;

/** One step of a page: what happened, and what is to be done now. Pure: the state that was given stays as it is (P1.3). */
export function step(before: SyncState, input: Input, moment: Moment): { state: SyncState; effects: Effect[] } {
  const turn = new Turn(before, moment);
  turn.take(input);
  return { state: turn.state, effects: turn.effects };
}

class Turn {
  readonly effects: Effect[] = [];
  state: SyncState;
  private readonly items: Map<string, Item>;
  private readonly bases: Map<string, number>;

  constructor(before: SyncState, private readonly moment: Moment) {
    this.items = new Map(before.items);
    this.bases = new Map(before.bases);
    this.state = { ...before, items: this.items, bases: this.bases };
  }

  take(input: Input): void {
    switch (input.do) {
      case "type": return this.type(input);
      case "remove": return this.remove(input);
      case "restore": return this.restore(input);
      case "flush": return this.flush(input.isAsked);
      case "answer": return this.answered(input);
      case "fail": return this.state.inFlight?.id === input.request ? this.failed() : undefined;
      case "leave": return this.leave();
      case "adopt": return this.adopt(input);
      case "keepMine": return this.keepMine(input.key);
      case "takeTheirs": return this.takeTheirs(input.key);
      case "know": return void this.bases.set(input.key, input.revision);
    }
  }

  private type({ where, typed, base, problem, isSecret }: Of<"type">): void {
    const key = keyOf(where);
    const before = this.items.get(key);
    const held = before && "change" in before ? before : this.takeFromRemoval(where);
    const over = held ? held.change.base : (this.bases.get(key) ?? base);
    this.put(key, { at: this.moment.now, mark: this.mark(held?.mark), earlier: held?.earlier ?? [], change: { ...typed, ...where, base: over }, refused: problem, isSecret, conflict: before?.conflict });
    if (this.state.failures === 0 && this.state.door === "open") this.effects.push({ do: "plan", milliseconds: TYPING_ENDS });
  }

  /** Typing in a row that could not be removed yet: over what was typed in it before. */
  private takeFromRemoval({ field, rowId }: Pick<Change, "field" | "rowId">): KeptChange | undefined {
    const [group = ""] = field.split(".");
    const removal = rowId === null ? undefined : this.removalOf(group, rowId);
    const held = removal?.dropped.find(({ change }) => change.field === field);
    if (removal && held && rowId !== null) this.put(keyOf({ field: group, rowId }), { ...removal, dropped: removal.dropped.filter((one) => one !== held) });
    return held;
  }

  /** What was typed in the row and not sent yet goes with it. */
  private remove({ group, rowId, cells }: Of<"remove">): void {
    if (this.removalOf(group, rowId)) return this.keepMine(keyOf({ field: group, rowId })); // removed again, with what it says in view
    const seen = Object.fromEntries(cells.map(({ field, base }) => [field, this.bases.get(keyOf({ field, rowId })) ?? base]));
    const dropped = this.dropChanges(rowId);
    for (const { change } of dropped) seen[change.field] = change.base;
    this.put(keyOf({ field: group, rowId }), {
      at: this.moment.now, mark: this.mark(), earlier: joined(dropped.flatMap(({ earlier, mark }) => [...earlier, mark])), removal: { group, rowId, seen }, dropped,
    });
    this.flush();
  }

  private restore({ group, rowId, cells }: Of<"restore">): void {
    const removal = this.removalOf(group, rowId);
    const dropped = removal?.dropped ?? [];
    this.drop(keyOf({ field: group, rowId }));
    if (removal && (!removal.wasSent || removal.conflict)) this.takeUp(dropped); // nothing was removed: all is as it was
    else {
      for (const { conflict } of this.changesIn(rowId)) this.knowRemoved(rowId, conflict?.current);
      for (const { field, base, typed } of cells) {
        const key = keyOf({ field, rowId });
        const isSaid = typed.state !== "VALUE" || typed.value !== null;
        const held = dropped.find(({ change }) => change.field === field);
        if (!isSaid && !held) continue;
        const before = this.items.get(key);
        const earlier = joined([...(removal ? [...removal.earlier, removal.mark] : []), ...(before?.earlier ?? [])]);
        this.put(key, { at: this.moment.now, mark: this.mark(before?.mark), earlier, change: { ...typed, field, rowId, base: this.bases.get(key) ?? held?.change.base ?? base } });
      }
    }
    this.flush();
  }

  /** One request at a time; `isAsked` tries even where the portal has said no. */
  private flush(isAsked = false): void {
    if (this.state.inFlight || (this.state.door !== "open" && !isAsked)) return;
    const batch = this.nextBatch();
    if (batch.length === 0) return;
    if (isAsked) this.state.failures = 0;
    this.state.isOffline = !this.moment.isOnline;
    if (this.state.isOffline) return;
    const request = ++this.state.requests;
    this.state.inFlight = { id: request, sent: new Map(batch.map(([key, { mark }]) => [key, mark.count])) };
    this.send(request, batch);
  }

  /** A removal alone, or changes together. */
  private nextBatch(): [string, Item][] {
    const sendable = [...this.items].filter(([, item]) => isSendable(item));
    const removal = sendable.find(([, item]) => "removal" in item);
    if (removal) return [removal];
    const single = sendable.find(([key]) => this.state.oneByOne.has(key));
    return single ? [single] : sendable.slice(0, BATCH);
  }

  private send(request: number | null, batch: readonly [string, Item][]): void {
    for (const [key, item] of batch) this.items.set(key, { ...item, wasSent: true });
    const changes = batch.flatMap(([, item]) => ("change" in item ? [{ ...item.change, mark: markText(item.mark) }] : []));
    if (changes.length > 0) this.effects.push({ do: "send", request, method: "PATCH", body: { changes } });
    for (const [, item] of batch) if ("removal" in item) this.effects.push({ do: "send", request, method: "DELETE", body: { ...item.removal, mark: markText(item.mark) } });
  }

  private answered({ request, status, body }: Of<"answer">): void {
    const { inFlight } = this.state;
    if (inFlight?.id !== request) return;
    const said = (typeof body === "object" && body !== null ? body : {}) as { message?: string; rule?: string; savedAt?: string; answers?: Outcome[]; outcome?: string };
    const [only] = inFlight.sent.size === 1 ? [...inFlight.sent.keys()] : [];
    const isRow = [...inFlight.sent.keys()].some((key) => isRowKey(key));
    const { message = "This could not be kept." } = said;
    if (status === 200 && said.savedAt) {
      for (const answer of said.answers ?? []) this.settle(answer, inFlight.sent.get(keyOf(answer)));
      if (only && said.outcome) this.settleRow(only, said as RowOutcome, { tab: this.state.tab, count: inFlight.sent.get(only) ?? 0, since: 0 });
      return this.goOn({ savedAt: said.savedAt });
    }
    if (status === 422 && !isRow) {
      if (only) this.refuse(only, inFlight.sent.get(only), { reason: message });
      else this.state.oneByOne = new Set(inFlight.sent.keys());
      return this.goOn({}, only);
    }
    if (status < 400 || status >= 500 || status === 429 || status === 408) return this.failed();
    this.state.inFlight = null;
    this.state.message = message;
    this.state.door = status !== 401 ? "stopped" : said.rule === "P1.3" ? "somebodyElse" : "signedOut";
  }

  private goOn(known: { savedAt?: string }, settled?: string): void {
    const oneByOne = settled ? new Set([...this.state.oneByOne].filter((key) => key !== settled)) : this.state.oneByOne;
    this.state = { ...this.state, ...known, oneByOne, inFlight: null, door: "open", message: null, isOffline: false, failures: 0 };
    this.flush();
  }

  private settle(answer: Outcome, count: number | undefined): void {
    const key = keyOf(answer);
    const item = this.items.get(key);
    if (answer.outcome === "saved") {
      this.bases.set(key, answer.revision);
      this.sawInRemoval(answer, answer.revision);
    }
    if (!item || !("change" in item)) return;
    const isLatest = item.mark.count === count;
    if (answer.outcome === "saved") {
      if (isLatest) this.drop(key);
      else this.put(key, rebased(item, answer.revision));
    } else if (answer.outcome === "refused") this.refuse(key, count, answer);
    else if (isOurs(item, answer.current.mark)) this.put(key, rebased(item, answer.current.revision));
    else this.put(key, { ...item, conflict: { current: answer.current } });
  }

  private settleRow(key: string, answer: RowOutcome, sent: Mark): void {
    const item = this.items.get(key);
    if (answer.outcome === "removed") {
      const rowId = key.slice(key.indexOf(":") + 1);
      for (const [field, revision] of Object.entries(answer.revisions)) this.bases.set(keyOf({ field, rowId }), revision);
      for (const one of this.changesIn(rowId)) // brought back since, over our own removal
        if (!answer.wasGone && isOurs(one, markText(sent))) this.put(keyOf(one.change), rebased(one, answer.revisions[one.change.field] ?? one.change.base));
      if (item) this.drop(key);
    } else if (item && "removal" in item) {
      if (answer.cells.every(({ current }) => isOurs(item, current.mark))) this.put(key, { ...item, removal: sawCells(item.removal, answer.cells) });
      else this.put(key, { ...item, conflict: { cells: answer.cells } });
    }
  }

  private refuse(key: string, count: number | undefined, { reason, isSecret }: { reason: string; isSecret?: boolean }): void {
    const item = this.items.get(key);
    if (item && item.mark.count === count) this.put(key, { ...item, refused: reason, isSecret });
  }

  private failed(): void {
    this.state.inFlight = null;
    this.state.isOffline = !this.moment.isOnline;
    this.effects.push({ do: "plan", milliseconds: BACKOFF[Math.min(this.state.failures, BACKOFF.length - 1)] ?? TYPING_ENDS });
    this.state.failures++;
  }

  /** The page goes away: what is still here leaves at once, whatever else is under way. The outbox holds it in any case. */
  private leave(): void {
    const waiting = [...this.items].filter(([, item]) => isSendable(item)).slice(0, BATCH);
    const isUnderWay = waiting.every(([key, { mark }]) => this.state.inFlight?.sent.get(key) === mark.count);
    if (!isUnderWay && this.moment.isOnline && this.state.door === "open") this.send(null, waiting);
  }

  private adopt({ left }: Of<"adopt">): void {
    for (const [key, kept] of left) {
      if (this.items.has(key)) continue;
      this.bases.delete(key); // it was typed over what it says itself
      this.put(key, { ...kept, mark: this.mark(), earlier: joined([...kept.earlier, kept.mark]), wasSent: true });
    }
  }

  /** Ours is written over what stands now; a row is removed, whatever it says now. */
  private keepMine(key: string): void {
    const item = this.items.get(key);
    if (!item?.conflict) return;
    const { current, cells } = item.conflict;
    const mine = { ...item, mark: this.mark(item.mark), conflict: undefined };
    if ("change" in mine && current) this.put(key, rebased(mine, current.revision));
    if ("removal" in mine && cells) {
      const typed = this.dropChanges(mine.removal.rowId);
      const dropped = [...mine.dropped.filter(({ change }) => !typed.some((one) => one.change.field === change.field)), ...typed];
      this.put(key, { ...mine, earlier: joined([...mine.earlier, ...typed.map(({ mark }) => mark)]), dropped, removal: sawCells(mine.removal, cells) });
    }
    this.flush();
  }

  /** Ours is given up; the caller shows what stands. Of a row that was to be removed: it stays, with what was typed in it. */
  private takeTheirs(key: string): void {
    const item = this.items.get(key);
    if (!item?.conflict) return;
    const { current, cells = [] } = item.conflict;
    this.drop(key);
    if ("removal" in item) {
      this.takeUp(item.dropped);
      for (const cell of cells) { // shown now, but where our own text is
        const name = keyOf({ field: cell.field, rowId: item.removal.rowId });
        if (!this.items.has(name)) this.bases.set(name, cell.current.revision);
      }
    }
    if ("change" in item && current) {
      this.bases.set(key, current.revision);
      if (current.removed && item.change.rowId) {
        this.knowRemoved(item.change.rowId, current);
        for (const { change } of this.changesIn(item.change.rowId)) this.drop(keyOf(change));
      }
    }
    this.flush();
  }

  private takeUp(dropped: readonly KeptChange[]): void {
    for (const kept of dropped) if (!this.items.has(keyOf(kept.change))) this.put(keyOf(kept.change), { ...rebased(kept, this.bases.get(keyOf(kept.change)) ?? kept.change.base), wasSent: true });
  }

  private knowRemoved(rowId: string, current: Current | undefined): void {
    for (const [field, revision] of Object.entries(current?.removed ?? {})) this.bases.set(keyOf({ field, rowId }), revision);
  }

  /** A change of a row that is removed by now was kept after all: it was seen. */
  private sawInRemoval({ field, rowId }: Pick<Change, "field" | "rowId">, revision: number): void {
    if (rowId === null) return;
    const [group = ""] = field.split(".");
    const item = this.removalOf(group, rowId);
    if (item) this.put(keyOf({ field: group, rowId }), { ...item, removal: { ...item.removal, seen: { ...item.removal.seen, [field]: revision } } });
  }

  private removalOf(group: string, rowId: string): (Item & KeptRemoval) | undefined {
    const item = this.items.get(keyOf({ field: group, rowId }));
    return item && "removal" in item ? item : undefined;
  }

  /** Takes a row's changes away, to come back with it; a secret only stands in the form. */
  private dropChanges(rowId: string): KeptChange[] {
    return this.changesIn(rowId).flatMap(({ at, mark, earlier, change, isSecret }) => {
      this.drop(keyOf(change));
      return isSecret ? [] : [{ at, mark, earlier, change }];
    });
  }

  private changesIn(rowId: string): (Item & KeptChange)[] {
    return [...this.items.values()].filter((item): item is Item & KeptChange => "change" in item && item.change.rowId === rowId);
  }

  private mark(before?: Mark): Mark {
    const count = ++this.state.count;
    return { tab: this.state.tab, count, since: before?.since ?? count };
  }

  private put(key: string, item: Item): void {
    this.items.set(key, item);
    if (item.isSecret) this.effects.push({ do: "drop", key });
    else this.effects.push({ do: "put", key, kept: bare(item) });
  }

  private drop(key: string): void {
    if (this.items.delete(key)) this.effects.push({ do: "drop", key });
  }
}

/** A row is called by its list, `risks:<id>`; a cell by its field, `risks.text:<id>`. */
const isRowKey = (key: string): boolean => key.includes(":") && !key.slice(0, key.indexOf(":")).includes(".");
