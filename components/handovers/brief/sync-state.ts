import type { Change, Current, Removal, Typed } from "./change";
import type { Mark } from "./mark";

type Held = {
  /** When it was typed, by the device's clock. */
  at: number;
  mark: Mark;
  /** What tabs that are gone may have sent of it, and what went before it in a removed row: it may stand by now. */
  earlier: Mark[];
};
export type KeptChange = Held & { change: Change };
/** With what was typed in the row before; it comes back with it. */
export type KeptRemoval = Held & { removal: Removal; dropped: KeptChange[] };

/** What was typed or removed and is not known to be kept: as it lies on the device. */
export type Kept = KeptChange | KeptRemoval;

/** What stands instead: of an answer, or of those cells of a row that somebody changed before it was removed. */
export type Conflict = { current: Current; cells?: undefined } | { cells: { field: string; current: Current }[]; current?: undefined };

export type Item = Kept & {
  wasSent?: true;
  /** Why it is not sent; empty while somebody is still typing. */
  refused?: string;
  /** It looks like a password or a key: it stays in the form, and goes neither to the portal nor onto the device (P1.4). */
  isSecret?: boolean;
  conflict?: Conflict;
};

/** One page's side of the synchronisation (P1.3). Plain data: `step` says what comes next. */
export type SyncState = {
  tab: string;
  /** Counts what is typed here; makes marks. */
  count: number;
  items: ReadonlyMap<string, Item>;
  /** Revisions that this page knows better than the page as it was rendered. */
  bases: ReadonlyMap<string, number>;
  /** The one request under way, and what it carries: keys, with the count of each. */
  inFlight: { id: number; sent: ReadonlyMap<string, number> } | null;
  requests: number;
  /** Keys that go one by one, because a request with several was refused whole. */
  oneByOne: ReadonlySet<string>;
  /** Whether the portal takes anything from this page, as far as it has said. */
  door: "open" | "signedOut" | "somebodyElse" | "stopped";
  message: string | null;
  isOffline: boolean;
  failures: number;
  /** ISO, of the last answer of the portal. */
  savedAt: string | null;
};

type Cell = { field: string; base: number; typed: Typed };

export type Input =
  /** `base` is the page's as rendered. A `problem` keeps it from being sent. */
  | { do: "type"; where: Pick<Change, "field" | "rowId">; typed: Typed; base: number; problem?: string; isSecret?: boolean }
  | { do: "remove"; group: string; rowId: string; cells: readonly { field: string; base: number }[] }
  /** Brings a row back as it stands in the form, after a removal here or elsewhere. */
  | { do: "restore"; group: string; rowId: string; cells: readonly Cell[] }
  | { do: "flush"; isAsked?: boolean }
  | { do: "answer"; request: number; status: number; body: unknown }
  | { do: "fail"; request: number }
  | { do: "leave" }
  | { do: "adopt"; left: readonly (readonly [string, Kept])[] }
  | { do: "keepMine" | "takeTheirs"; key: string }
  /** Something was kept by another way than typing. */
  | { do: "know"; key: string; revision: number };

export type Effect =
  | { do: "put"; key: string; kept: Kept }
  | { do: "drop"; key: string }
  /** `request` is null where nobody waits for the answer. */
  | { do: "send"; request: number | null; method: "PATCH" | "DELETE"; body: Record<string, unknown> }
  | { do: "plan"; milliseconds: number };

export const firstState = (tab: string): SyncState => ({
  tab, count: 0, items: new Map(), bases: new Map(), inFlight: null, requests: 0, oneByOne: new Set(), door: "open", message: null, isOffline: false, failures: 0, savedAt: null,
});

/** Can it be sent, or does it wait for somebody? */
export const isSendable = ({ refused, conflict }: Item): boolean => refused === undefined && conflict === undefined;

export const rebased = <T extends KeptChange>(item: T, base: number): T => ({ ...item, change: { ...item.change, base } });

/** The removal of a row that has been seen as it stands now. */
export const sawCells = (removal: Removal, cells: readonly { field: string; current: Current }[]): Removal =>
  ({ ...removal, seen: { ...removal.seen, ...Object.fromEntries(cells.map(({ field, current }) => [field, current.revision])) } });

/** As it lies on the device: without what the page found out about it. */
export const bare = ({ at, mark, earlier, ...what }: Item): Kept =>
  "change" in what ? { at, mark, earlier, change: what.change } : { at, mark, earlier, removal: what.removal, dropped: what.dropped };

/** What the one fixed place says. */
export type SaveView = Pick<SyncState, "savedAt" | "message"> & {
  /** `signedOut`, `somebodyElse` and `stopped` end sending until the person does something. */
  state: "idle" | "saving" | "saved" | "retrying" | "offline" | "stale" | "signedOut" | "somebodyElse" | "stopped";
  /** Sentences at fields, and what stands instead of them; by key. */
  refused: ReadonlyMap<string, string>;
  conflicts: ReadonlyMap<string, Conflict & { /** Of an answer: what it is about. */ mine?: Typed }>;
};

export function viewOf(state: SyncState): SaveView {
  const items = [...state.items];
  const conflicts = new Map(items.flatMap(([key, item]) => (item.conflict ? [[key, { ...item.conflict, mine: "change" in item ? item.change : undefined }] as const] : [])));
  const refused = new Map(items.flatMap(([key, item]) => (item.refused ? [[key, item.refused] as const] : [])));
  const isPending = state.inFlight !== null || items.some(([, item]) => isSendable(item));
  return { state: word(state, { isPending, isStale: conflicts.size > 0 }), savedAt: state.savedAt, message: state.message, refused, conflicts };
}

function word({ door, isOffline, failures, savedAt }: SyncState, { isPending, isStale }: { isPending: boolean; isStale: boolean }): SaveView["state"] {
  if (door !== "open") return door;
  if (isPending) return isOffline ? "offline" : failures > 0 ? "retrying" : "saving";
  return isStale ? "stale" : savedAt ? "saved" : "idle";
}
