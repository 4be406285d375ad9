import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMPLEXITY_RUBRIC as RUBRIC } from "@/lib/policies/defaults/complexity-rubric";
import { type ClassOverride, overrideRefusal, withOverride } from "@/lib/policies/rules/class-override";
import { complexity, isAbove } from "@/lib/policies/rules/complexity";

const CLASSES = ["SIMPLE", "STANDARD", "COMPLEX"] as const;
const easiest = Object.fromEntries(RUBRIC.questions.map(({ id, options }) => [id, options[0]!.value]));
const SIMPLE = complexity(RUBRIC, easiest);
const STANDARD = complexity(RUBRIC, { ...easiest, novelty: "never" });
const COMPLEX = complexity(RUBRIC, { ...easiest, integration: "several" });
const RESULTS = { SIMPLE, STANDARD, COMPLEX };
const by = (more: Partial<ClassOverride>): ClassOverride => ({ from: "COMPLEX", class: "STANDARD", reason: "We did the same in May.", by: "Sam", consentBy: "Lee", ...more });

describe("P6.3 another class by hand", () => {
  it.each([
    ["upwards with a reason", "SIMPLE", { class: "COMPLEX", reason: "New client, new platform.", leadId: null }, null],
    ["downwards with nobody named", "COMPLEX", { class: "STANDARD", reason: "We did the same in May.", leadId: null }, "INVALID"],
    ["downwards with a lead named", "COMPLEX", { class: "STANDARD", reason: "We did the same in May.", leadId: "lead" }, null],
    ["without a reason", "SIMPLE", { class: "COMPLEX", reason: " ", leadId: "lead" }, "INVALID"],
    ["the class that it is", "SIMPLE", { class: "SIMPLE", reason: "Surely.", leadId: null }, "INVALID"],
    ["before it was computed", null, { class: "COMPLEX", reason: "Surely.", leadId: "lead" }, "CONFLICT"],
  ] as const)("P6.3 asks %s", (_, computed, wanted, code) => expect(overrideRefusal(computed, wanted)?.code ?? null).toBe(code));

  it("P6.3: a lower class never counts without a lead's consent, nor for harder work than the lead was asked about", () =>
    fc.assert(fc.property(
      fc.constantFrom(...CLASSES), fc.constantFrom(...CLASSES), fc.constantFrom(...CLASSES), fc.option(fc.constant("Lee")),
      (now, from, wanted, consentBy) => {
        const result = withOverride(RUBRIC, RESULTS[now], by({ from, class: wanted, consentBy }));
        const isLower = isAbove(now, result.class!);
        if (isLower) expect([consentBy, isAbove(now, from)]).toEqual(["Lee", false]);
        expect(result.computed).toBe(now);
        expect(result.consequences).toEqual(RUBRIC.consequences[result.class!]);
      },
    )));

  it("P6.3: a higher class counts by its reason alone", () => {
    expect(withOverride(RUBRIC, SIMPLE, by({ from: "SIMPLE", class: "COMPLEX", consentBy: null }))).toMatchObject({ class: "COMPLEX", computed: "SIMPLE", override: { holds: true } });
  });

  it("P6.3: counts for nothing while the rubric's questions are open", () => {
    expect(withOverride(RUBRIC, complexity(RUBRIC, {}), by({}))).toMatchObject({ class: null, override: { holds: false } });
  });

  it("B7 says who set it, with whose consent, why, and what the rubric says", () => {
    expect(withOverride(RUBRIC, COMPLEX, by({})).reason).toBe(
      "Standard, set by Sam with the consent of Lee (P6.3): “We did the same in May.” The rubric says: complex, with 9 of 57 points: at least complex, because several integrations are custom work.");
    expect(withOverride(RUBRIC, COMPLEX, by({ from: "STANDARD", class: "SIMPLE" })).reason).toContain("it holds no longer");
    expect(withOverride(RUBRIC, COMPLEX, null).reason).toBe(COMPLEX.reason);
  });
});
