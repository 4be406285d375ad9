import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMPLEXITY_RUBRIC } from "@/lib/policies/defaults/complexity-rubric";
import { VERSION_ONE } from "@/lib/policies/defaults/version-one";
import { ORGANISATION_KINDS } from "@/lib/policies/fields/policy-form";
import { consentOf } from "@/lib/policies/rules/consent";
import { changeSentence, policyChanges } from "@/lib/policies/rules/policy-changes";
import { readPolicyForm } from "@/lib/policies/rules/policy-form";
import { policyProblems } from "@/lib/policies/rules/policy-problems";
import { reclassified } from "@/lib/policies/rules/reclassified";
import { POLICY_CONTENT } from "@/lib/policies/schema";
import { posted } from "../../../support/policy-form";

const consenter = fc.record({ id: fc.constantFrom("a", "b", "c"), name: fc.constant("x"), sales: fc.boolean(), delivery: fc.boolean() });

describe("B6 consent", () => {
  it("B6 is complete exactly when two people stand for the two sides, whatever the order", () =>
    fc.assert(fc.property(fc.uniqueArray(consenter, { selector: ({ id }) => id }), (consents) => {
      const pairs = consents.flatMap((one) => consents.filter((other) => other !== one && one.sales && other.delivery));
      expect(consentOf(consents).isComplete).toBe(pairs.length > 0);
      expect(consentOf([...consents].reverse())).toEqual(consentOf(consents));
      expect(consentOf(consents).missing === "").toBe(pairs.length > 0);
    })));
});

describe("B6 the form of a policy", () => {
  it.each(ORGANISATION_KINDS)("B6 reads %s back as it was, and of the shape of its schema", (kind) => {
    const content = VERSION_ONE[kind];
    const read = readPolicyForm(kind, posted(kind, content), content, new Set());
    expect(POLICY_CONTENT[kind].parse(read)).toEqual(POLICY_CONTENT[kind].parse(content));
    expect(policyChanges(kind, content, read)).toEqual([]);
  });

  it("B6 moves a row by its place, takes one out by its tick, and gives a new one an id that was never used", () => {
    const form = posted("COMPLEXITY_RUBRIC", COMPLEXITY_RUBRIC);
    const questions = form["questions"] as Record<string, unknown>[];
    Object.assign(questions[1]!, { place: "0" });
    Object.assign(questions[2]!, { remove: "on" });
    const options = [{ label: "No", points: "0", reason: "none" }, { label: "Yes", points: "3", reason: "some" }];
    questions.push({ place: "99", label: "Size!", why: "Why.", weight: "2", options });
    const read = readPolicyForm("COMPLEXITY_RUBRIC", form, COMPLEXITY_RUBRIC, new Set(COMPLEXITY_RUBRIC.questions.map(({ id }) => id))) as { questions: { id: string; options: { value: string }[] }[] };
    expect(read.questions.map(({ id }) => id)).toEqual(["migration", "integration", "teams", "custom", "clarity", "date", "people", "novelty", "size", "size2"]);
    expect(read.questions.at(-1)?.options.map(({ value }) => value)).toEqual(["no", "yes"]);
    const told = policyChanges("COMPLEXITY_RUBRIC", COMPLEXITY_RUBRIC, read);
    expect(told.map(({ label, before, after }) => [label, before === null ? "added" : after === null ? "removed" : "changed"])).toEqual([
      ["question “Is there a security, privacy or compliance matter?”", "removed"], ["question “Size!”", "added"], ["order of Questions", "changed"],
    ]);
  });

  it("B7 says a change in the words of the form", () => {
    const after = { ...COMPLEXITY_RUBRIC, thresholds: { standard: 12, complex: 22 } };
    expect(policyChanges("COMPLEXITY_RUBRIC", COMPLEXITY_RUBRIC, after).map(changeSentence)).toEqual(["Standard begins at: 9 points becomes 12 points"]);
  });

  it("B6 refuses a threshold that nobody can reach, and a level below the threshold of traction", () => {
    const unreachable = { ...COMPLEXITY_RUBRIC, thresholds: { standard: 9, complex: 58 } };
    expect(policyProblems("COMPLEXITY_RUBRIC", unreachable, COMPLEXITY_RUBRIC, { others: [] })).toEqual([expect.stringContaining("at most 57 can be reached")]);
    expect(policyProblems("COMPLEXITY_RUBRIC", COMPLEXITY_RUBRIC, COMPLEXITY_RUBRIC, { others: [] })).toEqual([]);
    const traction = VERSION_ONE.TRACTION_RUBRIC;
    expect(policyProblems("TRACTION_RUBRIC", { ...traction, threshold: 6 }, traction, { others: [] })).toEqual([expect.stringContaining("begins below the threshold")]);
  });
});

describe("B6 the effect of a rubric", () => {
  const easiest = Object.fromEntries(COMPLEXITY_RUBRIC.questions.map(({ id, options }) => [id, options[0]!.value]));
  it("B6 names exactly the past handovers that would be classed differently, and counts those that were asked less", () => {
    const draft = { ...COMPLEXITY_RUBRIC, thresholds: { standard: 6, complex: 22 } };
    const past = [
      { id: "same", class: "SIMPLE" as const, choices: easiest },
      { id: "other", class: "SIMPLE" as const, choices: { ...easiest, migration: "large", size: "medium" } },
      { id: "less", class: "SIMPLE" as const, choices: {} },
    ];
    expect(reclassified(draft, past)).toMatchObject({ changed: [{ id: "other", from: "SIMPLE", to: "STANDARD" }], unanswered: 1 });
  });
});
