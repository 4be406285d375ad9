import { keyOf } from "@/components/handovers/brief/change";
import { oldestOfEach } from "@/components/handovers/brief/outbox";
import { isSendable, type Kept } from "@/components/handovers/brief/sync-state";
import { type AskedChange, isEmpty, keepAnswer, removeCells, type Standing } from "@/lib/handovers/rules/keep-answer";
import { inOrder } from "@/lib/handovers/rules/row-order";
import type { Command } from "./commands";
import { CELLS, type Message, ORDER, type Outside, Page, PLAIN, type Rendered } from "./device";
import { Ledger } from "./ledger";

export const OWNERS = ["sam", "sue"] as const;
const OTHER = "zoe";
const ROWS = ["019a0000-0000-7000-8000-000000000001", "019a0000-0000-7000-8000-000000000002"];

export type Device = { owner: string; user: string | null; isOnline: boolean; pages: Page[]; store: Map<string, string> };
type Sent = { changes?: (AskedChange & { field: string; rowId: string | null })[]; group?: string; rowId?: string; seen?: Record<string, number>; mark?: string };

/** What is still to happen before the next step; of the model, nothing. */
export type Pause = Promise<void> | void;

/**
 * Two devices, a network that loses, repeats and delays, and a portal that keeps answers by its own rules. What happens,
 * who chooses what, and what must be true afterwards is said once, in steps; pages, network and portal are the model's
 * here, and a browser's and the real ones in browser-world.ts.
 */
export class World {
  readonly ledger = new Ledger();
  readonly devices: Device[];
  /** What went wrong, in words. */
  readonly wrongs: string[] = [];
  protected readonly answers = new Map<string, Standing>(ROWS.map((row) => [keyOf({ field: CELLS[0] ?? "", rowId: row }), { state: "VALUE", value: this.ledger.write("somebody", []), revision: 1, mark: null }]));
  protected readonly removals = new Map<string, string>();
  protected messages: Message[] = [];
  private late: Message[] = [];
  private clock = 0;
  protected count = 0;

  /** The devices' owners: two people, or one with two devices. */
  constructor(owners: readonly [string, string] = OWNERS) {
    this.devices = owners.map((owner) => ({ owner, user: owner, isOnline: true, pages: [], store: new Map<string, string>() }));
  }

  *run(command: Command): Generator<Pause> {
    switch (command.do) {
      case "arrive": case "deliver": case "repeat": case "lose": case "delay": return yield* this.travel(command.do, command.message);
      case "restart": return yield* this.restart();
      default: return yield* this.act(command, this.devices[command.device] as Device);
    }
  }

  private *act(command: Exclude<Command, { message: number } | { do: "restart" }>, device: Device): Generator<Pause> {
    if (!("page" in command)) return yield this.befall(command.do, device);
    const page = device.pages[command.page % Math.max(1, device.pages.length)];
    if (!page) return;
    switch (command.do) {
      case "leave": case "crash": return yield this.end(device, page, command.do);
      case "wait": page.take({ do: "flush" }); return yield;
      case "resume": this.resume(device, page); return yield;
      default: if (page.isShown()) this.use(page, command); yield;
    }
  }

  /** What a person does with a form in sight. */
  private use(page: Page, command: Extract<Command, { do: "type" | "mine" | "theirs" | "remove" | "undo" | "move" }>): void {
    const row = "row" in command ? page.rows()[command.row % Math.max(1, page.rows().length)] : undefined;
    switch (command.do) {
      case "type": return this.type(page, command.field);
      case "remove": return row === undefined ? undefined : page.remove(row);
      case "move": return row === undefined ? undefined : page.move(row);
      case "undo": return page.latest === null ? undefined : page.undo(page.latest);
      default: { const all = page.conflicts(); const key = all[command.choice % Math.max(1, all.length)]; if (key) page.choose(key, command.do === "mine"); }
    }
  }

