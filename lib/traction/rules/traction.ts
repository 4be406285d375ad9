import type { Calendar } from "@/lib/platform/business-time";
import type { Refusal } from "@/lib/platform/errors";
import { listText } from "@/lib/platform/intl";
import type { Day } from "@/lib/platform/time";
import type { TractionRubric } from "@/lib/policies/schema";
import { silentDays } from "./silence";

export const INVOLVEMENTS = ["WRITTEN", "CALL", "ESTIMATE", "TRIAL"] as const;
/** What may be asked of delivery people while a deal is open. */
export type InvolvementKind = (typeof INVOLVEMENTS)[number];

export type EvidenceFact = { kind: string; happenedOn: Day };
export type TractionFacts = {
  /** What was recorded and not withdrawn. */
  evidence: readonly EvidenceFact[];
  /** The day that silence is counted from while there is no evidence: when the deal began. */
  since: Day;
  /** Business days are those of the contact owner. */
  calendar: Calendar;
};

/** One point of the score, with its newest evidence (P5.1), or the points that silence took (P5.3). */
export type Reason = { rule: "P5.1" | "P5.3"; kind: string | null; points: number; on: Day; text: string };
export type Missing = { rule: "P5.1"; kind: string; label: string; points: number; text: string };
export type Traction = {
  score: number;
  max: number;
  threshold: number;
  reasons: Reason[];
  missing: Missing[];
  silence: { since: Day; businessDays: number; points: number };
  /** The kinds of involvement that the score allows. */
  allows: InvolvementKind[];
  /** What each kind needs, in the order of the rubric. */
  levels: { allows: InvolvementKind; label: string; from: number; isAllowed: boolean }[];
  /** The next level and how many points it lacks; null when all is allowed. */
  next: { allows: InvolvementKind[]; label: string; lacks: number; text: string } | null;
  reason: string;
};

/**
 * P5.1, P5.3: how serious a prospect is, and what that allows. Each kind of evidence earns its points once, however often
 * it was seen; each ten business days without a sign of the client take one away.
 */
export function traction({ evidence, since, calendar }: TractionFacts, rubric: TractionRubric, now: Date): Traction {
  const newest = new Map<string, Day>();
  for (const { kind, happenedOn } of evidence) if (happenedOn > (newest.get(kind) ?? "")) newest.set(kind, happenedOn);
  const earned = rubric.evidence.flatMap(({ id, label, points }): Reason[] => {
    const on = newest.get(id);
    return on === undefined ? [] : [{ rule: "P5.1", kind: id, points, on, text: label }];
  });
  const missing = rubric.evidence.filter(({ id }) => !newest.has(id))
    .map(({ id, label, points, missing: text }): Missing => ({ rule: "P5.1", kind: id, label, points, text }));
  const sum = earned.reduce((total, { points }) => total + points, 0);
  const max = rubric.evidence.reduce((total, { points }) => total + points, 0);

  const heardOn = [...newest.values()].reduce((last, day) => (day > last ? day : last), since);
  const businessDays = silentDays(calendar, heardOn, now);
  const taken = Math.min(sum, Math.floor(businessDays / rubric.silence.businessDays) * rubric.silence.points);
  const silence = { since: heardOn, businessDays, points: taken };
  const score = sum - taken;
  const quiet: Reason[] = taken === 0 ? [] : [{
    rule: "P5.3", kind: null, points: -taken, on: heardOn, text: `${days(businessDays)} without a sign of the client`,
  }];

  const levels = rubric.levels.map(({ from, allows, label }) => ({ allows, label, from: Math.max(from, rubric.threshold), isAllowed: score >= Math.max(from, rubric.threshold) }));
  const allows = INVOLVEMENTS.filter((kind) => levels.some((level) => level.allows === kind && level.isAllowed));
  return {
    score, max, threshold: rubric.threshold, reasons: [...earned, ...quiet], missing, silence, levels, allows,
    next: nextLevel(score, levels), reason: verdict(score, max, levels),
  };
}

type Level = Traction["levels"][number];

function nextLevel(score: number, levels: readonly Level[]): Traction["next"] {
  const closed = levels.filter(({ isAllowed }) => !isAllowed);
  if (closed.length === 0) return null;
  const from = Math.min(...closed.map((level) => level.from));
  const there = closed.filter((level) => level.from === from);
  const label = listText(there.map((level) => small(level.label)), "or");
  const lacks = from - score;
  return { allows: there.map(({ allows }) => allows), label, lacks, text: `${points(lacks)} more, and ${label} can be asked for (P5.3).` };
}

function verdict(score: number, max: number, levels: readonly Level[]): string {
  const open = levels.filter(({ isAllowed }) => isAllowed).map(({ label }) => small(label));
  const so = open.length > 0 ? `Delivery people can be asked for ${listText(open)} (P5.3).` : "Delivery people are left alone for now (P5.2).";
  return `Traction is ${score} of ${max}. ${so}`;
}

export type Grant = { allows: InvolvementKind; until: Date; revokedAt: Date | null };

/** P5.2: a grant holds until its time has come or somebody revokes it. */
export const isInForce = (grant: Pick<Grant, "until" | "revokedAt">, now: Date): boolean => grant.revokedAt === null && now < grant.until;

/** The grant that allows this kind of involvement now, or null. It covers just the kind that it names. */
export const grantFor = <G extends Grant>(grants: readonly G[], kind: InvolvementKind, now: Date): G | null =>
  grants.find((grant) => grant.allows === kind && isInForce(grant, now)) ?? null;

/**
 * P5.2, P5.3: why this kind of involvement cannot be asked for now, with what is missing; or null. `grant` is what
 * `grantFor` found.
 */
export function tractionRefusal(state: Pick<Traction, "score" | "max" | "threshold" | "levels" | "missing" | "silence">, kind: InvolvementKind, grant: Grant | null): Refusal | null {
  const level = state.levels.find(({ allows }) => allows === kind);
  if (grant !== null || level?.isAllowed) return null;
  const rule = state.score < state.threshold ? "P5.2" : "P5.3";
  if (!level) return { code: "CONFLICT", rule, reason: "The organisation's definition of traction does not allow that. A sales manager can grant it." };
  const what = state.missing.length > 0 ? ` Still missing: ${listText(state.missing.map(({ label }) => small(label)))}.` : "";
  const quiet = state.silence.points > 0 ? ` ${days(state.silence.businessDays)} of silence took ${points(state.silence.points)}.` : "";
  return {
    code: "CONFLICT", rule,
    reason: `For ${small(level.label)} a deal needs ${level.from} of ${state.max} points of traction, and this one has ${state.score}.${what}${quiet} A sales manager can grant it.`,
  };
}

const small = (label: string): string => (/^[A-Z](?![A-Z])/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label);
const points = (count: number): string => (count === 1 ? "1 point" : `${count} points`);
const days = (count: number): string => (count === 1 ? "1 business day" : `${count} business days`);
