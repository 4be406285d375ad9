import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { clearNotices } from "@/lib/notifications/commands";
import type { Record } from "@/lib/organisation/commands/change";
import type { Db } from "@/lib/platform/db";
import { policyFacts } from "../queries/policy-facts";
import { changeSentence } from "../rules/policy-changes";

/** B6: once a draft of the rubric can be published, every manager is asked for their consent to it as it stands now; what they were asked before is over. */
export async function askForConsent(tx: Db, ctx: Ctx, record: Record): Promise<void> {
  const { draft, problems, changes } = await policyFacts(tx, "COMPLEXITY_RUBRIC");
  if (!draft) return;
  await endAsking(tx, ctx, draft.id);
  if (problems.length > 0 || changes.length === 0) return;
  const managers = await tx.user.findMany({ where: { active: true, memberships: { some: { role: "MANAGER", team: { active: true } } } }, orderBy: { id: "asc" }, select: { id: true } });
  await record("policy.consentAsked", {
    policyId: draft.id, kind: "COMPLEXITY_RUBRIC", version: draft.version, revision: draft.revision, changes: changes.map(changeSentence), userIds: managers.map(({ id }) => id),
  });
}

/** Nobody is asked any more, as the draft was changed, discarded or published. */
export const endAsking = async (tx: Db, ctx: Ctx, policyId: string): Promise<void> => clearNotices(tx, { eventIds: await askedBy(tx, policyId), at: ctx.now });

/** Whoever consented has done what they were asked. */
export const consented = async (tx: Db, ctx: Ctx, policyId: string): Promise<void> =>
  clearNotices(tx, { eventIds: await askedBy(tx, policyId), at: ctx.now, userId: personOf(ctx.actor) ?? "" });

async function askedBy(tx: Db, policyId: string): Promise<string[]> {
  const rows = await tx.event.findMany({ where: { type: "policy.consentAsked", streamKind: "ORGANISATION", payload: { contains: policyId } }, select: { id: true } });
  return rows.map(({ id }) => id);
}
