import { type Change, type Current, keyOf, type Outcome, signature, type Typed } from "./change";
import type { Kept, Outbox } from "./outbox";

/** What the one fixed place says. `signedOut` and `stopped` end sending until the person does something. */
export type SaveView = {
  state: "idle" | "saving" | "saved" | "retrying" | "offline" | "stale" | "signedOut" | "stopped";
  /** ISO, of the last answer of the portal. */
  savedAt: string | null;
  /** Why it stopped. */
  message: string | null;
  /** Sentences at fields, and what stands instead of them; by key. */
  refused: ReadonlyMap<string, string>;
  conflicts: ReadonlyMap<string, Current>;
};

/** What the saver borrows from the browser. */
export type Surroundings = {
  url: string;
  outbox: Outbox;
  request: (url: string, init: RequestInit) => Promise<Response>;
  isOnline: () => boolean;
  now: () => number;
  later: (run: () => void, milliseconds: number) => () => void;
  report: (view: SaveView) => void;
};

/** `isSecret`: it looks like a password or a key, stays in the form, and goes neither to the portal nor onto the device (P1.4). */
type Item = Kept & { refused?: string; isSecret?: boolean; conflict?: Current };
type Removal = { group: string; rowId: string; isSent?: true };

const TYPING_ENDS = 1_000;
const BACKOFF = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const BATCH = 50;
/** Browsers carry at most 64 KiB beyond the end of a page. */
const KEEPALIVE_BYTES = 50_000;

export type Saver = ReturnType<typeof createSaver>;

