import type { Change } from "./change";

/** What was typed and is not known to be kept: `sent` says what went out without an answer, and may stand by now. */
export type Kept = { change: Change; stamp: number; sent: string[] };

/** What lies on this device until the portal has it: it outlives the tab, the session and the server (P1.3). */
export type Outbox = {
  put: (key: string, kept: Kept) => void;
  drop: (key: string) => void;
  /** What tabs that are gone left behind, the oldest of each answer; from now on it is this tab's. */
  adopt: () => Promise<Kept[]>;
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

  /** A full or forbidden storage must not stop anybody from typing: the page still holds everything. */
  const write = (name: string, kept: Kept) => {
    try { storage.setItem(name, JSON.stringify(kept)); } catch { /* see above */ }
  };

  async function adopt(): Promise<Kept[]> {
    const held = (await locks?.query())?.held ?? [];
    const live = new Set([tab, ...held.map(({ name = "" }) => name.slice(LOCK.length))]);
    const left = Object.keys(storage).filter((name) => name.startsWith(prefix)).flatMap((name) => {
      const rest = name.slice(prefix.length);
      const owner = rest.slice(0, rest.indexOf(":"));
      const kept = live.has(owner) ? null : readKept(storage.getItem(name));
      return kept ? [{ name, key: rest.slice(owner.length + 1), kept }] : [];
    });
    const oldest = new Map<string, (typeof left)[number]>();
    for (const one of left.sort((a, b) => a.kept.stamp - b.kept.stamp)) if (!oldest.has(one.key)) oldest.set(one.key, one);
    return [...oldest.values()].flatMap(({ name, key, kept }) => {
      if (storage.getItem(nameOf(key)) !== null) return []; // this tab is at it: its own comes first
      write(nameOf(key), kept);
      storage.removeItem(name);
      return [kept];
    });
  }

  return { put: (key, kept) => write(nameOf(key), kept), drop: (key) => storage.removeItem(nameOf(key)), adopt, close };
}

function readKept(text: string | null): Kept | null {
  try {
    const kept = JSON.parse(text ?? "null") as Kept | null;
    return kept && typeof kept.change?.field === "string" && typeof kept.stamp === "number" ? { ...kept, sent: kept.sent ?? [] } : null;
  } catch {
    return null;
  }
}
