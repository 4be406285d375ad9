import type { Material } from "@/lib/policies/fields";
import type { Field } from "../fields/types";
import type { Answers } from "./answers";
import { type GivenKey, keysReopened } from "./keys";
import { type Change, materialOf } from "./versions";

type Person = { id: string; name: string };

export type AmendmentFacts = {
  changes: readonly Change[];
  before: Answers;
  after: Answers;
  fieldOf: (id: string) => Field | undefined;
  /** Who amends, and so confirms nothing of it. */
  pmId: string;
  contactOwner: Person & { active: boolean };
  /** The keys of leads, with who leads the team now. */
  leads: readonly { key: GivenKey; lead: (Person & { active: boolean }) | null }[];
  /** Active managers of the contact owner's sales teams, and of the delivery teams. */
  salesManagers: readonly Person[];
  deliveryManagers: readonly (Person & { teamId: string })[];
  teams: readonly { id: string; name: string }[];
};

/** Who must confirm one side of an amendment; null where nobody can. */
export type Confirmer = { kind: Material; teamId: string | null; holder: Person | null; rule: "B4"; reason: string };

/**
 * Who confirms a material amendment (B4): the contact owner what is commercial, the lead concerned what is technical; a manager
 * where they have left or amend themselves, or where no lead is named. What is not material needs nobody.
 */
export function confirmersOf(facts: AmendmentFacts): Confirmer[] {
  const material = materialOf(facts.changes, facts.fieldOf);
  return [
    ...(material.includes("commercial") ? [commercial(facts)] : []),
    ...(material.includes("technical") ? technical(facts) : []),
  ];
}

function commercial({ changes, fieldOf, contactOwner, pmId, salesManagers }: AmendmentFacts): Confirmer {
  const what = labelsOf(changes, fieldOf, "commercial");
  const own = contactOwner.active && contactOwner.id !== pmId;
  const holder = own ? contactOwner : (salesManagers.find(({ id }) => id !== pmId) ?? null);
  const why = own ? "the contact owner confirms" : contactOwner.active ? "a sales manager confirms for the contact owner, who amends" : "a sales manager confirms, since the contact owner has left";
  return { kind: "commercial", teamId: null, holder: holder && { id: holder.id, name: holder.name }, rule: "B4", reason: `What was sold changes (${what}): ${why}.` };
}

/** One per lead concerned; where no lead is concerned by name, one manager for all delivery teams. */
function technical(facts: AmendmentFacts): Confirmer[] {
  const { fieldOf, pmId, deliveryManagers, teams } = facts;
  const changes = facts.changes.filter(({ field }) => fieldOf(field)?.material === "technical");
  const what = labelsOf(changes, fieldOf, "technical");
  const concerned = keysReopened({ given: facts.leads.map(({ key }) => key), changes, before: facts.before, after: facts.after, fieldOf });
  const manager = (teamIds: readonly string[]) => deliveryManagers.find(({ id, teamId }) => id !== pmId && teamIds.includes(teamId)) ?? null;
  if (concerned.length === 0) {
    const holder = manager(teams.map(({ id }) => id));
    return [{ kind: "technical", teamId: null, holder: holder && { id: holder.id, name: holder.name }, rule: "B4", reason: `The technical side changes (${what}) and no lead is named for it: a delivery manager confirms.` }];
  }
  return concerned.flatMap(({ id }) => {
    const found = facts.leads.find(({ key }) => key.id === id);
    const team = found?.key.team;
    if (!team) return [];
    const { lead } = found;
    const name = teams.find((one) => one.id === team.id)?.name ?? team.slug;
    const own = lead !== null && lead.active && lead.id !== pmId;
    const holder = own ? lead : manager([team.id]);
    const why = own ? `the ${name} team lead confirms` : `a manager of ${name} confirms in the lead's place`;
    return [{ kind: "technical" as const, teamId: team.id, holder: holder && { id: holder.id, name: holder.name }, rule: "B4" as const, reason: `The technical side changes (${what}): ${why}.` }];
  });
}

function labelsOf(changes: readonly Change[], fieldOf: (id: string) => Field | undefined, material: Material): string {
  const labels = [...new Set(changes.flatMap(({ field }) => (fieldOf(field)?.material === material ? [fieldOf(field)?.label ?? field] : [])))];
  const more = labels.length > 3 ? ` and ${labels.length - 3} more` : "";
  return labels.slice(0, 3).map((label) => `“${label}”`).join(", ") + more;
}
