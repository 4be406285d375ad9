import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { atRiskState, startRefusal } from "@/lib/deals/rules/at-risk";
import { db } from "@/lib/platform/db";
import { keyProblems, requiredKeys } from "../rules/keys";
import { readinessFor } from "./brief";
import { previewChecklist } from "./checklist-preview";
import { computeBrief } from "./computed";
import { versionsOf } from "./kept-versions";
import { getHandover } from "./handover";
import { getReading } from "./reading";

/** What stands between the brief and its submission, besides the must-haves: the contract, the teams, the people. */
export type PeopleProblem = { sentence: string; rule: string; at: "deal" | "people" };

export type Check = Awaited<ReturnType<typeof getCheck>>;

/**
 * The last look before submitting (P1.4): what blocks it, what is only pointed out, the whole brief to read, and what
 * follows from it: class, keys, attendees and checklist, each with its reason. The command asks the same rules again.
 */
export async function getCheck(ctx: Ctx, id: string) {
  const head = await getHandover(ctx, id);
  const computed = await computeBrief(db(ctx), id, { now: ctx.now });
  const { handover, leads, complexity, attendees, policies } = computed;
  const needed = requiredKeys({ pm: handover.pm, leads: leads.map((need) => ({ need, lead: handover.teams.find(({ teamId }) => teamId === need.team.id)?.lead ?? null })) });
  const start = startRefusal(handover.deal, ctx.now);
  const writers = [head.facts.contactOwnerId, head.facts.writerId ?? head.viewer.id].filter((one) => one !== null);
  const problems: PeopleProblem[] = [
    ...(start ? [{ sentence: start.reason, rule: start.rule, at: "deal" as const }] : []),
    ...(handover.teams.length === 0 ? [{ sentence: "Choose the delivery teams.", rule: "P1.13", at: "people" as const }] : []),
    ...keyProblems(needed, writers, head.soloMode).map(({ sentence, rule }) => ({ sentence, rule, at: "people" as const })),
  ];
  return {
    head, complexity, attendees, problems,
    versions: versionsOf(policies),
    reading: await getReading(ctx, head),
    readiness: readinessFor(new Set(head.readable), computed),
    keys: needed.map(({ role, team, holder, reason, rule }) => ({ role, team: team?.name ?? null, holder: holder?.name ?? null, reason, rule })),
    checklist: await previewChecklist(db(ctx), computed, { now: ctx.now }),
    minutes: policies.attendees.content.minutes,
    deal: {
      id: head.deal.id, number: head.deal.number, signedOn: head.deal.signedOn, evidence: head.readable.includes("commercial") ? handover.deal.signedEvidence : "",
      atRisk: atRiskState(handover.deal, ctx.now), atRiskUntil: head.deal.atRiskUntil,
    },
    mayEdit: head.viewer.powers.edit === null,
    submitRefusal: head.viewer.moves.submit,
  };
}