  private befall(what: "open" | "cut" | "connect" | "expire" | "signIn" | "signInOther", device: Device): Pause {
    switch (what) {
      case "open": return this.open(device);
      case "cut": return this.cut(device);
      case "connect": return this.connect(device);
      case "expire": return this.be(device, null);
      case "signIn": return this.be(device, device.owner);
      case "signInOther": return this.be(device, OTHER);
    }
  }

  private type(page: Page, pick: number): void {
    const all = [...PLAIN.map((field) => ({ field, rowId: null })), ...page.rows().flatMap((rowId) => CELLS.map((field) => ({ field, rowId })))];
    const { field, rowId } = all[pick % all.length] as (typeof all)[number];
    page.type(field, rowId);
  }

  /** A page loads only with a network and a session; at most two are open on a device. */
  private open(device: Device): Pause {
    return device.isOnline && device.user !== null && device.pages.length < 2 ? this.load(device, device.user) : undefined;
  }

  protected load(device: Device, user: string): Pause {
    const page = new Page(user, this.rendered(), this.outside(device));
    device.pages.push(page);
    page.adopt(this.adopted(device, page));
  }

  protected outside = (device: Device): Outside => ({
    ledger: this.ledger, store: device.store, removals: this.removals, isOnline: () => device.isOnline, now: () => ++this.clock,
    send: (from, { method, body, request }) => void this.messages.push({ id: ++this.count, device: this.devices.indexOf(device), page: from, request, method, body, user: from.user, cookie: device.user, answer: null }),
  });

  /** Somebody is signed in on the device, or nobody. */
  protected be(device: Device, user: string | null): Pause {
    device.user = user;
  }

  protected connect(device: Device): Pause {
    device.isOnline = true;
    for (const page of device.pages) page.take({ do: "flush", isAsked: true });
  }

  protected resume(device: Device, page: Page): void {
    page.adopt(this.adopted(device, page));
    page.take({ do: "flush", isAsked: true });
  }

  private adopted(device: Device, page: Page): [string, Kept][] {
    const live = new Set(device.pages.map(({ state }) => state.tab));
    const left = [...device.store].flatMap(([name, text]) => {
      const [user, tab = "", key = ""] = name.split("|");
      return user === page.user && !live.has(tab) ? [{ name, key, owner: tab, kept: JSON.parse(text) as Kept }] : [];
    });
    return oldestOfEach(left, new Set(page.state.items.keys())).map(({ name, key, kept }) => {
      device.store.set(`${page.user}|${page.state.tab}|${key}`, JSON.stringify(kept));
      device.store.delete(name);
      return [key, kept];
    });
  }

  protected rendered(): Rendered {
    const rows = ROWS.filter((rowId) => !this.isRemoved(rowId));
    const emptied = (rowId: string) => CELLS.flatMap((field) => this.removals.get(this.answers.get(keyOf({ field, rowId }))?.mark ?? "") ?? []); // by a removal, and the row is back
    const keys = [...PLAIN.map((field) => keyOf({ field, rowId: null })), ...rows.flatMap((rowId) => CELLS.map((field) => keyOf({ field, rowId })))];
    return {
      values: new Map(keys.map((key) => [key, { value: (this.answers.get(key)?.value ?? null) as string | null, revision: this.answers.get(key)?.revision ?? 0 }])),
      emptied: new Map(rows.map((rowId) => [rowId, emptied(rowId)])),
      rows: inOrder(rows, this.answers.get(ORDER)?.value), orderRevision: this.answers.get(ORDER)?.revision ?? 0,
    };
  }

  private isRemoved = (rowId: string) => CELLS.every((field) => isEmpty(this.answers.get(keyOf({ field, rowId })) ?? { state: "VALUE", value: null }));

  protected end(device: Device, page: Page, how: "leave" | "crash"): Pause {
    if (how === "leave") page.take({ do: "leave" });
    this.forget(device, page);
  }

