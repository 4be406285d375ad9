import "server-only";
import type { Db } from "@/lib/platform/db";

/** What the templates in force call their own fields (`custom.<slug>.<key>`); nothing is asked where none is among them. */
export async function fieldLabels(tx: Db, fields: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const custom = [...new Set(fields)].filter((field) => field.startsWith("custom."));
  if (custom.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ field: string; label: string }[]>`
    SELECT DISTINCT ON (w.field) w.field, f ->> 'label' AS label FROM unnest(${custom}::text[]) AS w (field)
    JOIN "PolicyVersion" p ON p.kind = 'BRIEF_TEMPLATE' AND p.status = 'PUBLISHED' AND p.content ->> 'slug' = split_part(w.field, '.', 2)
    CROSS JOIN LATERAL jsonb_array_elements(p.content -> 'fields') f
    WHERE f ->> 'key' = split_part(w.field, '.', 3) ORDER BY w.field, p.version DESC`;
  return new Map(rows.map(({ field, label }) => [field, label]));
}
