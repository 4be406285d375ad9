import type { KeyRole } from "@/lib/platform/generated/enums";
import type { Field } from "../fields/types";
import { type Answer, type Json, listValueOf, textValueOf, type Answers } from "./answers";
import type { LeadNeed } from "./lead-needed";
import { teamOfField } from "./template";
import type { Change } from "./versions";

type Holder = { id: string; name: string; active: boolean };

/** One acceptance that a handover needs (P1.7), with the person named for it and why it is needed. */
export type RequiredKey = {
  role: KeyRole;
  /** The team of a lead's key; null for the PM's. */
  team: { id: string; slug: string; name: string } | null;
  holder: Holder | null;
  rule: "P1.7" | "P2.3";
  reason: string;
};

export type KeyFacts = {
  pm: Holder | null;
  /** Every delivery team of the handover, with its need of a lead and the lead named for it. */
  leads: readonly { need: LeadNeed; lead: Holder | null }[];
};

/** Which keys a handover has (P1.7): the PM's always, and a lead's for each team where P2.3 applies. */
export function requiredKeys({ pm, leads }: KeyFacts): RequiredKey[] {
  return [
    { role: "PM", team: null, holder: pm, rule: "P1.7", reason: "The PM answers for the handover from acceptance on." },
    ...leads.filter(({ need }) => need.needed).map(({ need, lead }): RequiredKey => ({
      role: "TEAM_LEAD", team: { id: need.team.id, slug: need.team.slug, name: need.team.name }, holder: lead, rule: "P2.3", reason: need.reason,
    })),
  ];
}

export type KeyProblem = { role: KeyRole; teamId: string | null; rule: "P1.6" | "P1.7"; sentence: string };

/**
 * What keeps the keys from being given out, as sentences (P1.6, P1.7): nobody is named, somebody has left, or a
 * writer of the brief would hold one of its keys, which only solo mode allows.
 */
export function keyProblems(keys: readonly RequiredKey[], writers: readonly string[], soloMode: boolean): KeyProblem[] {
  return keys.flatMap(({ role, team, holder }): KeyProblem[] => {
    const what = team ? `${team.name} team lead` : "PM";
    const at = { role, teamId: team?.id ?? null };
    if (!holder) return [{ ...at, rule: "P1.6", sentence: `Name the ${what}.` }];
    if (!holder.active) return [{ ...at, rule: "P1.6", sentence: `Name another ${what}: ${holder.name} is no longer here.` }];
    if (writers.includes(holder.id) && !soloMode)
      return [{ ...at, rule: "P1.7", sentence: `Name another ${what}: ${holder.name} wrote the brief, and cannot accept it.` }];
    return [];
  });
}

/** A key that was already given. */
export type GivenKey = { id: string; role: KeyRole; team: { id: string; slug: string } | null };

export type ReopenedKey = { id: string; fields: string[]; rule: "B4"; reason: string };

/**
 * Which of the keys already given a resubmission re-opens (B4): those that a changed field concerns. A lead is
 * concerned by the fields of the lead's own team's template, by rows and choices that name the team now or named it
 * before, and by every other technical field. Complexity, too, concerns all leads.
 */
export function keysReopened(facts: {
  given: readonly GivenKey[];
  changes: readonly Change[];
  before: Answers;
  after: Answers;
  fieldOf: (id: string) => Field | undefined;
}): ReopenedKey[] {
  return facts.given.flatMap((key) => {
    const concerning = facts.changes.filter((change) => isConcerned(key, change, facts));
    const fields = [...new Set(concerning.map(({ field }) => field))];
    if (fields.length === 0) return [];
    const labels = fields.slice(0, 3).map((id) => `“${facts.fieldOf(id)?.label ?? id}”`).join(", ");
    const more = fields.length > 3 ? ` and ${fields.length - 3} more` : "";
    return [{ id: key.id, fields, rule: "B4", reason: `Asked again because ${labels}${more} changed.` }];
  });
}

function isConcerned(
  key: GivenKey, { field, rowId, before, after }: Change, facts: { before: Answers; after: Answers; fieldOf: (id: string) => Field | undefined },
): boolean {
  const concerns = facts.fieldOf(field)?.concerns ?? ["PM", "TEAM_LEAD"];
  if (!concerns.includes(key.role)) return false;
  if (key.role === "PM" || !key.team) return true;
  const owner = teamOfField(field);
  if (owner !== null) return owner === key.team.slug;
  const { type } = facts.fieldOf(field) ?? {};
  if (type === "teams") return teamsIn(before).has(key.team.id) !== teamsIn(after).has(key.team.id) || stateOf(before) !== stateOf(after);
  if (field.startsWith("integrations.")) {
    const teams = [facts.before, facts.after].map((answers) => textValueOf(answers, "integrations.team", rowId)).filter((id) => id !== null);
    return teams.length === 0 || teams.includes(key.team.id);
  }
  return true;
}

const teamsIn = (answer: Answer | null) => new Set<Json>(answer ? listValueOf([answer], answer.field, answer.rowId) : []);
const stateOf = (answer: Answer | null) => answer?.state ?? null;
