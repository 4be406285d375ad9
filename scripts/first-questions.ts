import type pg from "pg";
import { discoverySetFor } from "../lib/policies/defaults/version-one";
import { newId } from "../lib/platform/ids";

/**
 * Version 1 of the discovery questions for delivery teams from before there were any (P7.4): a new team gets it when it is made.
 * What a team has published stays as it is.
 */
export async function publishFirstQuestions(client: pg.Client): Promise<void> {
  const { rows: [there] } = await client.query<{ there: boolean }>(`SELECT to_regclass('"DiscoveryAnswer"') IS NOT NULL AS there`);
  if (!there?.there) return; // a restore that begins before there was discovery
  const { rows: teams } = await client.query<{ id: string; slug: string }>(`
    SELECT id, slug FROM "Team" t WHERE kind = 'DELIVERY' AND NOT EXISTS (SELECT FROM "PolicyVersion" p WHERE p.kind = 'DISCOVERY_SET' AND p."teamId" = t.id)`);
  for (const { id, slug } of teams)
    await client.query(
      `INSERT INTO "PolicyVersion" (id, kind, "teamId", version, status, "publishedAt", content) VALUES ($1, 'DISCOVERY_SET', $2, 1, 'PUBLISHED', now(), $3) ON CONFLICT DO NOTHING`,
      [newId(), id, JSON.stringify(discoverySetFor({ slug }))],
    );
}
