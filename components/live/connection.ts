import type { Told } from "@/lib/live/rules/notice";

const WAITS = [3_000, 10_000, 30_000, 60_000];

/**
 * What the portal tells this person, once per browser: one tab holds the connection, the others hear of it; when it
 * closes, the next one takes over. Answers how to stop.
 */
export function connect(person: string, onTold: (told: Told) => void): () => void {
  const channel = new BroadcastChannel(`live ${person}`);
  channel.onmessage = ({ data }: MessageEvent<Told>) => onTold(data);
  const leaving = new AbortController();
  const share = (told: Told) => {
    if (leaving.signal.aborted) return; // what was on its way
    channel.postMessage(told);
    onTold(told);
  };
  const hold = () => new Promise<void>((done) => {
    if (leaving.signal.aborted) return done(); // it was our turn just as we left
    const stop = stream(share);
    leaving.signal.addEventListener("abort", () => { stop(); done(); });
  });
  if ("locks" in navigator) navigator.locks.request(`live ${person}`, { signal: leaving.signal }, hold).catch(() => undefined); // left before it was our turn
  else void hold();
  return () => {
    leaving.abort();
    channel.close();
  };
}

/** The connection itself. Whenever it was away, something may have been missed. */
function stream(onTold: (told: Told) => void): () => void {
  let source: EventSource | undefined;
  let [failures, wasOpen] = [0, false];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source?.close();
    source = new EventSource("/api/live");
    source.onopen = () => {
      failures = 0;
      if (wasOpen) onTold({ all: true });
      wasOpen = true;
    };
    source.onmessage = ({ data }: MessageEvent<string>) => onTold(JSON.parse(data) as Told);
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return; // it tries again by itself
      const wait = (WAITS[Math.min(failures++, WAITS.length - 1)] ?? 60_000) * (0.75 + Math.random() / 2); // not all browsers at once
      timer = setTimeout(open, wait);
    };
  };
  const close = () => {
    clearTimeout(timer);
    source?.close();
  };
  if (navigator.onLine) open();
  window.addEventListener("online", open);
  window.addEventListener("offline", close); // it would only knock in vain
  return () => {
    close();
    window.removeEventListener("online", open);
    window.removeEventListener("offline", close);
  };
}
