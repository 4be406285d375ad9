import { describe, expect, test } from "vitest";
import { type ClassFact, drift, reality } from "@/lib/reports/rules/foretold";

const fact = (first: ClassFact["first"], foretold: ClassFact["foretold"], turned: ClassFact["turned"], more: Partial<ClassFact> = {}): ClassFact => ({ first, foretold, turned, byHand: false, count: 1, ...more });

describe("reality", () => {
  test("P6.3 R4 says how many turned out as foretold, harder or easier, and keeps apart what was set by hand", () => {
    const found = reality([fact("SIMPLE", "SIMPLE", "SIMPLE", { count: 4 }), fact("SIMPLE", "SIMPLE", "COMPLEX"), fact("COMPLEX", "STANDARD", "SIMPLE", { byHand: true, count: 2 }), fact("SIMPLE", "SIMPLE", null, { count: 9 })]);
    expect(found).toMatchObject({ count: 7, same: 4, harder: 1, easier: 2, setByHand: 2 });
    const at = (table: typeof found.rubric, foretold: string, turned: string) => table.find((row) => row.foretold === foretold)?.cells.find((cell) => cell.turned === turned)?.count;
    expect([at(found.rubric, "SIMPLE", "SIMPLE"), at(found.rubric, "SIMPLE", "COMPLEX"), at(found.rubric, "STANDARD", "SIMPLE"), at(found.byHand, "STANDARD", "SIMPLE")]).toEqual([4, 1, 0, 2]);
    for (const table of [found.rubric, found.byHand]) expect(table.map(({ cells }) => cells.length)).toEqual([3, 3, 3]);
  });

  test("P6.3 R4 the cells of both tables together are all that was answered", () => {
    const classes = ["SIMPLE", "STANDARD", "COMPLEX"] as const;
    const all = classes.flatMap((foretold) => classes.flatMap((turned) => [fact(null, foretold, turned), fact(null, foretold, turned, { byHand: true, count: 3 })]));
    const found = reality(all);
    const cells = [...found.rubric, ...found.byHand].flatMap((row) => row.cells).reduce((sum, { count }) => sum + count, 0);
    expect([cells, found.same + found.harder + found.easier]).toEqual([found.count, found.count]);
  });
});

test("R4 drift: the ways that a class took, the most frequent first; what stayed, or of which no more is known, is none", () => {
  const found = drift([
    fact("SIMPLE", "SIMPLE", "SIMPLE"), fact("SIMPLE", "SIMPLE", null), fact(null, "COMPLEX", null), fact("SIMPLE", "STANDARD", null, { count: 2 }), fact("SIMPLE", "STANDARD", null, { byHand: true }), fact("STANDARD", "STANDARD", "COMPLEX"),
  ]);
  expect(found).toMatchObject({ count: 7, stayed: 3 });
  expect(found.ways.map(({ first, foretold, turned, count }) => [first, foretold, turned, count])).toEqual([["SIMPLE", "STANDARD", null, 3], ["STANDARD", "STANDARD", "COMPLEX", 1]]);
});