/** Brings what is typed to the portal, one request at a time, and holds on to it until the portal says that it is kept (P1.3). */
export function createSaver({ url, outbox, request, isOnline, now, later, report }: Surroundings) {
  const items = new Map<string, Item>();
  const bases = new Map<string, number>();
  let removals: Removal[] = [];
  let view: Pick<SaveView, "state" | "savedAt" | "message"> = { state: "idle", savedAt: null, message: null };
  let isSending = false;
  let failures = 0;
  let cancel = () => {};

  const of = <T>(pick: (item: Item) => T | undefined) =>
    new Map([...items].flatMap(([key, item]) => { const one = pick(item); return one === undefined ? [] : [[key, one] as const]; }));
  const tell = (change: Partial<typeof view> = {}) => {
    view = { ...view, ...change };
    report({ ...view, refused: of(({ refused }) => refused || undefined), conflicts: of(({ conflict }) => conflict) });
  };
  const plan = (milliseconds: number) => { cancel(); cancel = later(() => void flush(), milliseconds); };
  const keep = (key: string, item: Item) => {
    items.set(key, item);
    if (item.isSecret) outbox.drop(key);
    else outbox.put(key, { change: item.change, stamp: item.stamp, sent: item.sent });
  };
  const forget = (key: string) => { items.delete(key); outbox.drop(key); };
  const isStopped = () => view.state === "signedOut" || view.state === "stopped";
  const sendable = () => [...items].filter(([, item]) => item.refused === undefined && item.conflict === undefined);

  /**
   * `base` is the revision that the page was rendered with; once something was kept, this page knows better. A `problem`
   * keeps it from being sent; an empty one does so without a word, while somebody is still typing.
   */
  function type(where: Pick<Change, "field" | "rowId">, typed: Typed, { base, problem, isSecret }: { base: number; problem?: string; isSecret?: boolean }) {
    const key = keyOf(where);
    const before = items.get(key);
    const change = { ...typed, ...where, base: before?.change.base ?? bases.get(key) ?? base };
    keep(key, { change, stamp: now(), sent: before?.sent ?? [], refused: problem, isSecret, conflict: before?.conflict });
    tell(view.state === "idle" || view.state === "saved" ? { state: "saving" } : {});
    if (view.state !== "retrying" && !isStopped()) plan(TYPING_ENDS);
  }

  /** Send what waits, now: after a pause, on blur, on leaving the page. */
  async function flush({ isAsked = false } = {}): Promise<void> {
    cancel();
    if (isSending || (isStopped() && !isAsked)) return;
    const batch = sendable().slice(0, BATCH);
    if (batch.length === 0 && removals.length === 0) return settle();
    if (!isOnline()) return tell({ state: "offline" });
    isSending = true;
    if (!isStopped()) tell({ state: "saving" }); // what to do about it stays in view until it helped
    const isDone = await attempt(batch).catch(() => retry());
    isSending = false;
    if (isDone) { failures = 0; await flush({ isAsked: true }); }
  }

  function settle() {
    const isStale = [...items.values()].some(({ conflict }) => conflict);
    if (isStale) tell({ state: "stale" });
    else tell(view.savedAt ? { state: "saved" } : { state: "idle" });
  }

  async function attempt(batch: [string, Item][]): Promise<boolean> {
    while (removals[0]) {
      const [removal] = removals;
      removal.isSent = true;
      const response = await call("DELETE", { group: removal.group, rowId: removal.rowId });
      if (!response.ok) return fail(response, []);
      removals = removals.filter((one) => one !== removal);
      tell({ savedAt: new Date(now()).toISOString() });
    }
    return batch.length === 0 ? true : send(batch);
  }

  async function send(batch: [string, Item][]): Promise<boolean> {
    for (const [key, item] of batch)
      keep(key, { ...item, sent: [...new Set([...item.sent, signature(item.change.state, item.change.value)])].slice(-8) });
    const response = await call("PATCH", { changes: batch.map(([, { change }]) => change) });
    if (response.status === 422 && batch.length > 1) {
      for (const one of batch) if (!(await send([one]))) return false;
      return true;
    }
    if (!response.ok) return fail(response, batch);
    const { answers, savedAt } = (await response.json()) as { answers: Outcome[]; savedAt: string };
    for (const answer of answers) settleOne(answer, batch.find(([key]) => key === keyOf(answer))?.[1].stamp);
    tell({ savedAt });
    return true;
  }

  function settleOne(answer: Outcome, stamp: number | undefined) {
    const key = keyOf(answer);
    const item = items.get(key);
    if (answer.outcome === "saved") bases.set(key, answer.revision);
    if (!item) return;
    const isLatest = item.stamp === stamp;
    if (answer.outcome === "saved") {
      if (isLatest) forget(key);
      else keep(key, { ...item, change: { ...item.change, base: answer.revision }, sent: [] });
    } else if (answer.outcome === "refused") {
      if (isLatest) keep(key, { ...item, refused: answer.reason, isSecret: answer.isSecret });
    } else if (item.sent.slice(0, -1).includes(signature(answer.current.state, answer.current.value))) {
      // What stands is our own, sent before and never answered: type on over it.
      keep(key, { ...item, change: { ...item.change, base: answer.current.revision }, sent: [] });
    } else keep(key, { ...item, conflict: answer.current });
  }

  async function fail(response: Response, batch: [string, Item][]): Promise<boolean> {
    const { message = "This could not be kept." } = (await response.json().catch(() => ({}))) as { message?: string };
    const [only] = batch;
    if (response.status === 422 && only) { keep(only[0], { ...only[1], refused: message }); return true; }
    if (response.status === 401) tell({ state: "signedOut" });
    else if (response.status >= 500 || response.status === 429 || response.status === 408) retry();
    else tell({ state: "stopped", message });
    return false;
  }

  function retry(): false {
    tell({ state: isOnline() ? "retrying" : "offline" });
    plan(BACKOFF[Math.min(failures++, BACKOFF.length - 1)] ?? TYPING_ENDS);
    return false;
  }

  function call(method: string, body: unknown): Promise<Response> {
    const text = JSON.stringify(body);
    return request(url, { method, body: text, headers: { "content-type": "application/json" }, keepalive: text.length < KEEPALIVE_BYTES });
  }

  /** The page goes away: what is still here leaves at once, whatever else is under way. The outbox holds it in any case. */
  function leave() {
    const waiting = sendable().slice(0, BATCH);
    if (waiting.length === 0 || !isOnline() || isStopped()) return;
    if (isSending && waiting.every(([, item]) => item.sent.includes(signature(item.change.state, item.change.value)))) return;
    for (const [key, item] of waiting) keep(key, { ...item, sent: [...item.sent, signature(item.change.state, item.change.value)].slice(-8) });
    void call("PATCH", { changes: waiting.map(([, { change }]) => change) }).catch(() => undefined);
  }

  return {
    type,
    flush,
    leave,
    close() { leave(); cancel(); outbox.close(); },
    /** Signed in again, online again, or asked to: try at once. */
    resume() {
      failures = 0;
      return flush({ isAsked: true });
    },
    /** What pages that are gone left behind becomes this page's; shown by the caller, and sent with the next flush. */
    async adopt(): Promise<Change[]> {
      const left = await outbox.adopt();
      for (const { change, stamp, sent } of left) keep(keyOf(change), { change, stamp, sent });
      return left.map(({ change }) => change);
    },
    removeRow(group: string, rowId: string) {
      for (const [key, { change }] of items) if (change.rowId === rowId) forget(key);
      removals.push({ group, rowId });
      return flush();
    },
    /** Takes a removal back: cells that were gone are new again. */
    restoreRow(rowId: string, cells: readonly { field: string; base: number; typed: Typed }[]) {
      const isGone = !removals.some((one) => one.rowId === rowId && !one.isSent);
      removals = removals.filter((one) => one.rowId !== rowId || one.isSent);
      for (const { field, base, typed } of cells) {
        if (isGone) bases.set(keyOf({ field, rowId }), 0);
        type({ field, rowId }, typed, { base });
      }
      return flush();
    },
    /** Ours is written over what stands now. */
    keepMine(key: string) {
      const item = items.get(key);
      if (!item?.conflict) return;
      keep(key, { ...item, change: { ...item.change, base: item.conflict.revision }, conflict: undefined, sent: [], stamp: now() });
      return flush();
    },
    /** Ours is given up; the caller shows what stands. */
    takeTheirs(key: string): Current | null {
      const { conflict } = items.get(key) ?? {};
      if (!conflict) return null;
      bases.set(key, conflict.revision);
      forget(key);
      settle();
      return conflict;
    },
    /** Is anything not known to be kept? */
    isPending: () => items.size > 0 || removals.length > 0,
    /** Does something stand in the form that is kept nowhere? */
    hasSecret: () => [...items.values()].some(({ isSecret }) => isSecret),
    mine: (key: string) => items.get(key)?.change ?? null,
    /** The revision that was kept last from this page, if any; and one that was kept by another way than typing. */
    baseOf: (key: string) => bases.get(key),
    stands: (key: string, revision: number) => void bases.set(key, revision),
  };
}
