import type { Complexity } from "@/lib/platform/generated/enums";
import { type Answers, answerOf, listValueOf, rowsOf, textValueOf } from "./answers";

/** What makes a team lead necessary (P2.3), in the words of the explanation. */
export const MATTERS = {
  complex: "the work is complex",
  integration: "there is an integration",
  migration: "there is a migration",
  security: "there is a security matter",
  promised: "a team lead was promised",
  trial: "a trial task was done",
  open: "it is not known yet whether there is such a matter",
} as const;
export type Matter = keyof typeof MATTERS;

export type TeamFacts = { id: string; slug: string; name: string; technical: boolean };

export type LeadNeed = { team: TeamFacts; needed: boolean; matters: Matter[]; rule: "P2.3"; reason: string };

/**
 * Which team needs its lead, and why (P2.3). Complex work needs every technical team's lead; the other matters the
 * lead of the team named beside them. A matter answered with "not known yet" needs every technical team's lead, so
 * that nobody is left out by a gap; so does an integration that names no team of this handover.
 */
export function leadsNeeded(facts: {
  answers: Answers;
  complexity: Complexity | null;
  teams: readonly TeamFacts[];
  /** The ids of the teams that did a trial task. */
  trialTeams: readonly string[];
}): LeadNeed[] {
  const { answers, complexity, teams, trialTeams } = facts;
  const rows = rowsOf(answers, "integrations").map((row) => textValueOf(answers, "integrations.team", row));
  const ours = new Set(teams.map(({ id }) => id));
  const unassigned = rows.some((team) => team === null || !ours.has(team));
  const named = (field: string) => listValueOf(answers, field);
  const isOpen = MATTER_FIELDS.some((field) => answerOf(answers, field)?.state === "UNKNOWN");
  return teams.map((team) => {
    const says: Record<Matter, boolean> = {
      complex: complexity === "COMPLEX" && team.technical,
      integration: rows.includes(team.id) || (unassigned && team.technical),
      migration: named("technical.migration").includes(team.id),
      security: named("technical.security").includes(team.id),
      promised: named("technical.leadPromised").includes(team.id),
      trial: trialTeams.includes(team.id),
      open: isOpen && team.technical,
    };
    const matters = (Object.keys(MATTERS) as Matter[]).filter((matter) => says[matter]);
    const reason = matters.length > 0 ? `Needed because ${matters.map((matter) => MATTERS[matter]).join(", and ")}.` : "Not needed; reads the notes.";
    return { team, needed: matters.length > 0, matters, rule: "P2.3", reason };
  });
}

const MATTER_FIELDS = ["technical.migration", "technical.security", "technical.leadPromised"] as const;
