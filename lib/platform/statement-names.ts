import { createHash } from "node:crypto";

/** A statement is kept by the database from its second use on; so what is asked once in a while takes no room there. */
const USES = 2;
/** Per process, and each connection keeps its own: a statement that differs each time must not fill the database's memory. */
const KEPT_AT_MOST = 300;
const SEEN_AT_MOST = 2_000;
/** A longer text is a list of varying length, most of the time. */
const LENGTH_AT_MOST = 12_000;

/**
 * Names for statements that are asked again and again, so that the database parses and plans each once per connection instead of
 * at each use. Answers undefined for the others.
 */
export function statementNames(): (query: { sql: string }) => string | undefined {
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  return ({ sql }) => {
    const name = names.get(sql);
    if (name !== undefined || names.size >= KEPT_AT_MOST || sql.length > LENGTH_AT_MOST) return name;
    const uses = (seen.get(sql) ?? 0) + 1;
    if (uses < USES) {
      if (seen.size >= SEEN_AT_MOST) seen.clear();
      seen.set(sql, uses);
      return undefined;
    }
    seen.delete(sql);
    const made = `p${createHash("sha256").update(sql).digest("hex").slice(0, 24)}`;
    names.set(sql, made);
    return made;
  };
}
