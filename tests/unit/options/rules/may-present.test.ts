import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPTION_TEXT_NAMES } from "@/lib/options/fields";
import { approvalNeed, matches, ownEstimateRefusal } from "@/lib/options/rules/approval";
import { GATES, type GateName, type OptionFacts, type PresentFacts, presentGates, presentRefusal } from "@/lib/options/rules/may-present";
import { presenterRefusal } from "@/lib/options/rules/presenter";

const NOW = new Date("2030-01-02T10:00:00Z");
const UNTIL = new Date("2030-02-01T23:59:59.999Z");

const phase = (id: string): OptionFacts["phases"][number] => ({
  id, name: "Repair", revision: 1,
  estimate: { id: `estimate of ${id}`, phaseRevision: 1, lowMinutes: 60, likelyMinutes: 90, highMinutes: 120, source: "WRITTEN", validUntil: UNTIL, retired: false, estimator: { id: "dev", name: "Dev", active: true, technical: true } },
});
const option = (id: string, more: Partial<OptionFacts> = {}): OptionFacts => ({
  id, name: `Option ${id}`, plainWords: "We mend what is broken.", benefits: "It is quick", risks: "It stays slow", assumptions: "Plugins can be updated", exclusions: "New texts",
  clientProvides: "Access", weeksLow: 2, weeksHigh: 4, priceMinor: 1_800_000, currency: "EUR", phases: [phase(`phase of ${id}`)], approvals: [], ...more,
});
const facts = (more: Partial<PresentFacts> = {}): PresentFacts => ({
  stage: "PROPOSAL", complexity: "STANDARD", currency: "EUR", approvalAbove: 50_000, options: [option("a"), option("b")], presenter: { name: "Sam", active: true, roles: ["SALES"] }, soloMode: false, ...more,
});
const closed = (more: Partial<PresentFacts>, now = NOW) => presentGates(facts(more), now).filter(({ lacks }) => lacks.length > 0).map(({ name }) => name);
const approved = (ids: readonly string[]) => [{ id: "x", state: "APPROVED" as const, estimateIds: ids, lead: { id: "lee", name: "Lee" }, note: "" }];

