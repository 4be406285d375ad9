import type { Change, Typed } from "./change";
import type { Outbox } from "./outbox";
import { step } from "./sync";
import { type Conflict, firstState, type Input, isSendable, type Kept, type SaveView as SyncView, viewOf } from "./sync-state";

/** What the page shows of it; `isOnDevice` is false where the browser keeps nothing, and only the open page holds what was typed. */
export type SaveView = SyncView & { isOnDevice: boolean };

/** What the saver borrows from the browser. */
export type Surroundings = {
  url: string;
  /** Who types: kept as this person's, or not at all. */
  userId: string;
  outbox: Outbox;
  request: (url: string, init: RequestInit) => Promise<Response>;
  isOnline: () => boolean;
  now: () => number;
  later: (run: () => void, milliseconds: number) => () => void;
  report: (view: SaveView) => void;
};

/** Browsers carry at most 64 KiB beyond the end of a page. */
const KEEPALIVE_BYTES = 50_000;

export type Saver = ReturnType<typeof createSaver>;

/**
 * Brings what is typed to the portal, one request at a time, and holds on to it until the portal says that it is kept
 * (P1.3). What to do is decided by `step`; here it is done.
 */
export function createSaver({ url, userId, outbox, request, isOnline, now, later, report }: Surroundings) {
  let state = firstState(outbox.tab);
  let isOnDevice = true;
  let isClosed = false;
  let cancel = () => {};

  function take(input: Input): Promise<void> {
    const next = step(state, input, { now: now(), isOnline: isOnline() });
    state = next.state;
    const waiting: Promise<void>[] = [];
    for (const effect of next.effects) {
      if (effect.do === "put") isOnDevice = outbox.put(effect.key, effect.kept);
      else if (effect.do === "drop") outbox.drop(effect.key);
      else if (effect.do === "send") waiting.push(send(effect.method, effect.body, effect.request));
      else if (!isClosed) { cancel(); cancel = later(() => void take({ do: "flush" }), effect.milliseconds); }
    }
    report({ ...viewOf(state), isOnDevice });
    return Promise.all(waiting).then(() => undefined);
  }

  async function send(method: "PATCH" | "DELETE", what: Record<string, unknown>, id: number | null): Promise<void> {
    const body = JSON.stringify({ typedBy: userId, ...what });
    const asked = request(url, { method, body, headers: { "content-type": "application/json" }, keepalive: body.length < KEEPALIVE_BYTES });
    const said = await asked.then(async (response) => ({ status: response.status, body: (await response.json().catch(() => null)) as unknown }), () => null);
    if (id !== null) await take(said ? { do: "answer", request: id, ...said } : { do: "fail", request: id });
  }

  const flush = ({ isAsked = false } = {}) => {
    cancel();
    return take({ do: "flush", isAsked });
  };

  return {
    /** `base` is the revision that the page was rendered with. With a `problem` it is not sent, with a secret not even kept on the device. */
    type(where: Pick<Change, "field" | "rowId">, typed: Typed, { base, problem, isSecret }: { base: number; problem?: string; isSecret?: boolean }) {
      void take({ do: "type", where, typed, base, problem, isSecret });
    },
    /** Send what waits, now: after a pause, on blur. */
    flush,
    /** Signed in again, online again, or asked to: try at once. */
    resume: () => flush({ isAsked: true }),
    leave: () => void take({ do: "leave" }),
    close() {
      void take({ do: "leave" });
      isClosed = true;
      cancel();
      outbox.close();
    },
    /** What pages that are gone left behind becomes this page's; shown by the caller, and sent with the next flush. */
    async adopt(): Promise<Kept[]> {
      const left = await outbox.adopt(() => new Set(state.items.keys()));
      if (left.length > 0) void take({ do: "adopt", left });
      return left.map(([, kept]) => kept);
    },
    removeRow: (group: string, rowId: string, cells: readonly { field: string; base: number }[]) => take({ do: "remove", group, rowId, cells }),
    /** Takes a removal back, ours or somebody else's: the row is again what the form says. */
    restoreRow: (group: string, rowId: string, cells: readonly { field: string; base: number; typed: Typed }[]) => take({ do: "restore", group, rowId, cells }),
    /** Ours is written over what stands now. */
    keepMine: (key: string) => take({ do: "keepMine", key }),
    /** Ours is given up; answers with what stands, which the caller shows. */
    takeTheirs(key: string): Conflict | null {
      const conflict = state.items.get(key)?.conflict ?? null;
      void take({ do: "takeTheirs", key });
      return conflict;
    },
    /** Is anything not known to be kept? */
    isPending: () => state.items.size > 0,
    /** Does something stand in the form that is kept nowhere? */
    hasSecret: () => [...state.items.values()].some(({ isSecret }) => isSecret),
    /** Would closing this page lose something? Where the device keeps nothing, what is not sent yet; and a secret. */
    isAtRisk: () => [...state.items.values()].some((item) => item.isSecret === true || (!isOnDevice && isSendable(item))),
    mine: (key: string) => { const item = state.items.get(key); return item && "change" in item ? item.change : null; },
    /** The revision that was kept last from this page, if any; and one that was kept by another way than typing. */
    baseOf: (key: string) => state.bases.get(key),
    stands: (key: string, revision: number) => void take({ do: "know", key, revision }),
  };
}
