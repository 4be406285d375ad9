import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { answersOf } from "@/lib/handovers/queries/answers";
import { keptOverride, overridesOf } from "@/lib/handovers/queries/class-override";
import { snapshotOf } from "@/lib/handovers/queries/snapshot";
import { complexityChoices } from "@/lib/handovers/rules/template";
import { type Db, db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { HandoverStatus } from "@/lib/platform/generated/enums";
import { policiesInForce } from "@/lib/policies/queries";
import { withOverride } from "@/lib/policies/rules/class-override";
import { complexity } from "@/lib/policies/rules/complexity";
import { dealScope } from "../policy";

export type DealComplexity = Awaited<ReturnType<typeof complexityOf>>;

/** The states in which the class of a brief is still open: nothing is frozen, or it came back (B4). */
const OPEN: readonly HandoverStatus[] = ["DRAFT", "RETURNED"];

/**
 * How complex a deal's work is (P6.1): the answers are those of its brief, by the rubric in force; once submitted, the version
 * under review or accepted, with the rubric and the override that it keeps (B6). Without a brief nothing is answered yet. An
 * override belongs to the deal (P6.3). No authorisation here: callers have found the deal in scope.
 */
export async function complexityOf(tx: Db, dealId: string) {
  const handover = await tx.handover.findFirst({
    where: { dealId, status: { not: "WITHDRAWN" } }, orderBy: { number: "desc" }, select: { id: true, number: true, status: true, briefVersion: true },
  });
  const frozen = handover && !OPEN.includes(handover.status) ? await snapshotOf(tx, handover.id, handover.briefVersion) : null;
  const { rubric } = await policiesInForce(tx, frozen ? [frozen.policies.rubric, frozen.policies.checklist, frozen.policies.attendees, frozen.policies.clocks] : undefined);
  const stored = handover ? await answersOf(tx, handover.id, "complexity.") : [];
  const answers = frozen?.answers ?? stored;
  const overrides = await overridesOf(tx, dealId);
  const standing = frozen ? await keptOverride(tx, frozen.policies.override ?? null) : (overrides.find(({ state }) => state === "STANDING") ?? null);
  const choices = complexityChoices(answers, rubric.content);
  const computed = complexity(rubric.content, choices);
  const result = withOverride(rubric.content, computed, standing);
  return {
    class: result.class,
    /** What counts, with its reason and what follows from it (B7). */
    result,
    /** What the rubric alone says. */
    computed,
    override: standing,
    /** A lower class that waits for a lead's consent. */
    asked: overrides.find(({ state }) => state === "ASKED") ?? null,
    past: overrides.filter(({ state }) => state === "DECLINED" || state === "ENDED"),
    rubric, choices,
    /** The revision of each stored answer, over which the next one is written (P1.3). */
    revisions: new Map(stored.map(({ field, revision }) => [field, revision])),
    handover,
    isOpen: handover === null || OPEN.includes(handover.status),
  };
}

/** Who can be asked to consent to a lower class (P6.3): the active leads of the deal's delivery teams, and of its brief's. */
export async function classLeadsOf(tx: Db, { dealId, handoverId }: { dealId: string; handoverId: string | null }) {
  const dealTeams = await tx.dealTeam.findMany({ where: { dealId }, select: { teamId: true } });
  const briefTeams = handoverId === null ? [] : await tx.handoverTeam.findMany({ where: { handoverId }, select: { teamId: true } });
  return tx.user.findMany({
    where: { active: true, memberships: { some: { role: "TEAM_LEAD", teamId: { in: [...dealTeams, ...briefTeams].map(({ teamId }) => teamId) }, team: { active: true } } } },
    orderBy: [{ name: "asc" }, { id: "asc" }], take: 100, select: { id: true, name: true },
  });
}

export type DealComplexityPage = Awaited<ReturnType<typeof getDealComplexity>>;

/** What the deal's page of its complexity shows, for whoever sees the deal. Out of scope is NOT_FOUND. */
export async function getDealComplexity(ctx: Ctx, { id }: { id: string }) {
  const found = await db(ctx).deal.findFirst({ where: { AND: [{ id }, dealScope(ctx.actor)] }, select: { id: true } });
  if (!found) throw new AppError("NOT_FOUND");
  const known = await complexityOf(db(ctx), id);
  return { ...known, leads: await classLeadsOf(db(ctx), { dealId: id, handoverId: known.handover?.id ?? null }) };
}