describe("the gates before options are presented", () => {
  it("P7.1 P7.2 are open for two complete options with estimates that hold", () => {
    expect(closed({})).toEqual([]);
    expect(presentRefusal(presentGates(facts(), NOW))).toBeNull();
  });
  it("B7 each that is closed says why, what mends it and where, with the rule's number", () => {
    const worst = facts({ stage: "LOST", complexity: null, options: [option("a", { plainWords: "", phases: [] })], presenter: { name: "Dev", active: true, roles: ["DEVELOPER"] } });
    const gates = presentGates(worst, NOW);
    expect(gates.map(({ name }) => name)).toEqual(Object.keys(GATES));
    for (const { lacks, rule } of gates) for (const { reason, place } of lacks) { expect(reason).toMatch(/\w.*[.?]$/); expect(place.to).not.toBe(""); expect(rule).toMatch(/^P\d\.\d$/); }
    expect(presentRefusal(gates)).toMatchObject({ code: "CONFLICT", rule: "P7.5", reason: expect.stringContaining("lost") });
  });
  it("P7.1 one option is no choice", () => {
    expect(closed({ options: [option("a")] })).toEqual(["two"]);
    expect(closed({ options: [] })).toEqual(["two"]);
  });
  it("P7.1 whatever an option leaves out, or fills with nothing, closes the gate and is named", () => {
    const parts: Partial<OptionFacts>[] = [
      ...OPTION_TEXT_NAMES.flatMap((name) => ["", "   ", "TBD", "n/a"].map((text) => ({ [name]: text }))), { weeksLow: null, weeksHigh: null }, { priceMinor: null }, { currency: "USD" }, { phases: [] },
    ];
    fc.assert(fc.property(fc.constantFrom(...parts), fc.nat(3), fc.integer({ min: 2, max: 6 }), (part, at, count) => {
      const options = Array.from({ length: count }, (_, i) => option(String(i), i === at % count ? part : {}));
      const gate = presentGates(facts({ options }), NOW).find(({ name }) => name === "complete");
      expect(gate?.lacks).toHaveLength(1);
      expect(gate?.lacks[0]?.reason).toContain(`Option ${at % count}`);
    }));
    expect(closed({ options: [option("a", { priceMinor: 0 }), option("b")] })).toEqual([]); // free is a price
  });
  it("P7.2 every phase of every option needs an estimate that holds at this moment", () => {
    const open = { ...phase("p"), estimate: null };
    expect(closed({ options: [option("a"), option("b", { phases: [phase("q"), open] })] })).toEqual(["estimates"]);
    expect(closed({}, UNTIL)).toEqual(["estimates"]);
    expect(closed({}, new Date(UNTIL.getTime() - 1))).toEqual([]);
    expect(closed({ complexity: null })).toEqual(["complexity"]);
  });
  it("P6.6 complex work, or a price above the threshold, needs the approval of exactly these estimates", () => {
    const ids = ["estimate of phase of a"];
    const with66 = (one: Partial<OptionFacts>) => ({ options: [option("a", { priceMinor: 5_000_001, ...one }), option("b")] });
    expect(closed(with66({}))).toEqual(["approval"]);
    expect(closed(with66({ priceMinor: 5_000_000 }))).toEqual([]);
    expect(closed(with66({ approvals: approved(ids) }))).toEqual([]);
    expect(closed(with66({ approvals: approved(["estimate of something else"]) }))).toEqual(["approval"]);
    expect(closed(with66({ approvals: approved([...ids, "one more"]) }))).toEqual(["approval"]);
    expect(closed(with66({ approvals: [{ ...approved(ids)[0]!, state: "DECLINED", note: "Too low" }] }))).toEqual(["approval"]);
    expect(closed({ complexity: "COMPLEX" })).toEqual(["approval"]);
    expect(closed({ complexity: "COMPLEX", options: ["a", "b"].map((id) => option(id, { approvals: approved([`estimate of phase of ${id}`]) })) })).toEqual([]);
  });
  it("P6.6 the threshold counts whole units of whatever currency", () => {
    const need = (priceMinor: number, currency: string) => approvalNeed({ complexity: "STANDARD", priceMinor, currency, approvalAbove: 50_000 }) !== null;
    expect([need(50_000, "JPY"), need(50_001, "JPY"), need(50_000_000, "KWD"), need(50_000_001, "KWD")]).toEqual([false, true, false, true]);
  });
  it("P6.6 an approval matches the same estimates in any order, and no other set", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(9)), fc.uniqueArray(fc.nat(9)), (a, b) => {
      const same = a.length > 0 && [...a].sort().join() === [...b].sort().join();
      expect(matches(a.map(String), b.map(String))).toBe(same);
    }));
    expect(matches(["a", "a"], ["a", "b"])).toBe(false);
  });
  it("P6.6 nobody approves their own estimate, but in solo mode", () => {
    expect(ownEstimateRefusal({ leadId: "lee", estimatorIds: ["dev", "lee"], soloMode: false })).toMatchObject({ code: "FORBIDDEN", rule: "P6.6" });
    expect(ownEstimateRefusal({ leadId: "lee", estimatorIds: ["dev", "lee"], soloMode: true })).toBeNull();
    expect(ownEstimateRefusal({ leadId: "lee", estimatorIds: ["dev"], soloMode: false })).toBeNull();
  });
  it("P7.3 who presents sells: a developer never does, whatever else they are", () => {
    const roles = fc.uniqueArray(fc.constantFrom("SALES" as const, "PM" as const, "TEAM_LEAD" as const, "DEVELOPER" as const, "MANAGER" as const));
    fc.assert(fc.property(roles, fc.boolean(), (held, active) => {
      const may = presenterRefusal({ name: "Somebody", active, roles: held }, { soloMode: false }) === null;
      expect(may).toBe(active && held.includes("SALES") && !held.includes("DEVELOPER"));
    }));
    expect(presenterRefusal({ name: "Solo", active: true, roles: ["SALES", "DEVELOPER"] }, { soloMode: true })).toBeNull();
    expect(presenterRefusal({ name: "Dev", active: true, roles: ["DEVELOPER"] }, { soloMode: true })).toMatchObject({ code: "FORBIDDEN", rule: "P7.3" });
    expect(closed({ presenter: { name: "Dev", active: true, roles: ["DEVELOPER"] } })).toEqual(["presenter"]);
  });
  it("B8 the refusal is that of the first closed gate, and null exactly when all are open", () => {
    const flaws: Record<GateName, Partial<PresentFacts>> = {
      open: { stage: "PARKED" }, presenter: { presenter: { name: "Pia", active: true, roles: ["PM"] } }, two: { options: [option("a")] }, complexity: { complexity: null },
      complete: { options: [option("a", { risks: "" }), option("b")] }, estimates: { options: [option("a", { phases: [{ ...phase("p"), estimate: null }] }), option("b")] },
      approval: { options: [option("a", { priceMinor: 6_000_000 }), option("b")] },
    };
    fc.assert(fc.property(fc.subarray(Object.keys(flaws) as GateName[]), (names) => {
      const gates = presentGates(facts(Object.assign({}, ...names.map((name) => flaws[name]))), NOW);
      const first = gates.find(({ lacks }) => lacks.length > 0);
      expect(presentRefusal(gates)?.rule ?? null).toBe(first?.rule ?? null);
      expect(first === undefined).toBe(names.length === 0);
    }));
  });
});
