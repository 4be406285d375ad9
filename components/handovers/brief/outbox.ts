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
  adopt: (isHeld: (key: string) => boolean) => Promise<[string, Kept][]>;
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

  async function adopt(isHeld: (key: string) => boolean): Promise<[string, Kept][]> {
    const held = (await locks?.query())?.held ?? [];
    const live = new Set([tab, ...held.map(({ name = "" }) => name.slice(LOCK.length))]);
    const left = Object.keys(storage).filter((name) => name.startsWith(prefix)).flatMap((name) => {
      const rest = name.slice(prefix.length);
      const owner = rest.slice(0, rest.indexOf(":"));
      const kept = live.has(owner) ? null : readKept(storage.getItem(name), owner);
      return kept ? [{ name, key: rest.slice(owner.length + 1), kept }] : [];
    });
    const oldest = new Map<string, (typeof left)[number]>();
    for (const one of left.sort((a, b) => a.kept.at - b.kept.at)) if (!oldest.has(one.key) && !isHeld(one.key)) oldest.set(one.key, one);
    return [...oldest.values()].flatMap(({ name, key, kept }) => {
      if (!write(nameOf(key), kept)) return []; // it stays where it is
      storage.removeItem(name);
      return [[key, kept] as [string, Kept]];
    });
  }

  return { tab, put: (key, kept) => write(nameOf(key), kept), drop: (key) => storage.removeItem(nameOf(key)), adopt, close };
}

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
