/** A stretch of text that stayed, went or came. */
export type Piece = { kind: "same" | "removed" | "added"; text: string };

/** So many words may go and come. Beyond, sentences are compared first; what is beyond that as well is shown as replaced. */
const MOST_WORDS = 700;
const MOST_SENTENCES = 1_200;

/**
 * What changed between two texts, by words as the Unicode standard divides them: a letter keeps its accents, an emoji stays whole,
 * an amount is one word, and Chinese or Thai is divided too. Joining `same` and `removed` gives `before`; `same` and `added` gives
 * `after`, but for letters that are only encoded otherwise. Long texts take time in proportion to their length.
 */
export function wordDiff(before: string, after: string): Piece[] {
  const [start, end] = aroundChange(before, after);
  const [was, is] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const changed = compared(wordsOf(was), wordsOf(is), MOST_WORDS) ?? bySentence(was, is);
  return joined([{ kind: "same", text: after.slice(0, start) }, ...changed, { kind: "same", text: after.slice(after.length - end) }]);
}

/** How much both texts have in common at their beginning and end, up to a space: most edits of a long text are small. */
function aroundChange(before: string, after: string): [number, number] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  start = start === 0 ? 0 : before.lastIndexOf(" ", start - 1) + 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const space = before.indexOf(" ", before.length - end);
  return [start, space < 0 ? 0 : before.length - space];
}

/** Sentences that stayed, and the others word by word: as many for as many, each against its own; else together. */
function bySentence(before: string, after: string): Piece[] {
  const sentences = compared(before.match(SENTENCES) ?? [], after.match(SENTENCES) ?? [], MOST_SENTENCES);
  if (!sentences) return replaced(before, after);
  const pieces: Piece[] = [];
  let [gone, come]: [string[], string[]] = [[], []];
  const settle = () => {
    const pairs = gone.length === come.length ? gone.map((text, at) => [text, come[at] ?? ""] as const) : [[gone.join(""), come.join("")] as const];
    for (const [was, is] of pairs) pieces.push(...(compared(wordsOf(was), wordsOf(is), MOST_WORDS) ?? replaced(was, is)));
    [gone, come] = [[], []];
  };
  for (const one of sentences) {
    if (one.kind === "removed") gone.push(one.text);
    else if (one.kind === "added") come.push(one.text);
    else { settle(); pieces.push(one); }
  }
  settle();
  return pieces;
}

const replaced = (before: string, after: string): Piece[] => [{ kind: "removed", text: before }, { kind: "added", text: after }];

const SENTENCES = /[^\n.!?。！？]*[\n.!?。！？]+\s*|[^\n.!?。！？]+$/gu;

let segmenter: Intl.Segmenter | undefined;
const wordsOf = (text: string): string[] => Array.from((segmenter ??= new Intl.Segmenter("en", { granularity: "word" })).segment(text), ({ segment }) => segment);

/** The shortest way from one list of words to another (Myers); null where it would take more steps than that. */
function compared(before: readonly string[], after: readonly string[], mostEdits: number): Piece[] | null {
  const known = new Map<string, number>();
  const numbered = (words: readonly string[]) => Int32Array.from(words, (word) => {
    const key = word.normalize("NFC");
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  });
  const [a, b] = [numbered(before), numbered(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const way = shortestWay(a.subarray(start, a.length - end), b.subarray(start, b.length - end), mostEdits);
  if (!way) return null;
  const piece = (kind: Piece["kind"], text: string): Piece => ({ kind, text });
  return [
    piece("same", after.slice(0, start).join("")),
    ...way.map(({ kind, at }) => piece(kind, (kind === "removed" ? before : after)[start + at] ?? "")),
    piece("same", after.slice(after.length - end).join("")),
  ];
}

type Step = { kind: Piece["kind"]; /** Of what stayed or came in the new list, of what went in the old one. */ at: number };

function shortestWay(a: Int32Array, b: Int32Array, mostEdits: number): Step[] | null {
  const most = Math.min(a.length + b.length, mostEdits);
  const furthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(furthest.slice(middle - d - 1, middle + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const isDown = k === -d || (k !== d && (furthest[middle + k - 1] ?? 0) < (furthest[middle + k + 1] ?? 0));
      let x = isDown ? (furthest[middle + k + 1] ?? 0) : (furthest[middle + k - 1] ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return back(trace, a.length, b.length);
    }
  }
  return null;
}

/** The steps of a way that was found, from its end to its beginning. */
function back(trace: readonly Int32Array[], from: number, to: number): Step[] {
  const steps: Step[] = [];
  let [x, y] = [from, to];
  for (let d = trace.length - 1; d >= 0; d--) {
    const at = (k: number) => trace[d]?.[k + d + 1] ?? 0;
    const k = x - y;
    const isDown = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const before = at(isDown ? k + 1 : k - 1);
    for (const stop = isDown ? before : before + 1; x > stop; x--) steps.push({ kind: "same", at: --y });
    if (d > 0) steps.push(isDown ? { kind: "added", at: --y } : { kind: "removed", at: --x });
  }
  return steps.reverse();
}

type Run = { kind: "same" | "changed"; removed: string; added: string };

/** What stands together: what stayed, and what went with what came in its place. */
function runs(pieces: readonly Piece[]): Run[] {
  const found: Run[] = [];
  for (const { kind, text } of pieces) {
    if (text === "") continue;
    const wanted = kind === "same" ? "same" : "changed";
    let run = found.at(-1);
    if (run?.kind !== wanted) found.push((run = { kind: wanted, removed: "", added: "" }));
    if (kind !== "added") run.removed += text;
    if (kind !== "removed") run.added += text;
  }
  return found;
}

/** The pieces as they are read: what went, then what came. A space alone between two changes belongs to them. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all = runs(pieces);
  const isGap = ({ kind, added }: Run, at: number) => kind === "same" && at > 0 && at < all.length - 1 && /^[^\S\n]+$/.test(added);
  const spread = all.flatMap((run, at): Piece[] => (run.kind === "same" && !isGap(run, at) ? [{ kind: "same", text: run.added }] : [{ kind: "removed", text: run.removed }, { kind: "added", text: run.added }]));
  return settled(runs(spread)).flatMap(({ kind, removed, added }): Piece[] =>
    kind === "same" ? [{ kind, text: added }] : [...(removed ? [{ kind: "removed" as const, text: removed }] : []), ...(added ? [{ kind: "added" as const, text: added }] : [])]);
}

/** What is read as one change: a word or two that stayed by chance between longer changes ("of", a comma) go with them. */
function settled(all: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const run of all) {
    found.push(run);
    for (let [before, between, after] = found.slice(-3); before && after && between?.kind === "same" && isChance(before, between, after); [before, between, after] = found.slice(-3))
      found.splice(-3, 3, { kind: "changed", removed: before.removed + between.removed + after.removed, added: before.added + between.added + after.added });
  }
  return found;
}

function isChance(before: Run, { added: stayed }: Run, after: Run): boolean {
  const size = ({ removed, added }: Run) => Math.max(removed.length, added.length);
  return stayed.trim() !== "" && 2 * stayed.trim().length <= Math.min(size(before), size(after));
}
