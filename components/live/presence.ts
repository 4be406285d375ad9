const RENEW_MS = 20_000;
const LOOK_MS = 30_000;

const places = () => [...document.querySelectorAll<HTMLElement>("[data-presence]")];

/** "Ada is reviewing", "Ada and Rui are reviewing", "Ada, Rui and 2 others are reviewing". */
export function presenceText(names: readonly string[]): string {
  const [first, second, ...others] = names;
  if (first === undefined) return "";
  if (second === undefined) return `${first} is reviewing`;
  return others.length === 0 ? `${first} and ${second} are reviewing` : `${first}, ${second} and ${others.length === 1 ? "one other" : `${String(others.length)} others`} are reviewing`;
}

/**
 * Says who else has a brief open, wherever the page has a place for it (`data-presence="<id>"`), and that this person has
 * the one open whose place is marked `data-here`.
 */
export function watchPresence(): { look: () => void; stop: () => void } {
  const look = async () => {
    const shown = places();
    if (shown.length === 0 || document.hidden || !navigator.onLine) return;
    const ids = [...new Set(shown.map(({ dataset }) => dataset.presence ?? ""))].slice(0, 60);
    const response = await fetch(`/api/live/here?ids=${ids.join(",")}`);
    if (!response.ok) return;
    const here = (await response.json()) as Record<string, string[]>;
    for (const place of places()) {
      const text = presenceText(here[place.dataset.presence ?? ""] ?? []);
      if (place.textContent !== text) place.textContent = text;
    }
  };
  const lookAgain = () => void look().catch(() => undefined); // without a connection nobody is shown

  const here = places().find(({ dataset }) => dataset.here !== undefined)?.dataset.presence;
  const note = (isLeaving: boolean) => {
    if (here === undefined || !navigator.onLine) return;
    fetch("/api/live/here", { method: "POST", keepalive: true, headers: { "content-type": "application/json" }, body: JSON.stringify({ id: here, isLeaving }) }).catch(() => undefined);
  };
  const renew = () => { if (!document.hidden) note(false); };
  const leave = () => note(true);
  const turned = () => {
    note(document.hidden);
    lookAgain();
  };

  renew();
  lookAgain();
  const timers = [setInterval(renew, RENEW_MS), setInterval(lookAgain, LOOK_MS)];
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", turned);
  return {
    look: lookAgain,
    stop: () => {
      leave();
      for (const timer of timers) clearInterval(timer);
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", turned);
    },
  };
}
