/** The brief beside the list, as a piece of HTML from the server. */

/** From 1024 px the brief opens beside the list; below, the row's link leads to its review. */
export const hasPane = (): boolean => window.matchMedia("(min-width: 64rem)").matches;

/** The key whose brief is open, as the address says. */
export const openInAddress = (): string | null => new URLSearchParams(location.search).get("open");

/** The address follows what is open: Back closes what was opened first, and restores it after a look at another page. */
export function writeAddress(keyId: string | null, how: "push" | "replace"): void {
  const url = new URL(location.href);
  if (keyId === null) url.searchParams.delete("open");
  else url.searchParams.set("open", keyId);
  if (url.href !== location.href) history[how === "push" ? "pushState" : "replaceState"](null, "", url);
}

export type Fetched = { html: string } | { problem: string };

const FRESH_MS = 15_000;
const fetched = new Map<string, { at: number; answer: Promise<Fetched> }>();

/** The detail of one key; a look at the same one shortly before is used, so that the next one opens at once. */
export function fetchDetail(keyId: string): Promise<Fetched> {
  const known = fetched.get(keyId);
  if (known && Date.now() - known.at < FRESH_MS) return known.answer;
  const answer = load(keyId);
  fetched.set(keyId, { at: Date.now(), answer });
  return answer;
}

/** Nothing that was fetched before a change is shown after it. */
export const forgetDetails = (): void => fetched.clear();

async function load(keyId: string): Promise<Fetched> {
  const response = await fetch(`/inbox/detail/${keyId}`, { credentials: "same-origin" }).catch(() => null);
  if (!response) return { problem: "The portal cannot be reached. Try again in a moment." };
  if (response.ok) return { html: await response.text() };
  if (response.status === 401) location.reload(); // the session is over: the page leads to sign in, and back
  if (response.status === 404) return { problem: "This brief is not in your inbox any more." };
  return { problem: "Something went wrong. Its review may still open." };
}
