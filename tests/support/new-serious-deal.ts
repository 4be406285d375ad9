// For browser tests: an open Shopify deal of Priscila's in the sample, with seven points of traction and its complexity answered.
// `node --import tsx tests/support/new-serious-deal.ts COMPLEX` prints its id and name as JSON. DATABASE_URL is the sample
// database's, as its owner.
import { mint, type UserActor } from "@/lib/auth/ctx";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { type Db, prisma } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { COMPLEXITY_RUBRIC } from "@/lib/policies/defaults/complexity-rubric";
import { TRACTION_RUBRIC } from "@/lib/policies/defaults/traction-rubric";
import { sampleEmail } from "@/lib/sample/cast";

const [complexity = "COMPLEX"] = process.argv.slice(2);

async function make(db: Db) {
  const now = new Date();
  const user = await db.user.findFirstOrThrow({ where: { email: sampleEmail("Priscila Araújo") }, include: { memberships: { include: { team: { select: { kind: true } } } } } });
  const actor: UserActor = { type: "user", id: user.id, name: user.name, isAdmin: user.isAdmin, memberships: user.memberships.map(({ teamId, role, team }) => ({ teamId, role, kind: team.kind })) };
  const ctx = mint({ actor, now, requestId: "e2e", db });
  const team = await db.team.findUniqueOrThrow({ where: { slug: "shopify" } });
  const { clientId } = await db.deal.findFirstOrThrow({ where: { contactOwnerId: user.id } });
  const id = newId();
  const name = `Wholesale shop with ERP, ${id.slice(-4)}`;
  await db.deal.create({ data: { id, clientId, name, stage: "PROPOSAL", valueMinor: 9_870_000n, currency: "USD", contactOwnerId: user.id, ownerId: user.id, createdById: user.id, teams: { create: { teamId: team.id } } } });
  await db.tractionEvidence.createMany({ data: TRACTION_RUBRIC.evidence.slice(0, 7).map(({ id: kind }) => ({ id: newId(), dealId: id, kind, happenedOn: now, words: "They showed it.", addedById: user.id })) });
  const handover = await beginHandover(ctx, { dealId: id });
  await saveAnswers(ctx, {
    id: handover.id,
    changes: COMPLEXITY_RUBRIC.questions.map(({ id: question, options }) => ({
      field: `complexity.${question}`, rowId: null, base: 0, state: "VALUE" as const,
      value: question === "integration" && complexity !== "SIMPLE" ? (complexity === "COMPLEX" ? "several" : "custom") : (options[0]?.value ?? ""),
    })),
  });
  return { id, name };
}

console.log(JSON.stringify(await make(prisma)));
process.exit(0); // the queues' library leaves timers
