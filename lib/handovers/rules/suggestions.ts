import { type Calendar, isAwayThroughout, overlapMinutes, workingDays } from "@/lib/platform/business-time";
import { dayIn } from "@/lib/platform/time";

/** Somebody who could become PM or team lead: their role in the team is given by being in the list. */
export type Candidate = {
  id: string;
  name: string;
  active: boolean;
  /** Whether they belong to one of the handover's delivery teams, in the role that is looked for. */
  inTeam: boolean;
  skills: readonly string[];
  /** Live handovers they hold now, and how many they should hold at most (P4.8). */
  load: number;
  cap: number;
  calendar: Calendar;
};

export type SuggestionFacts = {
  candidates: readonly Candidate[];
  /** Skills that the work asks for; compared without case. */
  skills: readonly string[];
  /** The client's working day. */
  client: Calendar;
  /** The weeks that matter: from now to the first call, and a little on. */
  window: { from: Date; to: Date };
  /** Who wrote the brief holds none of its keys (P1.7), but in solo mode. */
  writers: readonly string[];
  soloMode: boolean;
};

export type Suggestion = {
  id: string;
  name: string;
  /** 0 to 100: how well this person fits. */
  score: number;
  rule: "P1.6";
  /** In plain words, the strongest first (B7). */
  reasons: string[];
  /** At or over the cap: assigning them needs a manager (P4.8). */
  overCap: boolean;
};

const WEIGHTS = { skill: 35, load: 30, overlap: 20, present: 15 } as const;
const FULL_OVERLAP_MINUTES = 360;

/**
 * Who could take the handover, the best fit first (P1.6): by team, skill, load, overlap with the client's working
 * day and time off. Who is not active, not of a team, away for the whole window or a writer of the brief is left
 * out. Equal fits are ordered by load, then by id, so that the same facts give the same list.
 */
export function suggestions(facts: SuggestionFacts): Suggestion[] {
  return facts.candidates
    .filter((one) => whyNot(one, facts) === null)
    .map((one) => ({ ...suggestion(one, facts), load: one.load }))
    .sort((a, b) => Number(a.overCap) - Number(b.overCap) || b.score - a.score || a.load - b.load || (a.id < b.id ? -1 : 1))
    .map(({ load: _, ...rest }) => rest);
}

/** Why somebody is not suggested, as a sentence (B7); null when they are. */
export function whyNot({ id, active, inTeam, calendar, name }: Candidate, { window, writers, soloMode }: SuggestionFacts): string | null {
  if (!active) return `${name} is no longer here.`;
  if (!inTeam) return `${name} is not in one of the delivery teams.`;
  if (writers.includes(id) && !soloMode) return `${name} wrote the brief, and cannot accept it.`;
  if (isAwayThroughout(calendar, window.from, window.to)) return `${name} is away for the whole time.`;
  return null;
}

function suggestion({ id, name, skills, load, cap, calendar }: Candidate, facts: SuggestionFacts): Suggestion {
  const { client, window } = facts;
  const wanted = [...new Set(facts.skills.map((skill) => skill.toLowerCase()))];
  const has = wanted.filter((skill) => skills.some((own) => own.toLowerCase() === skill));
  const skill = wanted.length === 0 ? 1 : has.length / wanted.length;
  const room = cap <= 0 ? 0 : Math.min(1, Math.max(0, (cap - load) / cap));
  const common = overlapMinutes(calendar, client, dayIn(calendar.zone, window.from));
  const overlap = Math.min(1, common / FULL_OVERLAP_MINUTES);
  const planned = workingDays({ ...calendar, timeOff: [] }, window.from, window.to).length;
  const there = workingDays(calendar, window.from, window.to).length;
  const present = planned === 0 ? 0 : there / planned;
  const parts = [
    { part: skill * WEIGHTS.skill, says: skillWords(wanted, has) },
    { part: room * WEIGHTS.load, says: load >= cap ? `holds ${load} of ${cap} handovers, and has no room` : `holds ${load} of ${cap} handovers` },
    { part: overlap * WEIGHTS.overlap, says: overlapWords(common) },
    { part: present * WEIGHTS.present, says: there === planned ? "is here all the time" : `is away on ${planned - there} of ${planned} working days` },
  ];
  return {
    id, name, rule: "P1.6", overCap: load >= cap,
    score: Math.round(parts.reduce((sum, { part }) => sum + part, 0)),
    reasons: parts.filter(({ says }) => says !== null).sort((a, b) => b.part - a.part).map(({ says }) => says ?? ""),
  };
}

const skillWords = (wanted: readonly string[], has: readonly string[]): string | null => {
  if (wanted.length === 0) return null;
  return has.length === 0 ? "has none of the skills asked for" : `knows ${has.join(", ")}`;
};

function overlapWords(minutes: number): string {
  if (minutes === 0) return "shares no working hours with the client";
  const hours = Math.round(minutes / 30) / 2;
  return `shares ${hours === 1 ? "one hour" : `${hours} hours`} a day with the client`;
}
