import type pg from "pg";

export type HistoryProblem = { stream: string; kind: string; problem: string };

/** Where each kind of stream keeps the head of its chain. */
const PARENTS = { ORGANISATION: "Organisation", DEAL: "Deal", HANDOVER: "Handover" };

/**
 * Walks every chain of the history at once, as the owner (B3): each event's own hash, its link to the one before, the
 * numbers without a gap, and the head that the parent keeps, so that a cut tail shows. Answers how many events there
 * are, and what is wrong.
 */
export async function historyProblems(client: pg.Client): Promise<{ events: number; problems: HistoryProblem[] }> {
  const heads = Object.entries(PARENTS).map(([kind, table]) => `SELECT '${kind}' AS kind, id, "headSeq", "headHash" FROM "${table}"`).join(" UNION ALL ");
  const { rows: problems } = await client.query<HistoryProblem>(`
    WITH walked AS (
      SELECT stream, "streamKind"::text AS kind, seq, hash,
             row_number() OVER chain AS expected,
             "prevHash" = coalesce(lag(hash) OVER chain, '') AS linked,
             hash = event_hash("Event") AND (payload IS NULL OR digest = digest_of(payload)) AS intact
      FROM "Event" WINDOW chain AS (PARTITION BY stream ORDER BY seq)
    ), broken AS (
      SELECT DISTINCT ON (stream) stream, kind, seq, expected FROM walked
      WHERE seq <> expected OR NOT linked OR NOT intact ORDER BY stream, seq
    ), tails AS (
      SELECT DISTINCT ON (stream) stream, kind, seq, hash FROM walked ORDER BY stream, seq DESC
    ), heads AS (${heads})
    SELECT stream, kind, CASE WHEN seq <> expected THEN 'event ' || expected || ' is missing' ELSE 'event ' || seq || ' was changed' END AS problem FROM broken
    UNION ALL
    SELECT coalesce(h.id, t.stream), coalesce(h.kind, t.kind),
           CASE WHEN h.id IS NULL THEN 'its parent is missing' ELSE 'the end was cut off' END
    FROM heads h FULL JOIN tails t ON t.stream = h.id AND t.kind = h.kind
    WHERE (coalesce(h."headSeq", -1) <> coalesce(t.seq, 0) OR coalesce(h."headHash", '?') <> coalesce(t.hash, ''))
      AND coalesce(h.id, t.stream) NOT IN (SELECT stream FROM broken)
    ORDER BY 1`);
  const { rows } = await client.query<{ events: number }>(`SELECT count(*)::int AS events FROM "Event"`);
  return { events: rows[0]?.events ?? 0, problems };
}
