import type { ReturnReason } from "@/lib/platform/generated/enums";

/** A comment while it is being written: mine alone until I decide. */
export type Draft = { commentId: string; field: string; rowId: string | null; text: string; reason: ReturnReason | null; suggestion: string };
type Kept = Draft & { /** The revision at the portal it was typed over; 0 for a new one. */ base: number };
type Item = Kept & { stamp: number; isDirty: boolean };

export type DraftsView = { drafts: readonly Draft[]; state: "idle" | "saving" | "saved" | "retrying" | "stopped"; message: string | null };

/** What lies on this device: each comment under a name of its own, so that no tab overwrites another's. */
export type DraftStore = { all: () => string[]; put: (commentId: string, text: string) => void; drop: (commentId: string) => void };

export type DraftSurroundings = {
  url: string;
  keyId: string;
  request: (url: string, init: RequestInit) => Promise<Response>;
  /** This device, for what the portal has not got yet. */
  store: DraftStore | null;
  newId: () => string;
  now: () => number;
  later: (run: () => void, milliseconds: number) => () => void;
  report: (view: DraftsView) => void;
};

const SIGNED_OUT = "You are signed out. What you wrote is kept on this device: sign in again in another tab, then go on here.";
const TYPING_ENDS = 800;
const RETRY = 4_000;
const KEEPALIVE_BYTES = 50_000;

export type Drafts = ReturnType<typeof createDrafts>;

/**
 * Brings comments to the portal while they are written, one request at a time. What another device wrote meanwhile is not
 * overwritten: ours becomes a comment of its own, so that both stand. What the portal has not got lies on this device.
 */
export function createDrafts({ url, keyId, request, store, newId, now, later, report }: DraftSurroundings, start: readonly Kept[]) {
  const items = new Map<string, Item>(start.map((one) => [one.commentId, { ...one, stamp: 0, isDirty: false }]));
  let view: Pick<DraftsView, "state" | "message"> = { state: "idle", message: null };
  /** Taken away here: a page that was drawn before does not bring it back. */
  const gone = new Set<string>();
  let cancel = () => {};
  let running: Promise<boolean> | null = null;

  const tell = (change: Partial<typeof view> = {}) => {
    view = { ...view, ...change };
    report({ ...view, drafts: [...items.values()].map(({ base: _, stamp: __, isDirty: ___, ...draft }) => draft) });
  };
  const dirty = () => [...items.values()].filter((one) => one.isDirty);
  const put = (item: Item) => {
    items.set(item.commentId, item);
    const { isDirty, stamp: _, ...kept } = item;
    if (isDirty) store?.put(item.commentId, JSON.stringify(kept));
    else store?.drop(item.commentId);
  };
  const plan = (milliseconds: number) => { cancel(); cancel = later(() => void flush(), milliseconds); };
  const bodyOf = ({ stamp: _, isDirty: __, ...draft }: Item) => JSON.stringify({ ...draft, keyId });
  const call = (method: string, body: string) =>
    request(url, { method, body, headers: { "content-type": "application/json" }, keepalive: body.length < KEEPALIVE_BYTES });

  /** Everything that was typed goes to the portal now; answers whether it has all of it. */
  function flush(): Promise<boolean> {
    cancel();
    running ??= run().finally(() => { running = null; });
    return running;
  }

  async function run(): Promise<boolean> {
    for (let next = dirty()[0]; next; next = dirty()[0]) {
      tell({ state: "saving" });
      const response = await call("PUT", bodyOf(next)).catch(() => null);
      if (!response || response.status >= 500 || response.status === 429) {
        plan(RETRY);
        tell({ state: "retrying", message: null });
        return false;
      }
      const answer = (await response.json().catch(() => ({}))) as { outcome?: string; revision?: number; message?: string; current?: { text: string; suggestion: string; revision: number } };
      if (!response.ok) {
        tell({ state: "stopped", message: response.status === 401 ? SIGNED_OUT : (answer.message ?? "This could not be kept.") });
        return false;
      }
      settle(next, answer);
    }
    tell({ state: view.state === "idle" ? "idle" : "saved", message: null });
    return true;
  }

  function settle(sent: Item, { outcome, revision = 0, current }: { outcome?: string; revision?: number; current?: { text: string; suggestion: string; revision: number } }) {
    const item = items.get(sent.commentId);
    if (!item) return;
    if (outcome === "conflict" && current) {
      put({ ...sent, text: current.text, suggestion: current.suggestion, base: current.revision, isDirty: false });
      put({ ...item, commentId: newId(), base: 0, isDirty: true });
    } else put({ ...item, base: revision, isDirty: item.stamp !== sent.stamp });
  }

  return {
    /** Another character, or a new comment. */
    write(draft: Draft) {
      const before = items.get(draft.commentId);
      put({ ...draft, base: before?.base ?? 0, stamp: (before?.stamp ?? now()) + 1, isDirty: true });
      tell({ state: "saving", message: null });
      plan(TYPING_ENDS);
    },
    /** Takes one away; what was taken is handed back, for an undo. */
    async discard(commentId: string): Promise<Draft | null> {
      await running;
      const item = items.get(commentId);
      if (!item) return null;
      put({ ...item, isDirty: false });
      items.delete(commentId);
      gone.add(commentId);
      tell();
      if (item.base > 0 || item.stamp > 0) await call("DELETE", JSON.stringify({ commentId })).catch(() => null);
      return { commentId: newId(), field: item.field, rowId: item.rowId, text: item.text, reason: item.reason, suggestion: item.suggestion };
    },
    /** What an earlier page left on this device, because the portal was out of reach. */
    adopt() {
      for (const one of (store?.all() ?? []).map(readKept)) if (one) put({ ...one, stamp: now(), isDirty: true });
      tell();
      return flush();
    },
    flush,
    /** The page goes away: what waits leaves at once. */
    leave() {
      cancel();
      for (const item of dirty()) void call("PUT", bodyOf(item)).catch(() => null);
    },
    /** What the portal has now, besides: comments that an undo made pending again, or that another device wrote. */
    meet(others: readonly Kept[]) {
      const unknown = others.filter(({ commentId }) => !items.has(commentId) && !gone.has(commentId));
      for (const one of unknown) items.set(one.commentId, { ...one, stamp: 0, isDirty: false });
      if (unknown.length > 0) tell();
    },
    /** They were sent with a decision. */
    sent() {
      for (const item of [...items.values()]) put({ ...item, isDirty: false });
      items.clear();
      tell({ state: "idle", message: null });
    },
    list: (): Draft[] => [...items.values()],
  };
}

function readKept(text: string): Kept | null {
  try {
    const one = JSON.parse(text) as Partial<Kept>;
    const isWhole = [one.commentId, one.field, one.text, one.suggestion].every((part) => typeof part === "string") && typeof one.base === "number";
    return isWhole ? (one as Kept) : null;
  } catch {
    return null;
  }
}

/** Whether anything was written in it. */
export const says = ({ text, suggestion }: Pick<Draft, "text" | "suggestion">): boolean => `${text}${suggestion}`.trim() !== "";
