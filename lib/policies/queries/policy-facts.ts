import "server-only";
import type { Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { FormChoices, FormKind } from "../fields/policy-form";
import { askableFields } from "@/lib/discovery/rules/askable";
import { fieldsInForce } from "@/lib/handovers/rules/template";
import { type Option, SECTIONS } from "../fields";
import { policyInForce, templatesInForce } from "../queries";
import { checklistWords } from "./checklist-subjects";
import type { Consenter } from "../rules/consent";
import { policyChanges, type PolicyChange } from "../rules/policy-changes";
import { policyProblems } from "../rules/policy-problems";
import { POLICY_CONTENT, type PolicyContent } from "../schema";

export type PolicyFacts = Awaited<ReturnType<typeof policyFacts>>;

/**
 * One policy in all its versions, with what is wrong with the draft and what it changes; `teamId` names the team of which it is,
 * where each has its own. NOT_FOUND for a team without one. No authorisation here.
 */
export async function policyFacts<K extends FormKind>(tx: Db, kind: K, teamId: string | null = null) {
  const team = teamId === null ? null : await tx.team.findFirst({ where: { id: teamId, kind: "DELIVERY" }, select: { id: true, name: true, slug: true } });
  if ((kind === "DISCOVERY_SET") !== (team !== null)) throw new AppError("NOT_FOUND");
  const rows = await tx.policyVersion.findMany({ where: { kind, teamId }, orderBy: { version: "asc" } });
  const versions = rows.map((row) => ({ ...row, content: POLICY_CONTENT[kind].parse(row.content) as PolicyContent[K] }));
  const published = versions.filter(({ status }) => status === "PUBLISHED");
  const inForce = published.at(-1);
  if (!inForce) throw team ? new AppError("NOT_FOUND") : new Error(`No ${kind} has been published.`);
  const choices: FormChoices = team ? { fields: await askable(tx, team.id) } : kind === "CHECKLIST_TEMPLATE" ? { words: await checklistWords(tx) } : {};
  const draft = versions.find(({ status }) => status === "DRAFT") ?? null;
  const changes: PolicyChange[] = draft ? policyChanges(kind, inForce.content, draft.content, choices) : [];
  const problems = draft ? policyProblems(kind, draft.content, inForce.content, {
    others: kind === "COMPLEXITY_RUBRIC" ? await askers(tx) : [], fields: new Set(choices.fields?.map(({ value }) => value)),
  }) : [];
  return { team, choices, published, inForce, draft, changes, problems, consents: draft ? await consentsTo(tx, draft) : [] };
}

/** What discovery can ask for in the brief of a team, in the order of the brief, as its template in force has it (P7.4). */
async function askable(tx: Db, teamId: string): Promise<Option[]> {
  const template = (await templatesInForce(tx, [teamId])).get(teamId)?.content;
  const { content: rubric } = await policyInForce(tx, "COMPLEXITY_RUBRIC");
  return askableFields(fieldsInForce(template ? [template] : [], rubric)).map(({ id, section, label }) => ({ value: id, label: `${SECTIONS[section].label}: ${label}` }));
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
