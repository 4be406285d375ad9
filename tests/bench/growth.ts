// The same two pages in a small and in a large organisation, each in a portal of its own, turn by turn.
import pg from "pg";
import { alternate, readFor } from "./load";
import type { Growth } from "./report";
import { seed, type Seeded } from "./seed";
import { renewWeb, startBare } from "./servers";

const { SMALL_PUBLIC_URL = "", SMALL_OWNER_DATABASE_URL = "", SMALL_DATABASE_URL = "" } = process.env;
const [SMALL, LARGE] = [1_000, 100_000] as const;
/** Longer than for a page alone: both portals have served nobody yet. */
const WARM_ROUNDS = 3;

type Organisation = { url: string; floor: string; seeded: Seeded };
type Measuring = { rounds: number; seconds: number; cookieOf: (userId: string) => Promise<string> };

/**
 * Inbox and review of the large organisation beside those of one with 1,000 handovers, and of both beside the bare page. Both web
 * processes begin anew: one that has served many kinds of pages is some percent slower, whatever the size of the organisation.
 */
export async function measureGrowth(large: Organisation, { rounds, seconds, cookieOf }: Measuring): Promise<Growth[]> {
  const owner = new pg.Client({ connectionString: SMALL_OWNER_DATABASE_URL });
  await owner.connect();
  const seeded = await seed(owner, SMALL_OWNER_DATABASE_URL, SMALL);
  await owner.end();
  const bare = await startBare({ DATABASE_URL: SMALL_DATABASE_URL, BENCH_INBOX_PM: seeded.inboxPm, BENCH_REVIEW: seeded.review, BENCH_PIPELINE_ROWS: "20" });
  const small: Organisation = { url: SMALL_PUBLIC_URL, floor: bare.url, seeded };
  for (const { url } of [small, large]) await renewWeb(url);
  const growth: Growth[] = [];
  for (const what of ["Inbox, 25 rows", "Review of one brief"] as const) {
    console.log(`${what}: small and large.`);
    const sides = await Promise.all([small, large].map(async ({ url, floor, seeded: { inboxPm, review } }) => {
      const [at, bareAt] = what === "Review of one brief" ? [`/handovers/${review}/review`, "/review"] : ["/inbox", "/inbox"];
      const headers = { cookie: await cookieOf(inboxPm) };
      return { ours: () => readFor(url + at, { seconds, headers }), floor: () => readFor(floor + bareAt, { seconds }) };
    }));
    const turns = sides.flatMap(({ ours, floor }) => [ours, floor]);
    await alternate(WARM_ROUNDS, ...turns);
    const [ours, floor, largeOurs, largeFloor] = await alternate(rounds, ...turns);
    if (ours && floor) growth.push({ what, size: SMALL, ours, floor });
    if (largeOurs && largeFloor) growth.push({ what, size: LARGE, ours: largeOurs, floor: largeFloor });
  }
  bare.stop();
  return growth;
}
