import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConditionFacts, holds, inWords } from "@/lib/handovers/rules/condition";
import { type AskedField, outcomeOf } from "@/lib/handovers/rules/condition-check";
import { conditionOf, groupsOf } from "@/lib/handovers/rules/condition-groups";
import { fieldsNamed } from "@/lib/handovers/rules/template";
import type { Condition } from "@/lib/policies/fields";
import { conditionSchema } from "@/lib/policies/fields/condition";
import type { Json } from "@/lib/handovers/rules/answers";
import { answer, id } from "./brief";

const options = [{ value: "a", label: "A" }, { value: "b", label: "B" }];
const FIELDS: Record<string, AskedField> = {
  "x.pick": { type: "choice", options }, "x.picks": { type: "choices", options }, "x.sure": { type: "yesNo" }, "x.many": { type: "number" },
  "rows.kind": { type: "choice", options, group: "rows" },
};
const choiceLeaf = (field: string) => fc.oneof(
  fc.record({ field: fc.constant(field), is: fc.constantFrom("a", "b") }), fc.record({ field: fc.constant(field), in: fc.subarray(["a", "b"], { minLength: 1 }) }),
  fc.record({ field: fc.constant(field), answered: fc.boolean() }),
);
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ complexity: fc.subarray(["SIMPLE", "STANDARD", "COMPLEX"] as const, { minLength: 1 }) }),
  fc.record({ contract: fc.subarray(["FIXED", "BLOCK"] as const, { minLength: 1 }) }),
  fc.record({ team: fc.subarray(["own", "other"], { minLength: 1 }) }),
  choiceLeaf("x.pick"), choiceLeaf("x.picks"), choiceLeaf("rows.kind"),
  fc.record({ field: fc.constant("x.sure"), is: fc.boolean() }),
  fc.record({ field: fc.constant("x.many"), compare: fc.constantFrom("atLeast", "moreThan", "atMost", "lessThan"), to: fc.constantFrom(1, 2) }),
  fc.record({ field: fc.constant("x.many"), is: fc.constantFrom(1, 2) }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof({ maxDepth: 2 }, leaf, fc.record({ all: fc.array(tie("condition"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }) }), fc.record({ not: tie("condition") })),
}));

/** Every brief that the conditions above can tell apart. */
const WORLDS: ConditionFacts[] = (() => {
  const values: Record<string, Json[][]> = {
    "x.pick": [[], ["a"], ["b"]], "x.picks": [[], [[]], [["a"]], [["b"]], [["a", "b"]]], "x.sure": [[], [true], [false]],
    "x.many": [[], [0.5], [1], [1.5], [2], [3]], "rows.kind": [[], ["a"], ["b"], ["a", "b"]],
  };
  let worlds: ConditionFacts[] = (["SIMPLE", "STANDARD", "COMPLEX", null] as const).flatMap((complexity) => (["FIXED", "BLOCK", "RETAINER", null] as const).flatMap((contract) =>
    [["own"], ["own", "other"]].map((teams) => ({ complexity, contract, teams, answers: [] }))));
  for (const [field, all] of Object.entries(values))
    worlds = worlds.flatMap((world) => all.map((list) => ({ ...world, answers: [...world.answers, ...list.map((value, i) => answer(field, value, FIELDS[field]?.group ? id(i + 1) : null))] })));
  return worlds;
})();
const some = fc.constantFrom(...WORLDS);
const words = { label: (field: string) => field, option: (_: string, value: string | number | boolean) => String(value), team: (slug: string) => slug };

describe("B6 a condition as groups of lines", () => {
  it("holds for the same briefs, and is a condition of the schema", () =>
    fc.assert(fc.property(condition, some, (one, facts) => {
      const groups = groupsOf(one);
      if (groups === null) return;
      const again = conditionOf(groups);
      expect(again === null ? false : holds(again, facts)).toBe(holds(one, facts));
      if (again) expect(conditionSchema.parse(again)).toEqual(again);
    }), { numRuns: 2_000 }));

  it("comes back as it was read", () =>
    fc.assert(fc.property(condition, (one) => {
      const again = groupsOf(one) && conditionOf(groupsOf(one) ?? []);
      if (again) expect(conditionOf(groupsOf(again) ?? [])).toEqual(again);
    })));

  it("is told in words that name every field it asks about", () =>
    fc.assert(fc.property(condition, (one) => {
      for (const field of fieldsNamed(one)) expect(inWords(one, words)).toContain(`“${field}”`);
    })));

  it("says which alternatives belong together", () =>
    expect(inWords({ all: [{ any: [{ field: "x.sure", is: true }, { complexity: ["COMPLEX"] }] }, { field: "x.many", compare: "atLeast", to: 1500 }] }, words))
      .toBe("either “x.sure” is true or the work is complex and “x.many” is at least 1,500"));
});

describe("B6 what becomes of a condition", () => {
  it("is never or always exactly where it is so for every brief", () =>
    fc.assert(fc.property(condition, (one) => {
      const held = WORLDS.filter((facts) => holds(one, facts)).length;
      expect(outcomeOf(one, (field) => FIELDS[field], "own")).toBe(held === 0 ? "never" : held === WORLDS.length ? "always" : "open");
    }), { numRuns: 60 }));

  it("a condition that is too long to read is open, and one that is too deep is refused with a sentence", () => {
    const wide: Condition = { all: Array.from({ length: 12 }, (_, i) => ({ any: [{ field: "x.many", is: i }, { field: "x.pick", is: "a" }] })) };
    expect(groupsOf(wide)).toBeNull();
    expect(outcomeOf(wide, (field) => FIELDS[field], "own")).toBe("open");
    const deep = Array.from({ length: 5_000 }).reduce<unknown>((inner) => ({ not: inner }), { complexity: ["SIMPLE"] });
    expect(conditionSchema.safeParse(deep).error?.issues[0]?.message).toBe("This condition is too long: use fewer parts.");
    const twelve = (part: unknown) => ({ all: Array.from({ length: 12 }, () => part) });
    expect(conditionSchema.safeParse(twelve(twelve({ complexity: ["SIMPLE"] }))).success).toBe(true);
    expect(conditionSchema.safeParse(twelve(twelve(twelve({ complexity: ["SIMPLE"] })))).success).toBe(false);
  });
});
