import { keyOf, type Outcome, type RowOutcome } from "./change";
import { isOurs, type Mark, markText } from "./mark";
import { type Input, rebased, sawCells } from "./sync-state";
import { failed, flush } from "./sync-send";
import type { Turn } from "./sync-turn";

/** What the portal said to the request under way; an answer to any other comes too late. */
export function answered(turn: Turn, { request, status, body }: Extract<Input, { do: "answer" }>): void {
  const { inFlight } = turn.state;
  if (inFlight?.id !== request) return;
  const said = (typeof body === "object" && body !== null ? body : {}) as { message?: string; rule?: string; savedAt?: string; answers?: Outcome[]; outcome?: string };
  const [only] = inFlight.sent.size === 1 ? [...inFlight.sent.keys()] : [];
  const isRow = [...inFlight.sent.keys()].some((key) => isRowKey(key));
  const { message = "This could not be kept." } = said;
  if (status === 200 && said.savedAt) {
    for (const answer of said.answers ?? []) settle(turn, answer, inFlight.sent.get(keyOf(answer)));
    if (only && said.outcome) settleRow(turn, only, said as RowOutcome, { tab: turn.state.tab, count: inFlight.sent.get(only) ?? 0, since: 0 });
    return goOn(turn, { savedAt: said.savedAt });
  }
  if (status === 422 && !isRow) {
    if (only) refuse(turn, only, inFlight.sent.get(only), { reason: message });
    else turn.state.oneByOne = new Set(inFlight.sent.keys());
    return goOn(turn, {}, only);
  }
  if (status < 400 || status >= 500 || status === 429 || status === 408) return failed(turn);
  turn.state.inFlight = null;
  turn.state.message = message;
  turn.state.door = status !== 401 ? "stopped" : said.rule === "P1.3" ? "somebodyElse" : "signedOut";
}

function goOn(turn: Turn, known: { savedAt?: string }, settled?: string): void {
  const oneByOne = settled ? new Set([...turn.state.oneByOne].filter((key) => key !== settled)) : turn.state.oneByOne;
  turn.state = { ...turn.state, ...known, oneByOne, inFlight: null, door: "open", message: null, isOffline: false, failures: 0 };
  flush(turn);
}

function settle(turn: Turn, answer: Outcome, count: number | undefined): void {
  const key = keyOf(answer);
  const item = turn.items.get(key);
  if (answer.outcome === "saved") {
    turn.bases.set(key, answer.revision);
    turn.sawInRemoval(answer, answer.revision);
  }
  if (!item || !("change" in item)) return;
  const isLatest = item.mark.count === count;
  if (answer.outcome === "saved") {
    if (isLatest) turn.drop(key);
    else turn.put(key, rebased(item, answer.revision));
  } else if (answer.outcome === "refused") refuse(turn, key, count, answer);
  else if (isOurs(item, answer.current.mark)) turn.put(key, rebased(item, answer.current.revision));
  else turn.put(key, { ...item, conflict: { current: answer.current } });
}

function settleRow(turn: Turn, key: string, answer: RowOutcome, sent: Mark): void {
  const item = turn.items.get(key);
  if (answer.outcome === "removed") {
    const rowId = key.slice(key.indexOf(":") + 1);
    for (const [field, revision] of Object.entries(answer.revisions)) turn.bases.set(keyOf({ field, rowId }), revision);
    for (const one of turn.changesIn(rowId)) // brought back since, over our own removal
      if (!answer.wasGone && isOurs(one, markText(sent))) turn.put(keyOf(one.change), rebased(one, answer.revisions[one.change.field] ?? one.change.base));
    if (item) turn.drop(key);
  } else if (item && "removal" in item) {
    if (answer.cells.every(({ current }) => isOurs(item, current.mark))) turn.put(key, { ...item, removal: sawCells(item.removal, answer.cells) });
    else turn.put(key, { ...item, conflict: { cells: answer.cells } });
  }
}

function refuse(turn: Turn, key: string, count: number | undefined, { reason, isSecret }: { reason: string; isSecret?: boolean }): void {
  const item = turn.items.get(key);
  if (item && item.mark.count === count) turn.put(key, { ...item, refused: reason, isSecret });
}

/** A row is called by its list, `risks:<id>`; a cell by its field, `risks.text:<id>`. */
const isRowKey = (key: string): boolean => key.includes(":") && !key.slice(0, key.indexOf(":")).includes(".");
