import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMPLEXITY_RUBRIC as RUBRIC } from "@/lib/policies/defaults/complexity-rubric";
import { complexity, isAbove, type RubricChoices } from "@/lib/policies/rules/complexity";

const choices: fc.Arbitrary<Record<string, string>> = fc.record(
  Object.fromEntries(RUBRIC.questions.map(({ id, options }) => [id, fc.constantFrom(...options.map(({ value }) => value))])),
);
const easiest = Object.fromEntries(RUBRIC.questions.map(({ id, options }) => [id, options[0]!.value]));
const pointsOf = (chosen: RubricChoices) => RUBRIC.questions.reduce((sum, { id, weight, options }) =>
  sum + weight * (options.find(({ value }) => value === chosen[id])?.points ?? 0), 0);

describe("P6.1 complexity", () => {
  it("is the class of the weighted points, or the least class that an answer demands", () =>
    fc.assert(fc.property(choices, (chosen) => {
      const result = complexity(RUBRIC, chosen);
      const score = pointsOf(chosen);
      const { standard, complex } = RUBRIC.thresholds;
      const demanded = RUBRIC.questions.flatMap(({ id, options }) => options.find(({ value }) => value === chosen[id])?.atLeast ?? []);
      const expected = score >= complex || demanded.includes("COMPLEX") ? "COMPLEX"
        : score >= standard || demanded.includes("STANDARD") ? "STANDARD" : "SIMPLE";
      expect(result).toMatchObject({ score, class: expected, unanswered: [], consequences: RUBRIC.consequences[expected] });
    })));

  it("never falls when an answer becomes harder", () =>
    fc.assert(fc.property(choices, fc.nat(), (chosen, n) => {
      const question = RUBRIC.questions[n % RUBRIC.questions.length]!;
      const hardest = { ...chosen, [question.id]: question.options.at(-1)!.value };
      const [before, after] = [complexity(RUBRIC, chosen).class!, complexity(RUBRIC, hardest).class!];
      expect(isAbove(before, after)).toBe(false);
    })));

  it("has no class until every question is answered, and lists what is open", () =>
    fc.assert(fc.property(choices, fc.subarray(RUBRIC.questions.map(({ id }) => id), { minLength: 1 }), (chosen, open) => {
      const some = Object.fromEntries(Object.entries(chosen).filter(([id]) => !open.includes(id)));
      const result = complexity(RUBRIC, some);
      expect(result.class).toBeNull();
      expect(result.consequences).toEqual([]);
      expect(result.unanswered.map(({ id }) => id)).toEqual(open);
    })));

  it("gives the same answer to the same input, whatever the order of the answers", () =>
    fc.assert(fc.property(choices, (chosen) => {
      const turned = Object.fromEntries(Object.entries(chosen).reverse());
      expect(complexity(RUBRIC, turned)).toEqual(complexity(RUBRIC, chosen));
    })));

  it("B7 explains itself", () => {
    expect(complexity(RUBRIC, easiest).reason).toBe("Simple, with 0 of 57 points: nothing makes it harder.");
    expect(complexity(RUBRIC, { ...easiest, integration: "several" })).toMatchObject({
      class: "COMPLEX", reason: "Complex, with 9 of 57 points: at least complex, because several integrations are custom work.",
    });
    expect(complexity(RUBRIC, { ...easiest, migration: "live", size: "medium" }).reason).toBe(
      "Standard, with 10 of 57 points, mostly because a running business is migrated without a stop, and it is of medium size.");
    expect(complexity(RUBRIC, { ...easiest, size: "no such option" })).toMatchObject({ class: null, reason: "One question is not answered yet." });
  });
});
