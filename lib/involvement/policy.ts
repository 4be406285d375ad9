import { type Actor, NOTHING, personOf } from "@/lib/auth/ctx";
import { teamsAs } from "@/lib/auth/roles";
import { responsibleScope } from "@/lib/deals/policy";
import type { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";

/**
 * Which requests exist for this actor: those that are theirs to answer, those of their deals, and a delivery manager's
 * team's. Being asked for a deal shows nobody what others are asked there.
 */
export function involvementScope(actor: Actor): Prisma.InvolvementWhereInput {
  if (actor.type === "system") return {};
  if (actor.type === "client") return NOTHING;
  const teams = teamsAs(actor.memberships, "MANAGER", "DELIVERY");
  return { OR: [{ personId: actor.id }, { deal: responsibleScope(actor) }, ...(teams.length > 0 ? [{ teamId: { in: teams } }] : [])] };
}

/** All that the powers need to know of a request. */
export type InvolvementFacts = { personId: string; role: string; sellerIds: readonly string[] };

export type InvolvementPower = "accept" | "answer" | "decline" | "record" | "estimate" | "withdraw" | "nameDeveloper";

type Relation = { is: (person: string, facts: InvolvementFacts) => boolean; rule: string; called: string };
const asked = (rule: string): Relation => ({ is: (person, facts) => person === facts.personId, rule, called: "the person who is asked" });

const POWERS = {
  accept: asked("P6.4"),
  answer: asked("P6.4"),
  decline: asked("P5.4"),
  record: asked("P5.5"),
  estimate: asked("P7.2"),
  withdraw: { is: (person, facts) => facts.sellerIds.includes(person), rule: "P6.4", called: "the contact owner, the deal owner and invited colleagues" },
  nameDeveloper: { is: (person, facts) => person === facts.personId && facts.role === "TEAM_LEAD", rule: "P6.2", called: "the team lead who is asked" },
} as const satisfies Record<InvolvementPower, Relation>;

export const INVOLVEMENT_POWER_NAMES = Object.keys(POWERS) as InvolvementPower[];

/** Why this actor may not do this to a request in their scope, or null. The button and its guard both ask here. */
export function involvementRefusal(actor: Actor, power: InvolvementPower, facts: InvolvementFacts): Refusal | null {
  const { is, rule, called }: Relation = POWERS[power];
  const person = personOf(actor);
  return person !== null && is(person, facts) ? null : { code: "FORBIDDEN", rule, reason: `Only ${called} may do this.` };
}
