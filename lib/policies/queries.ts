import "server-only";
import type { Db } from "@/lib/platform/db";
import type { PolicyKind } from "@/lib/platform/generated/enums";
import { POLICY_CONTENT, type PolicyContent } from "./schema";

/** A published policy: its id names the version wherever something was computed by it (B6, B7). */
export type Policy<K extends PolicyKind> = { id: string; version: number; content: PolicyContent[K] };

/**
 * The organisation-wide policies: those in force, or those of `kept` ids, which a submitted brief keeps (B6). Throws where
 * one was never published, which set-up makes impossible.
 */
export async function policiesInForce(db: Db, kept?: readonly string[]) {
  const rows = await db.policyVersion.findMany({
    where: { status: "PUBLISHED", teamId: null, ...(kept && { id: { in: [...kept] } }) },
    orderBy: [{ kind: "asc" }, { version: "desc" }],
    distinct: ["kind"],
  });
  const of = <K extends PolicyKind>(kind: K): Policy<K> => {
    const row = rows.find((one) => one.kind === kind);
    if (!row) throw new Error(`No ${kind} has been published.`);
    return { id: row.id, version: row.version, content: POLICY_CONTENT[kind].parse(row.content) as PolicyContent[K] };
  };
  return {
    rubric: of("COMPLEXITY_RUBRIC"),
    checklist: of("CHECKLIST_TEMPLATE"),
    attendees: of("ATTENDEE_PARAMETERS"),
    clocks: of("CLOCKS"),
  };
}
export type PoliciesInForce = Awaited<ReturnType<typeof policiesInForce>>;

/** The brief templates in force, newest version per team. */
export async function templatesInForce(db: Db, teamIds: readonly string[]): Promise<Map<string, Policy<"BRIEF_TEMPLATE">>> {
  const rows = await db.policyVersion.findMany({
    where: { kind: "BRIEF_TEMPLATE", status: "PUBLISHED", teamId: { in: [...teamIds] } },
    orderBy: { version: "desc" },
    distinct: ["teamId"],
  });
  return new Map(rows.map((row) => [row.teamId ?? "", { id: row.id, version: row.version, content: POLICY_CONTENT.BRIEF_TEMPLATE.parse(row.content) }]));
}

/** Templates by id, as drafts keep them (B6). */
export async function templatesById(db: Db, ids: readonly string[]): Promise<PolicyContent["BRIEF_TEMPLATE"][]> {
  const rows = await db.policyVersion.findMany({ where: { id: { in: [...ids] }, kind: "BRIEF_TEMPLATE" }, orderBy: { id: "asc" } });
  return rows.map((row) => POLICY_CONTENT.BRIEF_TEMPLATE.parse(row.content));
}
