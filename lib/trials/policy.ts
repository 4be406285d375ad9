import { type Actor, NOTHING, personOf } from "@/lib/auth/ctx";
import { teamsAs } from "@/lib/auth/roles";
import { responsibleScope } from "@/lib/deals/policy";
import type { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";

/** Which trial tasks exist for this actor: those they do or review, those of their deals, and a delivery manager's team's. */
export function trialScope(actor: Actor): Prisma.TrialTaskWhereInput {
  if (actor.type === "system") return {};
  if (actor.type === "client") return NOTHING;
  const teams = teamsAs(actor.memberships, "MANAGER", "DELIVERY");
  return { OR: [{ developerId: actor.id }, { leadId: actor.id }, { deal: responsibleScope(actor) }, ...(teams.length > 0 ? [{ teamId: { in: teams } }] : [])] };
}

/** All that the powers need to know of a trial task. */
export type TrialFacts = { developerId: string; leadId: string; requestedById: string; sellerIds: readonly string[] };

export type TrialPower = "approve" | "extend" | "evaluate" | "start" | "record" | "deliver" | "decline" | "cancel";

type Relation = { is: (person: string, facts: TrialFacts) => boolean; rule: string; called: string };
const lead: Relation = { is: (person, { leadId }) => person === leadId, rule: "P6.5", called: "the lead who reviews the trial task" };
const developer: Relation = { is: (person, { developerId }) => person === developerId, rule: "P6.5", called: "the developer of the trial task" };

const POWERS = {
  approve: lead,
  extend: lead,
  evaluate: lead,
  start: developer,
  record: developer,
  deliver: developer,
  decline: { is: (person, { developerId, leadId }) => person === developerId || person === leadId, rule: "P5.4", called: "its developer and its lead" },
  cancel: { is: (person, { sellerIds }) => sellerIds.includes(person), rule: "P6.5", called: "the contact owner, the deal owner and invited colleagues" },
} as const satisfies Record<TrialPower, Relation>;

export const TRIAL_POWER_NAMES = Object.keys(POWERS) as TrialPower[];

/** Why this actor may not do this to a trial task in their scope, or null. Whoever asked for it does not approve it. */
export function trialRefusal(actor: Actor, power: TrialPower, facts: TrialFacts): Refusal | null {
  const { is, rule, called }: Relation = POWERS[power];
  const person = personOf(actor);
  if (person === null || !is(person, facts)) return { code: "FORBIDDEN", rule, reason: `Only ${called} may do this.` };
  if ((power === "approve" || power === "extend") && person === facts.requestedById)
    return { code: "FORBIDDEN", rule, reason: "Whoever asked for the trial task does not approve it." };
  return null;
}
