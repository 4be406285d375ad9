import autocannon from "autocannon";

/** One round: requests per second, and the median and 99th percentile of latency in milliseconds. */
export type Round = { rps: number; p50: number; p99: number; failed: number };

export const CONNECTIONS = 16;

/** As many reads of one address as go through in `seconds`. */
export async function readFor(url: string, { seconds, headers = {} }: { seconds: number; headers?: Record<string, string> }): Promise<Round> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, headers });
  return { rps: result.requests.average, p50: result.latency.p50, p99: result.latency.p99, failed: result.non2xx + result.errors };
}

export type Sent = { path: string; method?: "GET" | "POST"; headers: Record<string, string>; body?: string };

/**
 * Sends each of these once over 16 connections, and after each (on the same connection) what `then` names: both count as
 * one. `isGood` reads each first answer.
 */
export async function sendAll(
  base: string, all: readonly Sent[], { isGood, then }: { isGood: (body: string) => boolean; then?: Sent },
): Promise<Round> {
  const queue = [...all];
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  const send = ({ path, method = "POST", headers, body }: Sent) => fetch(base + path, { method, headers, body, redirect: "manual" });
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const start = performance.now();
      const text = await (await send(next)).text();
      if (then) await (await send(then)).text();
      times.push(performance.now() - start);
      if (!isGood(text)) failed++;
    }
  }));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { rps: all.length / seconds, p50: at(0.5), p99: at(0.99), failed };
}

/** The middle of several rounds, figure by figure. */
export function median(rounds: readonly Round[]): Round {
  const of = (key: keyof Round) => {
    const sorted = rounds.map((round) => round[key]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return { rps: of("rps"), p50: of("p50"), p99: of("p99"), failed: rounds.reduce((sum, { failed }) => sum + failed, 0) };
}

/** A, B, ..., A, B, ...: what slows the machine down slows all of them. The median of each. */
export async function alternate<Sides extends readonly (() => Promise<Round>)[]>(rounds: number, ...sides: Sides): Promise<{ [I in keyof Sides]: Round }> {
  const all = sides.map((): Round[] => []);
  for (let i = 0; i < rounds; i++) for (const [at, side] of sides.entries()) all[at]?.push(await side());
  return all.map(median) as { [I in keyof Sides]: Round };
}
