import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { complexityOf } from "@/lib/deals/queries/complexity";
import type { Field } from "@/lib/handovers/fields/types";
import { answersOf, type StoredAnswer } from "@/lib/handovers/queries/answers";
import { briefFieldsOf } from "@/lib/handovers/queries/brief-fields";
import { discoveryOf } from "@/lib/handovers/queries/discovery-answers";
import { snapshotOf } from "@/lib/handovers/queries/snapshot";
import { prefillFacts, sourceRecordsOf } from "@/lib/handovers/queries/sources";
import type { Answer } from "@/lib/handovers/rules/answers";
import { prefill } from "@/lib/handovers/rules/prefill";
import { isAt, isPrefilled, type SourceRecord } from "@/lib/handovers/rules/provenance";
import { contractOf } from "@/lib/handovers/rules/readiness";
import { fieldsInForce } from "@/lib/handovers/rules/template";
import type { Db } from "@/lib/platform/db";
import { discoveryInForce, templatesInForce } from "@/lib/policies/queries";
import { questionsOf, type TeamSet } from "../rules/questions";

/** An answer as discovery shows it: who kept it when, where that is known, and which record filled it in. */
export type KnownAnswer = Answer & { revision: number; byId: string | null; at: Date | null; record: SourceRecord | null };

/**
 * All that discovery asks in a deal, and what is known of it (P7.4): the brief's own answers once there is a brief, those of the
 * version under review or accepted while it cannot be changed, and what is kept with the deal before. No authorisation here.
 */
export async function discoveryFacts(tx: Db, ctx: Ctx, dealId: string) {
  const { handover, class: complexity, isOpen, rubric } = await complexityOf(tx, dealId);
  const teams = await tx.team.findMany({
    where: handover ? { handovers: { some: { handoverId: handover.id } } } : { deals: { some: { dealId } } }, orderBy: { name: "asc" }, select: { id: true, name: true, slug: true },
  });
  const teamIds = teams.map(({ id }) => id);
  const inForce = await discoveryInForce(tx, teamIds);
  const sets = teams.flatMap((team): TeamSet[] => {
    const policy = inForce.get(team.id);
    return policy ? [{ team, policyId: policy.id, version: policy.version, questions: policy.content.questions }] : [];
  });
  const fields = handover ? await briefFieldsOf(tx, handover.id) : fieldsInForce([...(await templatesInForce(tx, teamIds)).values()].map(({ content }) => content), rubric.content);
  const asked = await discoveryOf(tx, dealId);
  const answers = handover ? await ofBrief(tx, { ...handover, isOpen }) : await ofDeal(tx, ctx, { dealId, fields, asked });
  const facts = { answers, complexity, contract: contractOf(answers), teams: teams.map(({ slug }) => slug) };
  return { handover, teams, asked, answers, questions: questionsOf(sets, fields, facts) };
}

type Asked = Awaited<ReturnType<typeof discoveryOf>>;

async function ofBrief(tx: Db, { id, briefVersion, isOpen }: { id: string; briefVersion: number; isOpen: boolean }): Promise<KnownAnswer[]> {
  const frozen = isOpen ? null : await snapshotOf(tx, id, briefVersion);
  const stored: (Answer & Partial<StoredAnswer>)[] = frozen?.answers ?? (await answersOf(tx, id));
  const records = await sourceRecordsOf(tx, id);
  return stored.map(({ revision = 0, updatedById = null, updatedAt = null, ...answer }) => {
    const record = records.find(isAt(answer)) ?? null;
    return { ...answer, revision, byId: updatedById, at: updatedAt, record: record && isPrefilled(answer, record) ? record : null };
  });
}

/** What was said, and what the records would fill in besides: as a draft that begins now would find it. */
async function ofDeal(tx: Db, ctx: Ctx, { dealId, fields, asked }: { dealId: string; fields: readonly Field[]; asked: Asked }): Promise<KnownAnswer[]> {
  const facts = await prefillFacts(tx, ctx.actor, { dealId });
  let row = 0;
  const filled = prefill(fields, { ...facts, discovery: [] }, { now: ctx.now, rowOf: () => String(row++) });
  const known = filled.filter(({ field }) => !asked.some((one) => one.field === field)).map(({ field, rowId, value, source, sourceId, heldAt }): KnownAnswer =>
    ({ field, rowId, state: "VALUE", value, revision: 0, byId: null, at: null, record: { field, rowId, source, sourceId, heldAt, taken: value, kept: null } }));
  return [...known, ...asked.map(({ field, state, value, reason, revision, askedById, askedAt }): KnownAnswer =>
    ({ field, rowId: null, state, value, ...(state === "NOT_APPLICABLE" && { reason }), revision, byId: askedById, at: askedAt, record: null }))];
}