  protected forget(device: Device, page: Page): void {
    page.isAlive = false;
    device.pages = device.pages.filter((one) => one !== page);
  }

  protected cut(device: Device): Pause {
    device.isOnline = false;
    for (const message of this.messagesOf(device)) void this.lose(message);
  }

  protected messagesOf = (device: Device): Message[] => this.messages.filter((one) => this.devices[one.device] === device);

  /** Every request under way ends: some had their effect, none its answer. */
  private *restart(): Generator<Pause> {
    for (const message of this.messages) yield this.lose(message);
  }

  private *travel(how: "arrive" | "deliver" | "repeat" | "lose" | "delay", pick: number): Generator<Pause> {
    const all = how === "deliver" || how === "repeat" ? [...this.messages, ...this.late] : this.messages;
    const message = all[pick % Math.max(1, all.length)];
    if (!message) return;
    if (how === "delay") this.late.push({ ...message, page: null, answer: null });
    if (how === "lose" || how === "delay") return yield this.lose(message);
    if (how === "repeat") yield this.effect(message);
    if (how !== "deliver" || message.answer === null) yield this.effect(message);
    if (how === "deliver") yield this.answer(message);
  }

  protected done(message: Message): void {
    this.messages = this.messages.filter((one) => one !== message);
    this.late = this.late.filter((one) => one !== message);
  }

  protected lose(message: Message): Pause {
    this.done(message);
    if (message.page?.isAlive && message.request !== null) message.page.take({ do: "fail", request: message.request });
  }

  protected answer(message: Message): Pause {
    this.done(message);
    const said = message.answer;
    if (message.page?.isAlive && message.request !== null && said) message.page.take({ do: "answer", request: message.request, ...said });
  }

  /** The portal takes a message, as the door and its commands do. */
  protected effect(message: Message): Pause {
    const { cookie, user } = message;
    const body = message.body as Sent;
    if (cookie === null) message.answer = { status: 401, body: { code: "UNAUTHENTICATED", message: "Please sign in." } };
    else if (cookie !== user) message.answer = { status: 401, body: { code: "UNAUTHENTICATED", rule: "P1.3", message: "Somebody else is signed in on this device." } };
    else message.answer = { status: 200, body: { savedAt: "2030-01-02T10:00:00Z", ...(message.method === "PATCH" ? { answers: (body.changes ?? []).map((change) => this.keep(change, user)) } : this.removeRow(body, user)) } };
  }

  private keep(change: AskedChange & { field: string; rowId: string | null }, by: string) {
    const key = keyOf(change);
    const standing = this.answers.get(key) ?? null;
    const decided = keepAnswer(standing, change);
    const where = { field: change.field, rowId: change.rowId };
    if (decided.outcome === "conflict") return { ...where, outcome: "conflict", current: this.current(change.rowId, standing) };
    if (decided.outcome === "write") {
      if (typeof change.value === "string") this.check(standing, change.value, { by, change: `${key} ${change.mark ?? ""}` });
      this.answers.set(key, { state: change.state, value: change.value, revision: decided.revision, mark: change.mark ?? null });
    }
    return { ...where, outcome: "saved", revision: decided.revision };
  }

  private removeRow({ rowId = "", seen = {}, mark = "" }: Sent, by: string) {
    const cells = new Map(CELLS.flatMap((field) => { const one = this.answers.get(keyOf({ field, rowId })); return one ? [[field, one] as const] : []; }));
    const decided = removeCells(cells, { seen, mark });
    if (decided.outcome === "conflict") return { outcome: "conflict", cells: decided.cells.map((field) => ({ field, current: this.current(null, cells.get(field) ?? null) })) };
    if (decided.outcome === "saved") this.ledger.saw(this.removals.get(mark) ?? "", [...cells.values()].map((one) => this.removals.get(one.mark ?? "") ?? null));
    if (decided.outcome === "write") {
      for (const field of CELLS) {
        const key = keyOf({ field, rowId });
        const standing = this.answers.get(key) ?? null;
        this.check(standing, this.removals.get(mark) ?? "", { by, change: `${key} ${mark}` });
        this.answers.set(key, { state: "VALUE", value: null, revision: (standing?.revision ?? 0) + 1, mark });
      }
    }
    return { outcome: "removed", wasGone: decided.outcome === "saved" && decided.wasGone, revisions: Object.fromEntries(CELLS.map((field) => [field, this.answers.get(keyOf({ field, rowId }))?.revision ?? 0])) };
  }

