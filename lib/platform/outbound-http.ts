import "server-only";

export type Outbound = {
  method?: string;
  headers?: HeadersInit;
  body?: BodyInit | null;
  /** Until the answer begins, in milliseconds. */
  patienceMs?: number;
};

/**
 * The only way out of the house over HTTP. Follows no redirect: whoever was asked answers, or nobody. Throws when there
 * is no answer in time.
 */
export async function outbound(url: string | URL, { patienceMs = 30_000, ...init }: Outbound = {}): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new Error(`No answer from ${new URL(url).host} within ${String(patienceMs / 1_000)} seconds.`)), patienceMs);
  try {
    return await fetch(url, { ...init, redirect: "error", signal: stop.signal });
  } finally {
    clearTimeout(timer);
  }
}
