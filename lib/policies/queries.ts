import "server-only";
import type { Db } from "@/lib/platform/db";
import type { PolicyKind } from "@/lib/platform/generated/enums";
import { POLICY_CONTENT, type PolicyContent } from "./schema";

/** A published policy: its id names the version wherever something was computed by it (B6, B7). */
export type Policy<K extends PolicyKind> = { id: string; version: number; content: PolicyContent[K] };
type Published = { id: string; kind: PolicyKind; version: number; content: unknown };

/** What was published never changes (B6), so it is read and parsed once: templates are long, and every brief asks for them. */
const READ = new Map<string, Published>();
const READ_AT_MOST = 500;

/** Published policies by id, in the order of the ids; unknown ids are left out. */
async function published(db: Db, ids: readonly string[]): Promise<Published[]> {
  const missing = ids.filter((id) => !READ.has(id));
  const rows = missing.length === 0 ? [] : await db.policyVersion.findMany({
    where: { id: { in: missing }, status: "PUBLISHED" }, select: { id: true, kind: true, version: true, content: true },
  });
  if (READ.size + rows.length > READ_AT_MOST) READ.clear();
  const fresh = new Map(rows.map((row) => [row.id, { ...row, content: POLICY_CONTENT[row.kind].parse(row.content) }]));
  for (const [id, policy] of fresh) READ.set(id, policy);
  return ids.flatMap((id) => READ.get(id) ?? fresh.get(id) ?? []);
}

/**
 * The organisation-wide policies: those in force, or those of `kept` ids, which a submitted brief keeps (B6). Throws where
 * one was never published, which set-up makes impossible.
 */
export async function policiesInForce(db: Db, kept?: readonly string[]) {
  const rows = await published(db, kept ?? (await idsInForce(db)));
  const of = <K extends PolicyKind>(kind: K): Policy<K> => {
    const row = rows.find((one) => one.kind === kind);
    if (!row) throw new Error(`No ${kind} has been published.`);
    return row as Policy<K>;
  };
  return {
    rubric: of("COMPLEXITY_RUBRIC"),
    checklist: of("CHECKLIST_TEMPLATE"),
    attendees: of("ATTENDEE_PARAMETERS"),
    clocks: of("CLOCKS"),
  };
}
/** One of them alone. */
export async function policyInForce<K extends PolicyKind>(db: Db, kind: K): Promise<Policy<K>> {
  const newest = await db.policyVersion.findFirst({ where: { kind, status: "PUBLISHED", teamId: null }, orderBy: { version: "desc" }, select: { id: true } });
  const [policy] = newest ? await published(db, [newest.id]) : [];
  if (!policy) throw new Error(`No ${kind} has been published.`);
  return policy as Policy<K>;
}

export type PoliciesInForce = Awaited<ReturnType<typeof policiesInForce>>;

async function idsInForce(db: Db): Promise<string[]> {
  const rows = await db.policyVersion.findMany({
    where: { status: "PUBLISHED", teamId: null }, orderBy: [{ kind: "asc" }, { version: "desc" }], distinct: ["kind"], select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The brief templates in force, newest version per team. */
export const templatesInForce = (db: Db, teamIds: readonly string[]) => inForceOf(db, "BRIEF_TEMPLATE", teamIds);
/** The discovery questions in force, by team (P7.4). */
export const discoveryInForce = (db: Db, teamIds: readonly string[]) => inForceOf(db, "DISCOVERY_SET", teamIds);

async function inForceOf<K extends "BRIEF_TEMPLATE" | "DISCOVERY_SET">(db: Db, kind: K, teamIds: readonly string[]): Promise<Map<string, Policy<K>>> {
  const rows = await db.policyVersion.findMany({
    where: { kind, status: "PUBLISHED", teamId: { in: [...teamIds] } },
    orderBy: { version: "desc" },
    distinct: ["teamId"],
    select: { id: true, teamId: true },
  });
  const templates = await published(db, rows.map(({ id }) => id));
  return new Map(rows.flatMap(({ id, teamId }) => {
    const template = templates.find((one) => one.id === id);
    return template ? [[teamId ?? "", template as Policy<K>]] : [];
  }));
}

/** Templates by id, as drafts keep them (B6). */
export async function templatesById(db: Db, ids: readonly string[]): Promise<PolicyContent["BRIEF_TEMPLATE"][]> {
  return (await published(db, [...ids].sort())).map(({ content }) => content as PolicyContent["BRIEF_TEMPLATE"]);
}
