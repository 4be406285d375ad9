import type { Complexity } from "@/lib/platform/generated/enums";
import { COMPLEXITY_CLASSES } from "@/lib/policies/format";

/** So many briefs whose class took this way: first on the deal, at submission, in hindsight; null where it is not known. */
export type ClassFact = { first: Complexity | null; foretold: Complexity; byHand: boolean; turned: Complexity | null; count: number };

const total = (facts: readonly ClassFact[]): number => facts.reduce((sum, { count }) => sum + count, 0);
const rank = (one: Complexity): number => COMPLEXITY_CLASSES.indexOf(one);

export type Reality = ReturnType<typeof reality>;

/** P6.3, R4: the class at submission against what the work turned out to be; what was set by hand stands apart. */
export function reality(facts: readonly ClassFact[]) {
  const known = facts.filter((fact): fact is ClassFact & { turned: Complexity } => fact.turned !== null);
  const table = (byHand: boolean) => COMPLEXITY_CLASSES.map((foretold) => ({
    foretold, cells: COMPLEXITY_CLASSES.map((turned) => ({ turned, count: total(known.filter((one) => one.byHand === byHand && one.foretold === foretold && one.turned === turned)) })),
  }));
  const of = (is: (difference: number) => boolean) => total(known.filter(({ foretold, turned }) => is(rank(turned) - rank(foretold))));
  return { count: total(known), same: of((by) => by === 0), harder: of((by) => by > 0), easier: of((by) => by < 0), rubric: table(false), byHand: table(true), setByHand: total(known.filter(({ byHand }) => byHand)) };
}

/** P6.3, R4: the ways that a class took, other than staying what it was first, the most frequent first. */
export function drift(facts: readonly ClassFact[]) {
  const ways = [...Map.groupBy(facts, ({ first, foretold, turned }) => [first, foretold, turned].join())].flatMap(([key, of]) => {
    const [one] = of;
    return one ? [{ key, first: one.first, foretold: one.foretold, turned: one.turned, count: total(of) }] : [];
  });
  const stayed = ({ first, foretold, turned }: (typeof ways)[number]) => (first ?? foretold) === foretold && (turned ?? foretold) === foretold;
  return { count: total(facts), stayed: ways.filter(stayed).reduce((sum, { count }) => sum + count, 0), ways: ways.filter((way) => !stayed(way)).sort((a, b) => b.count - a.count || a.key.localeCompare(b.key)) };
}
