/** Where each thing that somebody typed is told apart from all others; of a removal, what was done. */
type Entry = {
  /** Who typed it, and who brought it back after a removal. */
  authors: Set<string>;
  /** What its author had before their eyes and wrote over, with all that went before. */
  over: Set<string>;
  isUndone?: true;
};

/**
 * Keeps account of what people typed, saw and chose, apart from the program that is tested: what may have been written
 * over, and by whom (P1.3).
 */
export class Ledger {
  private readonly entries = new Map<string, Entry>();
  /** Given up by choosing the other version. */
  private readonly letGo = new Set<string>();
  private readonly writes = new Map<string, number>();
  private count = 0;

  /** Something new is typed, or a row removed, by somebody who has `seen` this. */
  write(author: string, seen: readonly (string | null)[], word = "t"): string {
    const token = `${word}${String(++this.count)}`;
    this.entries.set(token, { authors: new Set([author]), over: new Set() });
    this.saw(token, seen);
    return token;
  }

  /** Its author has now seen this too, and keeps theirs. */
  saw(token: string, seen: readonly (string | null)[]): void {
    const entry = this.entries.get(token);
    for (const one of seen) if (one !== null && entry && one !== token) for (const each of [one, ...(this.entries.get(one)?.over ?? [])]) if (each !== token) entry.over.add(each);
  }

  /** Somebody brings back what stood in a row, over its removal. */
  bringBack(token: string, by: string, removal: string | null): void {
    this.entries.get(token)?.authors.add(by);
    this.saw(token, [removal]);
  }

  undo(removal: string): void {
    const entry = this.entries.get(removal);
    if (entry) entry.isUndone = true;
  }

  chooseOther(token: string | null): void {
    if (token !== null) this.letGo.add(token);
  }

  /** The portal puts `next` where `before` stood, for the person whose session it is. Answers with what is wrong with that, or null. */
  overwrite(before: string | null, next: string, { by, change }: { by: string; change: string }): string | null {
    const entry = this.entries.get(next);
    const times = (this.writes.get(change) ?? 0) + 1;
    this.writes.set(change, times);
    if (times > 1) return `${change} had an effect twice`;
    if (entry && !entry.authors.has(by)) return `${next} of ${[...entry.authors].join()} was kept as ${by}'s`;
    if (before !== null && before !== next && !entry?.over.has(before)) return `${next} was written over ${before}, which its author had not seen`;
    return null;
  }

  /** What was typed and is nowhere, though nobody wrote over it or let it go. */
  lost(present: ReadonlySet<string>): string[] {
    const over = new Set([...this.entries.values()].flatMap((entry) => (entry.isUndone ? [] : [...entry.over])));
    return [...this.entries.keys()].filter((token) => token.startsWith("t") && !present.has(token) && !over.has(token) && !this.letGo.has(token));
  }
}
