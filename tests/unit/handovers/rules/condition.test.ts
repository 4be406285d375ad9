import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConditionFacts, holds, inWords } from "@/lib/handovers/rules/condition";
import type { Json } from "@/lib/handovers/rules/answers";
import type { Condition } from "@/lib/policies/fields";
import { conditionSchema } from "@/lib/policies/fields/condition";
import { anyAnswers, answer, id } from "./brief";

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ complexity: fc.constant(["COMPLEX"] as const) }),
  fc.record({ contract: fc.constant(["RETAINER", "BLOCK"] as const) }),
  fc.record({ team: fc.constant(["shopify"]) }),
  fc.record({ field: fc.constantFrom("purpose.goals", "integrations.kind"), answered: fc.boolean() }),
  fc.record({ field: fc.constantFrom("integrations.kind"), is: fc.constantFrom("custom", "standard") }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof({ maxDepth: 3 }, leaf, fc.record({ all: fc.array(tie("condition"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }) }), fc.record({ not: tie("condition") })),
}));
const facts: fc.Arbitrary<ConditionFacts> = fc.record({
  answers: anyAnswers, complexity: fc.constantFrom("SIMPLE", "COMPLEX", null), contract: fc.constantFrom("FIXED", "BLOCK", null),
  teams: fc.subarray(["hubspot", "shopify"]),
});
const empty: ConditionFacts = { answers: [], complexity: null, contract: null, teams: [] };
const words = { label: (field: string) => field, option: (_: string, value: string | number | boolean) => String(value), team: (slug: string) => slug };

describe("conditions", () => {
  it("follow the laws of logic", () =>
    fc.assert(fc.property(condition, condition, facts, (a, b, f) => {
      expect(holds({ not: a }, f)).toBe(!holds(a, f));
      expect(holds({ all: [a, b] }, f)).toBe(holds(a, f) && holds(b, f));
      expect(holds({ any: [a, b] }, f)).toBe(holds(a, f) || holds(b, f));
      expect(holds({ not: { any: [a, b] } }, f)).toBe(holds({ all: [{ not: a }, { not: b }] }, f));
    })));

  it("pass the schema as they are, and can be said in words", () =>
    fc.assert(fc.property(condition, (a) => {
      expect(conditionSchema.parse(a)).toEqual(a);
      expect(inWords(a, words)).not.toBe("");
    })));

  it("hold for a group when one row fits, and for a choice of several when it is among them", () => {
    const f = { ...empty, answers: [answer("integrations.kind", "standard", id(1)), answer("integrations.kind", "custom", id(2)), answer("x.hubs", ["a", "b"])] };
    expect(holds({ field: "integrations.kind", is: "custom" }, f)).toBe(true);
    expect(holds({ field: "integrations.kind", in: ["custom", "other"] }, f)).toBe(true);
    expect(holds({ field: "x.hubs", is: "b" }, f)).toBe(true);
    expect(holds({ field: "x.hubs", is: "c" }, f)).toBe(false);
  });

  it("an empty list, a blank and an unknown answer hold nothing", () => {
    const nothing = [answer("technical.migration", []), answer("purpose.goals", "  "), { ...answer("dates.target", "2027-01-01"), state: "UNKNOWN" as const }];
    for (const { field } of nothing) expect(holds({ field, answered: true }, { ...empty, answers: nothing })).toBe(false);
  });

  it.each([["atLeast", [false, true, true]], ["moreThan", [false, false, true]], ["atMost", [true, true, false]], ["lessThan", [true, false, false]]] as const)(
    "a number or an amount in whole units is compared: %s 10 of 9, 10 and 11", (compare, expected) => {
      const at = (value: Json) => holds({ field: "x.many", compare, to: 10 }, { ...empty, answers: [answer("x.many", value)] });
      expect([9, 10, 11].map(at)).toEqual(expected);
      expect([900, 1000, 1100].map((minor) => at({ minor, currency: "EUR" }))).toEqual(expected);
      expect([9, 10, 11].map((minor) => at({ minor, currency: "JPY" }))).toEqual(expected);
      expect([null, "11", true].map(at)).toEqual([false, false, false]);
    });

  it("what is not known yet holds for nothing, so that its contrary holds", () => {
    expect(holds({ complexity: ["SIMPLE"] }, empty)).toBe(false);
    expect(holds({ not: { complexity: ["SIMPLE"] } }, empty)).toBe(true);
  });

  it.each<[Condition, string]>([
    [{ all: [{ complexity: ["STANDARD", "COMPLEX"] }, { contract: ["FIXED"] }] }, "the work is standard or complex and the contract type is fixed price"],
    [{ not: { complexity: ["SIMPLE"] } }, "the work is not simple"],
    [{ not: { not: { team: ["shopify"] } } }, "the shopify team takes part"],
    [{ any: [{ field: "a.b", answered: true }, { field: "a.b", is: 3 }] }, "“a.b” is filled in or “a.b” is 3"],
    [{ not: { field: "a.b", answered: true } }, "“a.b” is empty"],
    [{ not: { field: "a.b", in: ["x", "y"] } }, "“a.b” is not x or y"],
  ])("%j in words", (one, said) => expect(inWords(one, words)).toBe(said));
});
