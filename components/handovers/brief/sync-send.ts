import { markText } from "./mark";
import { isSendable, type Item } from "./sync-state";
import type { Turn } from "./sync-turn";

const BACKOFF = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const BATCH = 50;

/** One request at a time; `isAsked` tries even where the portal has said no. */
export function flush(turn: Turn, isAsked = false): void {
  if (turn.state.inFlight || (turn.state.door !== "open" && !isAsked)) return;
  const batch = nextBatch(turn);
  if (batch.length === 0) return;
  if (isAsked) turn.state.failures = 0;
  turn.state.isOffline = !turn.moment.isOnline;
  if (turn.state.isOffline) return;
  const request = ++turn.state.requests;
  turn.state.inFlight = { id: request, sent: new Map(batch.map(([key, { mark }]) => [key, mark.count])) };
  send(turn, request, batch);
}

/** The page goes away: what is still here leaves at once, whatever else is under way. The outbox holds it in any case. */
export function leave(turn: Turn): void {
  const waiting = [...turn.items].filter(([, item]) => isSendable(item)).slice(0, BATCH);
  const isUnderWay = waiting.every(([key, { mark }]) => turn.state.inFlight?.sent.get(key) === mark.count);
  if (!isUnderWay && turn.moment.isOnline && turn.state.door === "open") send(turn, null, waiting);
}

/** No answer: tried again, ever more slowly. */
export function failed(turn: Turn): void {
  turn.state.inFlight = null;
  turn.state.isOffline = !turn.moment.isOnline;
  turn.effects.push({ do: "plan", milliseconds: BACKOFF[Math.min(turn.state.failures, BACKOFF.length - 1)] ?? 30_000 });
  turn.state.failures++;
}

/** A removal alone, or changes together. */
function nextBatch(turn: Turn): [string, Item][] {
  const sendable = [...turn.items].filter(([, item]) => isSendable(item));
  const removal = sendable.find(([, item]) => "removal" in item);
  if (removal) return [removal];
  const single = sendable.find(([key]) => turn.state.oneByOne.has(key));
  return single ? [single] : sendable.slice(0, BATCH);
}

function send(turn: Turn, request: number | null, batch: readonly [string, Item][]): void {
  for (const [key, item] of batch) turn.items.set(key, { ...item, wasSent: true });
  const changes = batch.flatMap(([, item]) => ("change" in item ? [{ ...item.change, mark: markText(item.mark) }] : []));
  if (changes.length > 0) turn.effects.push({ do: "send", request, method: "PATCH", body: { changes } });
  for (const [, item] of batch) if ("removal" in item) turn.effects.push({ do: "send", request, method: "DELETE", body: { ...item.removal, mark: markText(item.mark) } });
}
