import type { Refusal } from "@/lib/platform/errors";
import type { Complexity, DealStage, Role } from "@/lib/platform/generated/enums";
import { STAGES } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import { tractionRefusal } from "@/lib/traction/rules/traction";
import { ASKING, type Asking } from "../format";

/** What the traction rule says of the deal (P5.1 to P5.3), as far as it is asked here. */
export type TractionSays = Parameters<typeof tractionRefusal>[0];

/** A recorded exception: a sales manager allows one kind of involvement against the rules (P5.2, P6.2). */
export type GrantFacts = { id: string; allows: Asking; by: string };

/** A delivery person, with the roles held in the deal's active teams. */
export type AskedPerson = {
  id: string; name: string; active: boolean;
  roles: readonly { teamId: string; role: Role }[];
  /** A team lead of the deal's teams named this developer for it (P6.2). */
  namedBy: string | null;
};

export type AskFacts = {
  stage: DealStage;
  complexity: Complexity | null;
  traction: TractionSays;
  grants: readonly GrantFacts[];
  teams: readonly { id: string; name: string }[];
  /** Who sells this deal: nobody asks themselves. */
  sellerIds: readonly string[];
  person: AskedPerson;
  /** Of what this person was asked about this deal before, the codes of what was declined. */
  declined: readonly string[];
};

export type Asked = { role: "PM" | "TEAM_LEAD" | "DEVELOPER"; teamId: string; why: string; grantId: string | null };

const no = (rule: string, reason: string, code: Refusal["code"] = "CONFLICT"): Refusal => ({ code, rule, reason });

/**
 * Whether anybody in delivery may be asked for this before the contract (P5.2, P5.3, P6.2), whoever it is: null, or why not
 * and what to do about it.
 */
export function askRefusal(asking: Asking, { stage, complexity, traction, grants, teams }: Omit<AskFacts, "person" | "declined" | "sellerIds">): Refusal | null {
  const what = ASKING[asking].short;
  if (!isOpen(stage)) return no("P6.4", `Delivery is asked before the contract while the deal is open, and it is ${STAGES[stage].label.toLowerCase()}.`);
  if (teams.length === 0) return no("P6.4", "Choose the delivery teams of this deal first: one of their people can be asked then.");
  if (standingGrant(asking, grants)) return null;
  if (complexity === null) return no("P6.2", "Answer the questions of complexity first: they decide whether delivery comes in before the contract.");
  if (complexity === "SIMPLE")
    return no("P6.2", `The work is simple: delivery comes in once the contract is signed. If it cannot wait, ask a sales manager to grant the ${what}, with a reason.`);
  return tractionRefusal(traction, asking, null);
}

/**
 * Who was asked, as what, and why the rules allow it (B7); else the refusal. Complex work asks a lead, a PM, or a developer
 * whom a lead named (P6.2). Whoever declined is not asked about the deal again (P5.4).
 */
export function mayAsk(asking: Asking, facts: AskFacts): Asked | Refusal {
  const refused = askRefusal(asking, facts) ?? personRefusal(asking, facts);
  if (refused) return refused;
  const { complexity, traction, grants, person } = facts;
  const as = placeOf(person);
  if (!as) return no("P6.4", notOfTheTeams(facts));
  const grant = standingGrant(asking, grants);
  const points = `${traction.score} of ${traction.max} points`;
  const why = grant ? `Granted by ${grant.by} against the rule, with ${points}.`
    : `${points} of traction allow it, and the work is ${complexity === "COMPLEX" ? "complex: delivery comes in before the contract" : "standard: delivery may come in early"}.`;
  return { ...as, why, grantId: grant?.id ?? null };
}

export const isRefusal = (answer: Asked | Refusal): answer is Refusal => "code" in answer;

function personRefusal(asking: Asking, facts: AskFacts): Refusal | null {
  const { complexity, person, sellerIds, declined } = facts;
  const [name] = person.name.split(" ");
  if (!person.active) return no("P6.4", `${person.name} is no longer here. Ask somebody else of the deal's teams.`);
  if (sellerIds.includes(person.id)) return no("P6.4", `${person.name} sells this deal, and is not asked as delivery.`);
  const as = placeOf(person);
  if (!as) return no("P6.4", notOfTheTeams(facts));
  if (declined.length > 0) return no("P5.4", `${person.name} has declined to be asked about this deal, and that is the end of it. Ask somebody else of the deal's teams.`);
  if (complexity === "COMPLEX" && as.role === "DEVELOPER" && person.namedBy === null && asking !== "TRIAL")
    return no("P6.2", `The work is complex: ask a team lead or a PM of its teams. ${name ?? person.name} can be asked once a lead has named them for this deal.`);
  return null;
}

/** As what somebody is asked: the widest of the roles that they hold in the deal's teams. */
export function placeOf({ roles }: Pick<AskedPerson, "roles">): Pick<Asked, "role" | "teamId"> | null {
  for (const role of ["TEAM_LEAD", "PM", "DEVELOPER"] as const) {
    const found = roles.find((one) => one.role === role);
    if (found) return { role, teamId: found.teamId };
  }
  return null;
}

/** The grant among those in force that covers what is asked. */
const standingGrant = (asking: Asking, grants: readonly GrantFacts[]): GrantFacts | undefined => grants.find(({ allows }) => allows === asking);

const notOfTheTeams = ({ person, teams }: Pick<AskFacts, "person" | "teams">): string =>
  `${person.name} is no PM, team lead or developer of ${teams.map(({ name }) => name).join(" or ")}. Choose one person of the deal's teams.`;
