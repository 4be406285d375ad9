import { refreshInbox } from "@/components/inbox/refresh";
import type { Told } from "@/lib/live/rules/notice";
import { connect } from "./connection";
import { watchPresence } from "./presence";

/** What a part of the page may answer to by itself: whoever calls `preventDefault()` refreshes on its own. */
export const LIVE_EVENT = "portal:live";

type Watch = { person: string; path: string; refresh: () => void };

/** At most one refresh in this time, and not all browsers at the same instant. */
const AT_MOST_EVERY_MS = 2_000;
const SPREAD_MS = 300;

/** Listens for as long as this path is shown. */
export function watch({ person, path, refresh }: Watch): () => void {
  let [isStale, last] = [false, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const presence = watchPresence();

  const look = () => {
    timer = undefined;
    if (document.hidden || isBusy()) return; // as soon as it is looked at
    isStale = false;
    last = Date.now();
    if (path === "/inbox") refreshInbox(); // it keeps focus, ticks and the open brief
    else refresh();
    setTimeout(presence.look, 1_000); // what was drawn anew knows nobody yet
  };
  const soon = () => {
    isStale = true;
    timer ??= setTimeout(look, Math.max(0, last + AT_MOST_EVERY_MS - Date.now()) + Math.random() * SPREAD_MS);
  };
  const seen = () => { if (!document.hidden && isStale) soon(); };
  const onTold = (told: Told) => {
    if (told.all || told.presence) presence.look();
    const isFree = document.dispatchEvent(new CustomEvent(LIVE_EVENT, { detail: told, cancelable: true }));
    if (isFree && concerns(path, told)) soon();
  };

  const stop = connect(person, onTold);
  document.addEventListener("visibilitychange", seen);
  document.addEventListener("focusout", seen);
  document.addEventListener("close", seen, true); // a dialog
  return () => {
    stop();
    presence.stop();
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", seen);
    document.removeEventListener("focusout", seen);
    document.removeEventListener("close", seen, true);
  };
}

/** Somebody types or decides just now: the page must not move under their hands. */
const isBusy = (): boolean =>
  document.querySelector("dialog[open]") !== null || document.activeElement?.matches("input:not([type=checkbox], [type=search]), textarea, select, [contenteditable]") === true;

/** Where somebody writes a brief the page keeps itself; elsewhere it is looked at again when it shows what changed. */
function concerns(path: string, { handovers = [], mine, all }: Told): boolean {
  if (/^\/handovers\/[^/]+\/(brief|check|fix)(\/|$)/.test(path) || path.endsWith("/new") || path.endsWith("/edit") || path.startsWith("/admin")) return false;
  const one = /^\/handovers\/([0-9a-f-]{36})/.exec(path)?.[1];
  if (one !== undefined) return all === true || mine === true || handovers.includes(one);
  return all === true || mine === true || (handovers.length > 0 && /^\/(|inbox|handovers|deals\/[^/]+|reports.*|notifications)$/.test(path));
}
