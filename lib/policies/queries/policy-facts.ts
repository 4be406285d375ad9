import "server-only";
import type { Db } from "@/lib/platform/db";
import type { OrganisationKind } from "../fields/policy-form";
import type { Consenter } from "../rules/consent";
import { policyChanges, type PolicyChange } from "../rules/policy-changes";
import { policyProblems } from "../rules/policy-problems";
import { POLICY_CONTENT, type PolicyContent } from "../schema";

export type PolicyFacts = Awaited<ReturnType<typeof policyFacts>>;

/** One of the organisation's policies in all its versions, with what is wrong with the draft and what it changes. No authorisation here. */
export async function policyFacts<K extends OrganisationKind>(tx: Db, kind: K) {
  const rows = await tx.policyVersion.findMany({ where: { kind, teamId: null }, orderBy: { version: "asc" } });
  const versions = rows.map((row) => ({ ...row, content: POLICY_CONTENT[kind].parse(row.content) as PolicyContent[K] }));
  const published = versions.filter(({ status }) => status === "PUBLISHED");
  const inForce = published.at(-1);
  if (!inForce) throw new Error(`No ${kind} has been published.`);
  const draft = versions.find(({ status }) => status === "DRAFT") ?? null;
  const changes: PolicyChange[] = draft ? policyChanges(kind, inForce.content, draft.content) : [];
  const problems = draft ? policyProblems(kind, draft.content, inForce.content, { others: kind === "COMPLEXITY_RUBRIC" ? await askers(tx) : [] }) : [];
  return { published, inForce, draft, changes, problems, consents: draft ? await consentsTo(tx, draft) : [] };
}

/** The policies in force that can ask about a question of the rubric: the teams' templates, and the checklist. */
async function askers(tx: Db): Promise<{ name: string; content: unknown }[]> {
  const rows = await tx.policyVersion.findMany({
    where: { kind: { in: ["BRIEF_TEMPLATE", "CHECKLIST_TEMPLATE"] }, status: "PUBLISHED" }, orderBy: { version: "desc" }, distinct: ["kind", "teamId"], select: { kind: true, teamId: true, content: true },
  });
  const teams = await tx.team.findMany({ where: { id: { in: rows.flatMap(({ teamId }) => teamId ?? []) } }, select: { id: true, name: true } });
  return rows.map(({ teamId, content }) => ({ name: teamId === null ? "the checklist" : `the template of ${teams.find(({ id }) => id === teamId)?.name ?? ""}`, content }));
}

/** Who consented to exactly this revision, as they manage today. */
async function consentsTo(tx: Db, { id, revision }: { id: string; revision: number }): Promise<Consenter[]> {
  const rows = await tx.policyConsent.findMany({ where: { policyId: id, revision }, orderBy: { at: "asc" }, select: { userId: true } });
  const people = await tx.user.findMany({
    where: { id: { in: rows.map(({ userId }) => userId) }, active: true },
    select: { id: true, name: true, memberships: { where: { role: "MANAGER", team: { active: true } }, select: { team: { select: { kind: true } } } } },
  });
  return rows.flatMap(({ userId }) => people.filter((one) => one.id === userId)).map(({ id: userId, name, memberships }) => ({
    id: userId, name, sales: memberships.some(({ team }) => team.kind === "SALES"), delivery: memberships.some(({ team }) => team.kind === "DELIVERY"),
  }));
}
