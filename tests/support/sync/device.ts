import { type Change, type Current, keyOf } from "@/components/handovers/brief/change";
import { markText } from "@/components/handovers/brief/mark";
import { firstState, type Input, type Kept, type SyncState } from "@/components/handovers/brief/sync-state";
import { step } from "@/components/handovers/brief/sync";
import { orderField } from "@/lib/handovers/rules/row-order";
import type { Ledger } from "./ledger";

/** All on one page of the brief. */
export const SECTION = "purpose";
export const GROUP = "measures";
export const PLAIN = ["purpose.goals", "purpose.success"];
export const CELLS = ["measures.metric", "measures.target"];
export const ORDER = orderField(GROUP);

export type Message = {
  id: number; device: number; page: Page | null; request: number | null; method: "PATCH" | "DELETE";
  body: Record<string, unknown>; user: string; cookie: string | null; answer: { status: number; body: unknown } | null;
};

/** What a page was rendered from. */
export type Rendered = { values: ReadonlyMap<string, { value: string | null; revision: number }>; rows: readonly string[]; orderRevision: number; emptied: ReadonlyMap<string, string[]> };

export type Outside = {
  ledger: Ledger;
  /** What lies on the device, by person, page and key. */
  store: Map<string, string>;
  /** Removals as the ledger knows them, by the mark they are sent under. */
  removals: Map<string, string>;
  send: (page: Page, what: { method: "PATCH" | "DELETE"; body: Record<string, unknown>; request: number | null }) => void;
  isOnline: () => boolean;
  now: () => number;
};

let pages = 0;

/**
 * One open page: the real machine, a form, and what browser and person do with both. In the browser's world (browser-page.ts)
 * machine and form are a real page's, and this is what can be seen of them; what the person saw and did is kept here.
 */
export class Page {
  state: SyncState = firstState(`page-${String(++pages)}`);
  readonly form = new Map<string, string | null>();
  readonly hidden = new Set<string>();
  /** Our removals, by row; all that were seen; and the one that can be undone from the toast. */
  protected readonly removals = new Map<string, string>();
  private readonly seen: Map<string, string[]>;
  latest: string | null = null;
  order: string[];
  isAlive = true;

  constructor(readonly user: string, private readonly rendered: Rendered, protected readonly outside: Outside) {
    this.order = [...rendered.rows];
    this.seen = new Map(rendered.emptied);
    for (const [key, { value }] of rendered.values) this.form.set(key, value);
  }

  take(input: Input): void {
    const { state, effects } = step(this.state, input, { now: this.outside.now(), isOnline: this.outside.isOnline() });
    this.state = state;
    const { store, send } = this.outside;
    for (const effect of effects) {
      if (effect.do === "put") store.set(`${this.user}|${state.tab}|${effect.key}`, JSON.stringify(effect.kept));
      else if (effect.do === "drop") store.delete(`${this.user}|${state.tab}|${effect.key}`);
      else if (effect.do === "send") send(this, effect);
    }
    this.noteRemovals();
  }

  /** Each removal, by the mark that it has now. */
  protected noteRemovals(): void {
    for (const item of this.state.items.values()) {
      const token = "removal" in item && this.removals.get(item.removal.rowId);
      if (token) this.outside.removals.set(markText(item.mark), token);
    }
  }

  /** Once somebody else is signed in, the form is out of sight. */
  isShown = (): boolean => this.state.door !== "somebodyElse";

  rows = (): string[] => this.order.filter((row) => !this.hidden.has(row) || this.state.items.get(keyOf({ field: GROUP, rowId: row }))?.conflict);
  private base = (key: string) => this.rendered.values.get(key)?.revision ?? 0;
  private cells = (rowId: string) => CELLS.map((field) => ({ field, key: keyOf({ field, rowId }) }));
  private typed = (key: string) => ({ state: "VALUE" as const, value: this.form.get(key) ?? null });

  type(field: string, rowId: string | null): void {
    const key = keyOf({ field, rowId });
    const token = this.outside.ledger.write(this.user, [this.form.get(key) ?? null, ...(this.seen.get(rowId ?? "") ?? [])]);
    this.form.set(key, token);
    this.take({ do: "type", where: { field, rowId }, typed: this.typed(key), base: this.base(key) });
  }

  move(rowId: string): void {
    this.order = [rowId, ...this.order.filter((one) => one !== rowId)];
    this.take({ do: "type", where: { field: ORDER, rowId: null }, typed: { state: "VALUE", value: this.order }, base: this.rendered.orderRevision });
  }

