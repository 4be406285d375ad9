import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidate, type SuggestionFacts, suggestions, whyNot } from "@/lib/handovers/rules/suggestions";
import { type Calendar, STANDARD_WEEK } from "@/lib/platform/business-time";
import { id } from "./brief";

const calendar = (zone: string, timeOff: Calendar["timeOff"] = []): Calendar => ({ zone, weekly: STANDARD_WEEK, holidays: [], timeOff });
const ada: Candidate = { id: id(1), name: "Ada", active: true, inTeam: true, skills: ["Shopify", "B2B"], load: 2, cap: 6, calendar: calendar("Europe/Berlin") };
const window = { from: new Date("2026-11-23T08:00:00Z"), to: new Date("2026-12-07T17:00:00Z") };
const facts = (candidates: Candidate[], change: Partial<SuggestionFacts> = {}): SuggestionFacts =>
  ({ candidates, skills: ["shopify"], client: calendar("Europe/Berlin"), window, writers: [], soloMode: false, ...change });
const names = (candidates: Candidate[], change: Partial<SuggestionFacts> = {}) => suggestions(facts(candidates, change)).map(({ name }) => name);
const other = (name: string, change: Partial<Candidate>): Candidate => ({ ...ada, id: id(name.charCodeAt(0)), name, ...change });

const candidate: fc.Arbitrary<Candidate> = fc.record({
  id: fc.integer({ min: 1, max: 99 }).map(id), name: fc.constantFrom("Ada", "Bo", "Lin"), active: fc.boolean(), inTeam: fc.boolean(),
  skills: fc.subarray(["shopify", "b2b", "hubspot"]), load: fc.nat(8), cap: fc.nat(6),
  calendar: fc.constantFrom(calendar("Europe/Berlin"), calendar("America/New_York"), calendar("Asia/Kolkata", [{ from: "2026-11-20", to: "2026-12-20" }])),
});
const candidates = fc.uniqueArray(candidate, { selector: (one) => one.id, maxLength: 6 });

describe("P1.6 suggested people", () => {
  it.each([
    ["the skill", { skills: [] }], ["less load", { load: 5 }], ["the client's working day", { calendar: calendar("America/Los_Angeles") }],
    ["being there", { calendar: calendar("Europe/Berlin", [{ from: "2026-11-24", to: "2026-12-01" }]) }],
  ])("%s decides where all else is equal", (_, worse) => {
    expect(names([other("Bo", worse), ada])).toEqual(["Ada", "Bo"]);
    expect(names([ada, other("Bo", worse)])).toEqual(["Ada", "Bo"]);
  });

  it("leaves out who cannot hold the key, and says why", () => {
    const away = other("Di", { calendar: calendar("Europe/Berlin", [{ from: "2026-11-01", to: "2026-12-31" }]) });
    const cannot = [other("Bo", { active: false }), other("Cy", { inTeam: false }), away];
    expect(names([...cannot, ada])).toEqual(["Ada"]);
    expect(cannot.map((one) => whyNot(one, facts([])))).toEqual([
      "Bo is no longer here.", "Cy is not in one of the delivery teams.", "Di is away for the whole time."]);
    expect(names([ada], { writers: [ada.id] })).toEqual([]);
    expect(names([ada], { writers: [ada.id], soloMode: true })).toEqual(["Ada"]);
  });

  it("P4.8 puts who is at the cap behind all others, and says so", () => {
    const full = other("Bo", { load: 6 });
    const poor = other("Cy", { skills: [], load: 5, calendar: calendar("America/Los_Angeles") });
    expect(suggestions(facts([full, poor])).map(({ name, overCap }) => [name, overCap])).toEqual([["Cy", false], ["Bo", true]]);
  });

  it("B8 orders equal fits by their ids, in whatever order they come", () => {
    const twins = [other("Bo", {}), other("Cy", {}), other("Di", {})];
    expect(names(twins)).toEqual(["Bo", "Cy", "Di"]);
    expect(names([...twins].reverse())).toEqual(["Bo", "Cy", "Di"]);
  });

  it("B7 gives its reasons", () =>
    expect(suggestions(facts([ada]))[0]).toMatchObject({
      score: 90, rule: "P1.6",
      reasons: ["knows shopify", "holds 2 of 6 handovers", "shares 8 hours a day with the client", "is here all the time"],
    }));

  it("B8 gives the same list in whatever order people come, best first, everybody in it able to hold a key", () =>
    fc.assert(fc.property(candidates, fc.subarray(["shopify", "b2b"]), (people, skills) => {
      const list = suggestions(facts(people, { skills }));
      expect(suggestions(facts([...people].reverse(), { skills }))).toEqual(list);
      expect(list.map((one) => one.id).sort()).toEqual(people.filter((one) => whyNot(one, facts(people)) === null).map((one) => one.id).sort());
      for (const [i, { score, overCap, reasons }] of list.entries()) {
        expect(score >= 0 && score <= 100 && reasons.length > 0).toBe(true);
        const next = list[i + 1];
        if (next && next.overCap === overCap) expect(score).toBeGreaterThanOrEqual(next.score);
      }
    })));
});
