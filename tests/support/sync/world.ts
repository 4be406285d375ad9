import { keyOf } from "@/components/handovers/brief/change";
import { oldestOfEach } from "@/components/handovers/brief/outbox";
import { isSendable, type Kept } from "@/components/handovers/brief/sync-state";
import { type AskedChange, isEmpty, keepAnswer, removeCells, type Standing } from "@/lib/handovers/rules/keep-answer";
import { inOrder } from "@/lib/handovers/rules/row-order";
import type { Command } from "./commands";
import { CELLS, type Message, ORDER, Page, PLAIN, type Rendered } from "./device";
import { Ledger } from "./ledger";

const OWNERS = ["sam", "sue"];
const OTHER = "zoe";
const ROWS = ["row-1", "row-2"];

type Device = { owner: string; user: string | null; isOnline: boolean; pages: Page[]; store: Map<string, string> };
type Sent = { changes?: (AskedChange & { field: string; rowId: string | null })[]; group?: string; rowId?: string; seen?: Record<string, number>; mark?: string };

/** Two devices, a network that loses, repeats and delays, and a portal that keeps answers by its own rules. */
export class World {
  readonly ledger = new Ledger();
  readonly devices: Device[] = OWNERS.map((owner) => ({ owner, user: owner, isOnline: true, pages: [], store: new Map<string, string>() }));
  /** What went wrong, in words. */
  readonly wrongs: string[] = [];
  private readonly answers = new Map<string, Standing>(ROWS.map((row) => [keyOf({ field: "risks.text", rowId: row }), { state: "VALUE", value: this.ledger.write("somebody", []), revision: 1, mark: null }]));
  private readonly removals = new Map<string, string>();
  private messages: Message[] = [];
  private late: Message[] = [];
  private clock = 0;
  private count = 0;

  run(command: Command): void {
    switch (command.do) {
      case "arrive": case "deliver": case "repeat": case "lose": case "delay": return this.travel(command.do, command.message);
      case "restart": return this.restart();
      default: return this.act(command, this.devices[command.device] as Device);
    }
  }

  private act(command: Exclude<Command, { message: number } | { do: "restart" }>, device: Device): void {
    if (!("page" in command)) return this.befall(command.do, device);
    const page = device.pages[command.page % Math.max(1, device.pages.length)];
    if (!page) return;
    const row = "row" in command ? page.rows()[command.row % Math.max(1, page.rows().length)] : undefined;
    switch (command.do) {
      case "type": return this.type(page, command.field);
      case "wait": page.isPlanned = false; return page.take({ do: "flush" });
      case "resume": page.adopt(this.adopted(device, page)); return page.take({ do: "flush", isAsked: true });
      case "leave": page.take({ do: "leave" }); return this.close(device, page);
      case "crash": return this.close(device, page);
      case "remove": return row === undefined ? undefined : page.remove(row);
      case "move": return row === undefined ? undefined : page.move(row);
      case "undo": return page.latest === null ? undefined : page.undo(page.latest);
      default: { const all = page.conflicts(); const key = all[command.choice % Math.max(1, all.length)]; if (key) page.choose(key, command.do === "mine"); }
    }
  }

  private befall(what: "open" | "cut" | "connect" | "expire" | "signIn" | "signInOther", device: Device): void {
    switch (what) {
      case "open": return this.open(device);
      case "cut": return this.cut(device);
      case "connect": device.isOnline = true; return device.pages.forEach((page) => page.take({ do: "flush", isAsked: true }));
      case "expire": device.user = null; return;
      case "signIn": device.user = device.owner; return;
      case "signInOther": device.user = OTHER; return;
    }
  }

  private type(page: Page, pick: number): void {
    const all = [...PLAIN.map((field) => ({ field, rowId: null })), ...page.rows().flatMap((rowId) => CELLS.map((field) => ({ field, rowId })))];
    const { field, rowId } = all[pick % all.length] as (typeof all)[number];
    page.type(field, rowId);
  }

