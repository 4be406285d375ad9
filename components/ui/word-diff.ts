/** A stretch of text that stayed, went or came. */
export type Piece = { kind: "same" | "removed" | "added"; text: string };

/** Above this many word pairs the comparison would be slow and the result unreadable: the whole text is shown as replaced. */
const MOST_PAIRS = 400_000;

/** What changed between two texts, by words. Joining `same` and `removed` gives `before`; `same` and `added` gives `after`. */
export function wordDiff(before: string, after: string): Piece[] {
  const a = tokens(before);
  const b = tokens(after);
  if (a.length * b.length > MOST_PAIRS) return merge([{ kind: "removed", text: before }, { kind: "added", text: after }]);

  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      common[at] = a[i] === b[j] ? (common[at + width + 1] ?? 0) + 1 : Math.max(common[at + width] ?? 0, common[at + 1] ?? 0);
    }
  }

  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      pieces.push({ kind: "same", text: left });
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))) {
      pieces.push({ kind: "removed", text: left });
      i++;
    } else {
      pieces.push({ kind: "added", text: right ?? "" });
      j++;
    }
  }
  return merge(pieces);
}

/** Words, runs of spaces, and every other sign by itself. */
function tokens(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}_]+|[^]/gu) ?? [];
}

function merge(pieces: Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else if (piece.text) merged.push({ ...piece });
  }
  return merged;
}