  remove(rowId: string): void {
    const key = keyOf({ field: GROUP, rowId });
    if (this.state.items.has(key)) return this.choose(key, true);
    const cells = this.cells(rowId);
    this.removals.set(rowId, this.outside.ledger.write(this.user, cells.map(({ key }) => this.form.get(key) ?? null), "removal"));
    this.hidden.add(rowId);
    this.latest = rowId;
    this.take({ do: "remove", group: GROUP, rowId, cells: cells.map(({ field, key }) => ({ field, base: this.base(key) })) });
  }

  undo(rowId: string): void {
    const removal = this.removals.get(rowId) ?? null;
    if (removal) this.outside.ledger.undo(removal);
    this.bringBack(rowId, removal);
    this.latest = null;
  }

  /** The row as the form has it, over a removal of ours or of somebody else. */
  private bringBack(rowId: string, removal: string | null): void {
    this.hidden.delete(rowId);
    if (removal) this.seen.set(rowId, [...(this.seen.get(rowId) ?? []), removal]);
    for (const { key } of this.cells(rowId)) { const token = this.form.get(key); if (token) this.outside.ledger.bringBack(token, this.user, removal); }
    this.take({ do: "restore", group: GROUP, rowId, cells: this.cells(rowId).map(({ field, key }) => ({ field, base: this.base(key), typed: this.typed(key) })) });
  }

  /** Both versions are on the screen, and the person takes theirs or keeps their own. */
  choose(key: string, isMine: boolean): void {
    const item = this.state.items.get(key);
    if (!item?.conflict) return;
    const { ledger } = this.outside;
    const { current, cells = [] } = item.conflict;
    if ("removal" in item) {
      const { rowId } = item.removal;
      const removal = this.removals.get(rowId);
      if (isMine) {
        if (removal) ledger.saw(removal, [...cells.map(({ current: one }) => this.tokenOf(one)), ...this.cells(rowId).map((cell) => this.form.get(cell.key) ?? null)]);
        this.hidden.add(rowId);
        this.take({ do: "keepMine", key });
        return;
      }
      if (removal) ledger.undo(removal);
      this.hidden.delete(rowId);
      this.take({ do: "takeTheirs", key });
      for (const { field, key: name } of this.cells(rowId)) {
        const mine = this.state.items.get(name);
        const theirs = cells.find((cell) => cell.field === field);
        if (mine && "change" in mine) this.form.set(name, mine.change.value as string | null); // typed before the row was removed
        else if (theirs) this.form.set(name, theirs.current.value as string | null);
      }
    } else if (current?.removed && item.change.rowId) {
      const { rowId } = item.change;
      const removal = this.tokenOf(current);
      if (isMine) return this.bringBack(rowId, removal);
      for (const { key: name } of this.cells(rowId)) if (this.state.items.has(name)) ledger.chooseOther(this.form.get(name) ?? null);
      this.hidden.add(rowId);
      this.take({ do: "takeTheirs", key });
    } else if (current) {
      const mine = this.form.get(key) ?? null;
      if (isMine && mine) ledger.saw(mine, [this.tokenOf(current)]);
      else ledger.chooseOther(mine);
      this.take({ do: isMine ? "keepMine" : "takeTheirs", key });
      if (isMine) return;
      if (key === ORDER) this.order = [...(current.value as string[])];
      else this.form.set(key, current.value as string | null);
    }
  }

  private tokenOf = ({ value, mark }: Current): string | null => (typeof value === "string" ? value : (this.outside.removals.get(mark ?? "") ?? null));

  conflicts = (): string[] => [...this.state.items].flatMap(([key, { conflict }]) => (conflict ? [key] : []));

  /** What pages that are gone left: it stands in this form, and is this page's. */
  adopt(left: [string, Kept][]): void {
    for (const [, kept] of left) {
      if ("removal" in kept) {
        const token = this.outside.removals.get(markText(kept.mark));
        if (token) this.removals.set(kept.removal.rowId, token);
        for (const { change } of kept.dropped) this.form.set(keyOf(change), change.value as string | null);
        this.hidden.add(kept.removal.rowId);
        continue;
      }
      const { field, rowId, value } = kept.change as Change;
      if (field === ORDER) this.order = value as string[];
      else this.form.set(keyOf({ field, rowId }), value as string | null);
      if (rowId && !this.order.includes(rowId)) this.order.push(rowId);
    }
    this.take({ do: "adopt", left });
    this.take({ do: "flush" });
  }
}
