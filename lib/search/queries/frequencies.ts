import "server-only";
import type { Db } from "@/lib/platform/db";
import type { Frequencies } from "../rules/question";

/** Below so many documents every question is quick, and the shares say little. */
const MANY = 20_000;
/** Rarer than this no word matters here, even with others that begin alike. */
const LEAST = 0.001;
const KEPT_MS = 10 * 60_000;

const kept = new WeakMap<object, { until: number; words: Frequencies }>();

/** The frequent words of all documents with their shares, as the database's own statistics have them. Kept for ten minutes. */
export async function frequentWords(db: Db, now: Date): Promise<Frequencies> {
  const known = kept.get(db);
  if (known && known.until > now.getTime()) return known.words;
  const rows = await db.$queryRaw<{ word: string; share: number }[]>`
    SELECT word, share::float8 FROM pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS e (word, share)
    WHERE s.schemaname = 'public' AND s.tablename = 'BriefSearch' AND s.attname = 'document' AND word IS NOT NULL AND share > ${LEAST}
      AND (SELECT reltuples FROM pg_class WHERE oid = '"BriefSearch"'::regclass) > ${MANY}`;
  const words = new Map(rows.map(({ word, share }) => [word, share]));
  kept.set(db, { until: now.getTime() + KEPT_MS, words });
  return words;
}
