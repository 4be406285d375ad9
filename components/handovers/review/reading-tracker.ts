/** Who does nothing for so long is not reading. */
const IDLE_AFTER = 60_000;
const TICK = 1_000;

type Tracked = { handoverId: string; version: number; /** After each second that counted, the seconds since the page was opened, by section. */ onTick: (seconds: ReadonlyMap<string, number>) => void };

/** Measures how long each section is in view while somebody is there (P4.6), and sends it when the page is left. Returns what stops it. */
export function trackReading({ handoverId, version, onTick }: Tracked): () => void {
  const inView = new Set<HTMLElement>();
  const seconds = new Map<string, number>();
  let unsent = new Map<string, number>();
  let lastActive = performance.now();

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries)
      if (target instanceof HTMLElement) { if (isIntersecting) inView.add(target); else inView.delete(target); }
  });
  for (const section of document.querySelectorAll("[data-section]")) observer.observe(section);

  const tick = () => {
    if (document.visibilityState !== "visible" || !document.hasFocus() || performance.now() - lastActive > IDLE_AFTER || document.querySelector("dialog[open]")) return;
    const id = [...inView].map((section) => ({ id: section.dataset.section ?? "", height: visibleHeight(section) })).filter(({ height }) => height > 0).sort((a, b) => b.height - a.height)[0]?.id;
    if (!id) return;
    seconds.set(id, (seconds.get(id) ?? 0) + 1);
    unsent.set(id, (unsent.get(id) ?? 0) + 1);
    onTick(seconds);
  };

  const send = () => {
    if (unsent.size === 0) return;
    const body = JSON.stringify({ version, sections: Object.fromEntries(unsent) });
    unsent = new Map();
    void fetch(`/api/handovers/${handoverId}/reading`, { method: "POST", body, headers: { "content-type": "application/json" }, keepalive: true }).catch(() => null);
  };

  const stop = new AbortController();
  const active = () => { lastActive = performance.now(); };
  for (const kind of ["pointermove", "keydown", "scroll", "touchstart"]) window.addEventListener(kind, active, { signal: stop.signal, passive: true });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") send(); }, { signal: stop.signal });
  window.addEventListener("pagehide", send, { signal: stop.signal });
  const timer = setInterval(tick, TICK);
  return () => { clearInterval(timer); observer.disconnect(); stop.abort(); send(); };
}

/** How much of it is on the screen; a folded one shows its heading alone, and is not read. */
function visibleHeight(section: HTMLElement): number {
  if (section.querySelector(":scope > details:not([open])")) return 0;
  const { top, bottom } = section.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0);
}
