/** What R4 says of the time before the contract, in its first form: each figure's name, and what it means. */
export const EARLY_METRICS = {
  hours: {
    title: "Time spent before the contract",
    sentence: "What delivery recorded in the period for requests and trial tasks, by how the deal stands at its end: won, lost or still open.",
  },
  trials: {
    title: "Trial tasks",
    sentence: "Trial tasks that were asked for in the period, by how they stand, and what came of those that were evaluated.",
  },
  grants: {
    title: "Grants against the rules",
    sentence: "Involvement that a sales manager granted in the period although traction or complexity would not allow it, and whether it was used.",
  },
  overrides: {
    title: "Classes set by hand",
    sentence: "Where in the period somebody asked for another class than the rubric's: from which to which, and whether it stands.",
  },
  reality: {
    title: "Complexity against reality",
    sentence: "Where the PM said in the period, some time after acceptance, what the work turned out to be: the class at submission against that.",
  },
  drift: {
    title: "Drift of complexity",
    sentence: "Briefs first submitted in the period: the class when the deal was first classified, the class at submission, and what the work turned out to be.",
  },
  uninvolved: {
    title: "Complex, and nobody involved",
    sentence: "Deals won in the period whose brief was submitted as complex, and for which nobody of delivery took part before the contract.",
  },
} as const;
export type EarlyFigure = keyof typeof EARLY_METRICS;
export const EARLY_FIGURES = Object.keys(EARLY_METRICS) as [EarlyFigure, ...EarlyFigure[]];

export const OUTCOMES = { won: "Won", lost: "Lost", open: "Still open" } as const;
/** Of a class that was asked for: "it stands". */
export const OVERRIDE_WORDS = { ASKED: "waits for a lead", STANDING: "stands", DECLINED: "was declined", ENDED: "has ended" } as const;
export type Outcome = keyof typeof OUTCOMES;
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as [Outcome, ...Outcome[]];

/** Minutes of one deal in the period. */
export type HoursFact = { outcome: Outcome; ownerId: string; owner: string; source: string; minutes: number };
export type Sum = { key: string; label: string; minutes: number; deals: number };

/** P5.5: the sums by outcome, and of lost deals by seller and by source, the largest first. */
export function hoursSums(facts: readonly HoursFact[]): { outcomes: Record<Outcome, Sum>; sellers: Sum[]; sources: Sum[] } {
  const sum = (of: readonly HoursFact[], key: string, label: string): Sum => ({ key, label, deals: of.length, minutes: of.reduce((total, { minutes }) => total + minutes, 0) });
  const outcome = (name: Outcome) => sum(facts.filter((one) => one.outcome === name), name, OUTCOMES[name]);
  const lost = facts.filter((one) => one.outcome === "lost");
  const by = (keyOf: (one: HoursFact) => string, labelOf: (one: HoursFact) => string) =>
    [...Map.groupBy(lost, keyOf)].map(([key, of]) => sum(of, key, of[0] ? labelOf(of[0]) : "")).sort((a, b) => b.minutes - a.minutes || a.label.localeCompare(b.label));
  return {
    outcomes: { won: outcome("won"), lost: outcome("lost"), open: outcome("open") },
    sellers: by(({ ownerId }) => ownerId, ({ owner }) => owner),
    sources: by(({ source }) => source, ({ source }) => source || "No source given"),
  };
}