  private current(rowId: string | null, standing: Standing | null) {
    const removed = rowId !== null && standing && this.isRemoved(rowId) ? Object.fromEntries(CELLS.map((field) => [field, this.answers.get(keyOf({ field, rowId }))?.revision ?? 0])) : undefined;
    return { state: "VALUE", value: standing?.value ?? null, revision: standing?.revision ?? 0, mark: standing?.mark ?? null, by: "Somebody", at: "2030-01-02T10:00:00Z", ...(removed && { removed }) };
  }

  protected check(standing: Standing | null, next: string, how: { by: string; change: string }): void {
    const before = standing === null ? null : typeof standing.value === "string" ? standing.value : (this.removals.get(standing.mark ?? "") ?? null);
    const wrong = this.ledger.overwrite(before, next, how);
    if (wrong) this.wrongs.push(wrong);
  }

  /** All that is kept somewhere: by the portal, or on a device whoever has it. */
  present(): Set<string> {
    const kept = this.devices.flatMap(({ store }) => [...store.values()]).flatMap((text) => text.match(/"t\d+"/g) ?? []).map((one) => one.slice(1, -1));
    return new Set([...kept, ...[...this.answers.values()].flatMap(({ value }) => (typeof value === "string" ? [value] : []))]);
  }

  /** The same as long as nothing has happened. */
  digest(): string {
    const pages = this.devices.map(({ user, isOnline, store, pages }) => [user, isOnline, ...store, ...pages.map(({ state, form, order, hidden }) => [state.tab, state.door, state.inFlight?.id, state.requests, ...state.items, ...state.bases, ...form, ...order, ...hidden])]);
    return JSON.stringify([pages, [...this.answers], [...this.messages, ...this.late].map(({ id, answer }) => [id, answer])]);
  }

  problems(): string[] {
    return [...this.wrongs, ...this.ledger.lost(this.present()).map((token) => `${token} is nowhere`)];
  }

  /** Everybody is back online and signed in, everything arrives, and people choose: one after the other until nothing waits. */
  *settle(): Generator<Pause> {
    for (let round = 0; round < 40 && (this.messages.length > 0 || this.devices.some(({ store }) => store.size > 0)); round++) {
      for (const device of this.devices) {
        yield this.connect(device);
        const owed = [...device.store.keys()].map((name) => name.split("|")[0] ?? "");
        yield this.be(device, owed[round % Math.max(1, owed.length)] ?? device.owner);
        for (const page of device.pages) if (page.user !== device.user || page.state.items.size === 0) yield this.end(device, page, "crash");
        if (device.store.size > 0) yield this.open(device);
        for (const page of device.pages) page.take({ do: "flush", isAsked: true });
        yield;
        for (let message = this.messages[0]; message; message = this.messages[0]) { if (message.answer === null) yield this.effect(message); yield this.answer(message); }
        for (const page of device.pages) for (const key of page.conflicts()) { page.choose(key, (round + key.length) % 2 === 0); yield; }
      }
    }
  }

  /** What is wrong once nothing should wait any more. */
  left(): string[] {
    const left = this.devices.flatMap(({ store, pages }) => [...[...store.keys()].map((name) => `${name} is still on its device`), ...pages.flatMap(({ state }) => [...state.items].filter(([, item]) => isSendable(item)).map(([key]) => `${key} still waits in its page`))]);
    return [...this.problems(), ...left];
  }
}
