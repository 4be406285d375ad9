import type pg from "pg";
import { searchFields } from "../lib/search/rules/fields";

/**
 * Tells the database which fields of the core are searched and who may read them, as this release says it. Where that
 * changed, and where briefs were never read, every brief is read anew: nothing is found that may not be read any more.
 */
export async function syncSearchFields(client: pg.Client): Promise<void> {
  const { rows: [there] } = await client.query<{ there: boolean }>(`SELECT to_regclass('"SearchField"') IS NOT NULL AS there`);
  if (!there?.there) return; // a restore that begins before the search was there
  await client.query("BEGIN");
  try {
    const fields = JSON.stringify(searchFields());
    const { rows: [gone] } = await client.query<{ count: number }>(`
      WITH gone AS (DELETE FROM "SearchField" WHERE id NOT IN (SELECT value->>'id' FROM jsonb_array_elements($1::jsonb)) RETURNING 1)
      SELECT count(*)::int FROM gone`, [fields]);
    const { rows: written } = await client.query<{ isOld: boolean }>(`
      INSERT INTO "SearchField" AS f SELECT n.* FROM jsonb_to_recordset($1::jsonb) AS n (id text, visibility text, kind text, label text)
      ON CONFLICT (id) DO UPDATE SET visibility = excluded.visibility, kind = excluded.kind, label = excluded.label
        WHERE (f.visibility, f.kind, f.label) IS DISTINCT FROM (excluded.visibility, excluded.kind, excluded.label)
      RETURNING xmax <> 0 AS "isOld"`, [fields]);
    const { rows: [never] } = await client.query<{ read: boolean }>(`SELECT EXISTS (SELECT FROM "BriefSearch") AS read`);
    if ((gone?.count ?? 0) > 0 || written.some(({ isOld }) => isOld) || (written.length > 0 && !never?.read)) await client.query(`SELECT index_brief(id) FROM "Handover"`);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}
