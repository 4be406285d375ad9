import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf, type OptionFacts, presentedOf, presentedSchema } from "@/lib/options/rules/presented";

const repair: OptionFacts = {
  id: "019ac000-0000-7000-8000-000000000001", name: "Repair the site", plainWords: "We mend what is broken and leave the rest.",
  benefits: "- Quick\n- Cheap\n\n", risks: "The theme stays old", assumptions: "Hosting stays", exclusions: "New design\r\nNew texts", clientProvides: "Admin access",
  weeksLow: 3, weeksHigh: 5, priceMinor: 840_000, currency: "EUR",
  phases: [{ name: "Look", low: 4, likely: 6, high: 10 }, { name: "Mend", low: 30.25, likely: 40, high: 60.5 }],
};
const facts = { organisation: "Lindgren & Co", client: "Osterholt", presenter: "Tomás Serrano", day: "2026-11-28", validUntil: "2026-12-28", options: [repair] };

describe("the client's view", () => {
  it("P7.5 holds what the client decides by: words, lists, phases with their total, weeks, price", () => {
    const [option] = presentedOf(facts).options;
    expect(option).toMatchObject({
      name: "Repair the site", benefits: ["Quick", "Cheap"], exclusions: ["New design", "New texts"],
      total: { low: 34.25, likely: 46, high: 70.5 }, weeks: { low: 3, high: 5 }, price: { minor: 840_000, currency: "EUR" },
    });
  });

  it("P7.5 holds nothing internal, whatever the facts bring along", () => {
    const secret = "SECRET-margin-37";
    const loaded = {
      ...facts, dealName: secret, traction: secret, complexity: secret,
      options: [{ ...repair, internalNotes: secret, margin: secret, estimator: secret, phases: repair.phases.map((phase) => ({ ...phase, estimatedBy: secret, note: secret })) }],
    };
    expect(JSON.stringify(presentedOf(loaded))).not.toContain(secret);
  });

  it("P7.5 its shape refuses a key that is not the client's, at every depth", () => {
    const view = presentedOf(facts);
    const [option] = view.options;
    expect(presentedSchema.safeParse(view).success).toBe(true);
    expect(presentedSchema.safeParse({ ...view, margin: 1 }).success).toBe(false);
    expect(presentedSchema.safeParse({ ...view, options: [{ ...option, notes: "x" }] }).success).toBe(false);
    expect(presentedSchema.safeParse({ ...view, options: [{ ...option, phases: [{ ...option?.phases[0], estimator: "x" }] }] }).success).toBe(false);
    expect(presentedSchema.safeParse({ ...view, options: [] }).success).toBe(false);
  });

  it("lines lose their marks and nothing else, and none is blank", () =>
    fc.assert(fc.property(fc.array(fc.string({ minLength: 1 }).filter((line) => !/[\r\n]/.test(line) && line.trim() === line && !/^[-*•–]\s/.test(line))), (lines) => {
      expect(linesOf(lines.map((line) => `- ${line}`).join("\n"))).toEqual(lines);
      expect(linesOf(lines.join("\r\n\r\n"))).toEqual(lines);
    })));
});