  /** A page loads only with a network and a session; at most two are open on a device. */
  private open(device: Device): void {
    const { user } = device;
    if (!device.isOnline || user === null || device.pages.length > 1) return;
    const page = new Page(user, this.rendered(), {
      ledger: this.ledger, store: device.store, removals: this.removals, isOnline: () => device.isOnline, now: () => ++this.clock,
      send: (from, { method, body, request }) => this.messages.push({ id: ++this.count, device: this.devices.indexOf(device), page: from, request, method, body, user: from.user, cookie: device.user, answer: null }),
    });
    device.pages.push(page);
    page.adopt(this.adopted(device, page));
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

  private rendered(): Rendered {
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

  private close(device: Device, page: Page): void {
    page.isAlive = false;
    device.pages = device.pages.filter((one) => one !== page);
  }

  private cut(device: Device): void {
    device.isOnline = false;
    for (const message of this.messages.filter((one) => this.devices[one.device] === device)) this.lose(message);
  }

  /** Every request under way ends: some had their effect, none its answer. */
  private restart(): void {
    for (const message of this.messages) this.lose(message);
  }

  private travel(how: "arrive" | "deliver" | "repeat" | "lose" | "delay", pick: number): void {
    const all = how === "deliver" || how === "repeat" ? [...this.messages, ...this.late] : this.messages;
    const message = all[pick % Math.max(1, all.length)];
    if (!message) return;
    if (how === "lose") return this.lose(message);
    if (how === "delay") { this.late.push({ ...message, page: null, answer: null }); return this.lose(message); }
    if (how === "repeat") this.effect(message);
    if (how !== "deliver" || message.answer === null) this.effect(message);
    if (how === "deliver") this.answer(message);
  }

  private end(message: Message): void {
    this.messages = this.messages.filter((one) => one !== message);
    this.late = this.late.filter((one) => one !== message);
  }

  private lose(message: Message): void {
    this.end(message);
    if (message.page?.isAlive && message.request !== null) message.page.take({ do: "fail", request: message.request });
  }

  private answer(message: Message): void {
    this.end(message);
    const said = message.answer;
    if (message.page?.isAlive && message.request !== null && said) message.page.take({ do: "answer", request: message.request, ...said });
  }

  /** The portal takes a message, as the door and its commands do. */
  private effect(message: Message): void {
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

  private check(standing: Standing | null, next: string, how: { by: string; change: string }): void {
    const before = standing === null ? null : typeof standing.value === "string" ? standing.value : (this.removals.get(standing.mark ?? "") ?? null);
    const wrong = this.ledger.overwrite(before, next, how);
    if (wrong) this.wrongs.push(wrong);
  }

  /** All that is kept somewhere: by the portal, or on a device whoever has it. */
  present(): Set<string> {
    const kept = this.devices.flatMap(({ store }) => [...store.values()]).flatMap((text) => text.match(/"t\d+"/g) ?? []).map((one) => one.slice(1, -1));
    return new Set([...kept, ...[...this.answers.values()].flatMap(({ value }) => (typeof value === "string" ? [value] : []))]);
  }

  problems(): string[] {
    return [...this.wrongs, ...this.ledger.lost(this.present()).map((token) => `${token} is nowhere`)];
  }

  /** Everybody is back online and signed in, everything arrives, and people choose: one after the other until nothing waits. */
  settle(): string[] {
    for (let round = 0; round < 40; round++) {
      for (const device of this.devices) {
        device.isOnline = true;
        const owed = [...device.store.keys()].map((name) => name.split("|")[0] ?? "");
        device.user = owed[round % Math.max(1, owed.length)] ?? device.owner;
        for (const page of device.pages) if (page.user !== device.user || page.state.items.size === 0) this.close(device, page);
        this.open(device);
        for (const page of device.pages) page.take({ do: "flush", isAsked: true });
        for (let message = this.messages[0]; message; message = this.messages[0]) { if (message.answer === null) this.effect(message); this.answer(message); }
        for (const page of device.pages) for (const key of page.conflicts()) page.choose(key, (round + key.length) % 2 === 0);
      }
      if (this.devices.every(({ store }) => store.size === 0) && this.messages.length === 0) break;
    }
    const left = this.devices.flatMap(({ store, pages }) => [...[...store.keys()].map((name) => `${name} is still on its device`), ...pages.flatMap(({ state }) => [...state.items].filter(([, item]) => isSendable(item)).map(([key]) => `${key} still waits in its page`))]);
    return [...this.problems(), ...left];
  }
}
