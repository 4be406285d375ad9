import type { Change } from "./change";
import type { Kept } from "./sync-state";

/** What lies on this device until the portal has it: it outlives the tab, the session and the server (P1.3). */
export type Outbox = {
  /** This page's name among those of the device. */
  tab: string;
  /** False where the device keeps nothing: its storage is full, or forbidden. */
  put: (key: string, kept: Kept) => boolean;
  drop: (key: string) => void;
  /** What tabs that are gone left behind, the oldest of each key that is not held here; from now on it is this tab's. */
  adopt: (held: () => ReadonlySet<string>) => Promise<[string, Kept][]>;
  /** This page is done: what it leaves is for another to adopt. */
  close: () => void;
};

const LOCK = "handover-tab:";

/** The outbox of one person for one handover. Each open page writes under a name of its own, so that no tab overwrites another's. */
export function openOutbox(storage: Storage, locks: LockManager | undefined, { userId, handoverId }: { userId: string; handoverId: string }): Outbox {
  const prefix = `brief:${userId}:${handoverId}:`;
  const tab = crypto.getRandomValues(new Uint32Array(2)).join("-");
  let close = () => {};
  const isOver = new Promise<void>((resolve) => { close = resolve; });
  void locks?.request(LOCK + tab, () => isOver); // held until this page is gone, or done
  const nameOf = (key: string) => `${prefix}${tab}:${key}`;

  /** The page still holds everything: nobody is stopped from typing, but they are told. */
  const write = (name: string, kept: Kept): boolean => {
    try { storage.setItem(name, JSON.stringify(kept)); return true; } catch { return false; }
  };

  async function adopt(held: () => ReadonlySet<string>): Promise<[string, Kept][]> {
    const names = (await locks?.query())?.held ?? [];
    const live = new Set([tab, ...names.map(({ name = "" }) => name.slice(LOCK.length))]);
    const left = Object.keys(storage).filter((name) => name.startsWith(prefix)).flatMap((name) => {
      const rest = name.slice(prefix.length);
      const owner = rest.slice(0, rest.indexOf(":"));
      const kept = live.has(owner) ? null : readKept(storage.getItem(name), owner);
      return kept ? [{ name, owner, key: rest.slice(owner.length + 1), kept }] : [];
    });
    return oldestOfEach(left, held()).flatMap(({ name, key, kept }) => {
      if (!write(nameOf(key), kept)) return []; // it stays where it is
      storage.removeItem(name);
      return [[key, kept] as [string, Kept]];
    });
  }

  return { tab, put: (key, kept) => write(nameOf(key), kept), drop: (key) => storage.removeItem(nameOf(key)), adopt, close };
}

type Left = { key: string; owner: string; kept: Kept };

/**
 * Of several that gone tabs left of one answer, the oldest first; the others wait for the next page. So does a row's
 * removal beside what another tab typed in that row: one form shows one of them. What is held here comes before all.
 */
export function oldestOfEach<T extends Left>(left: readonly T[], held: ReadonlySet<string>): T[] {
  const taken: Left[] = [];
  const isApart = (one: Left, { key, owner, kept }: Left) => owner !== one.owner && rowOf(key) === rowOf(one.key) && rowOf(key) !== null && ("removal" in kept || "removal" in one.kept || !key.includes("."));
  const here = [...held].map((key): Left => ({ key, owner: "", kept: {} as Kept }));
  return [...left].sort((a, b) => a.kept.at - b.kept.at).filter((one) => {
    if ([...here, ...taken].some((other) => other.key === one.key || isApart(one, other))) return false;
    taken.push(one);
    return true;
  });
}

const rowOf = (key: string): string | null => (key.includes(":") ? key.slice(key.indexOf(":") + 1) : null);

/** What an earlier release of the portal left: a change and when it was typed, without a mark. */
type Unmarked = { change: Change; stamp: number };

function readKept(text: string | null, owner: string): Kept | null {
  try {
    const kept = JSON.parse(text ?? "null") as Kept | Unmarked | null;
    if (kept === null) return null;
    if ("stamp" in kept) return { at: kept.stamp, mark: { tab: owner, count: 0, since: 0 }, earlier: [], change: kept.change };
    return typeof kept.at === "number" && typeof kept.mark.tab === "string" && ("change" in kept || "removal" in kept) ? kept : null;
  } catch {
    return null;
  }
}
