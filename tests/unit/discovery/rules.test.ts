import { describe, expect, it } from "vitest";
import { questionsOf, type TeamSet } from "@/lib/discovery/rules/questions";
import { countWords, discoveryRefusal, standingOf } from "@/lib/discovery/rules/standing";
import { answerTyped, typedOf } from "@/lib/discovery/rules/typed";
import { askableFields } from "@/lib/discovery/rules/askable";
import type { Answer } from "@/lib/handovers/rules/answers";
import { fieldsInForce } from "@/lib/handovers/rules/template";
import { discoverySetFor, TEAM_KINDS, VERSION_ONE } from "@/lib/policies/defaults/version-one";
import { policyProblems } from "@/lib/policies/rules/policy-problems";

const TEMPLATES = [TEAM_KINDS.hubspot(), TEAM_KINDS.wordpress()];
const FIELDS = fieldsInForce(TEMPLATES, VERSION_ONE.COMPLEXITY_RUBRIC);
const setOf = (slug: string): TeamSet => ({ team: { id: slug, name: slug, slug }, policyId: slug, version: 1, questions: discoverySetFor({ slug }).questions });
const NOTHING = { answers: [] as Answer[], complexity: null, contract: null, teams: ["hubspot", "wordpress"] };
const value = (field: string, value: Answer["value"]): Answer => ({ field, rowId: null, state: "VALUE", value });
const idsOf = (answers: Answer[] = [], fields = FIELDS) => questionsOf([setOf("hubspot"), setOf("wordpress")], fields, { ...NOTHING, answers }).map(({ field, list }) => field?.id ?? list?.id);

describe("the questions of a deal", () => {
  it("P7.4 stand team after team, and a field that two teams need is asked for once, by the first", () => {
    const asked = questionsOf([setOf("hubspot"), setOf("wordpress")], FIELDS, NOTHING);
    const goals = asked.filter(({ field }) => field?.id === "purpose.goals");
    expect(goals.map(({ set }) => set.team.slug)).toEqual(["hubspot"]);
    expect(asked.map(({ set }) => set.team.slug)).toEqual([...asked.map(({ set }) => set.team.slug)].sort());
    expect(new Set(idsOf()).size).toBe(idsOf().length);
  });

  it("P7.4 leave out what the brief has no field for, and what its condition leaves out until it holds", () => {
    expect(idsOf()).not.toContain("custom.wordpress.shopDetail");
    expect(idsOf([value("custom.wordpress.shop", true)])).toContain("custom.wordpress.shopDetail");
    expect(idsOf([], FIELDS.filter(({ id }) => id !== "purpose.impact"))).not.toContain("purpose.impact");
    expect(idsOf()).toContain("contacts");
  });
});

describe("how a question stands", () => {
  it.each([
    [undefined, false, "notAsked"], [value("a.b", null), false, "notAsked"], [value("a.b", []), false, "notAsked"], [value("a.b", "Yes"), false, "answered"],
    [value("a.b", false), false, "answered"], [value("a.b", "Yes"), true, "known"], [{ ...value("a.b", null), state: "UNKNOWN" as const }, false, "unknown"],
    [{ ...value("a.b", null), state: "NOT_APPLICABLE" as const }, false, "notApplicable"],
  ])("P7.4 %j is, filled in by a record or not (%s), %s", (answer, isFilledIn, standing) => expect(standingOf(answer, isFilledIn)).toBe(standing));

  it("P7.4 counts what was asked, and apart from it what needed no asking", () => {
    expect(countWords(["answered", "unknown", "notApplicable", "notAsked", "notAsked"])).toBe("3 of 5 asked");
    expect(countWords(["answered", "known", "notAsked"])).toBe("1 of 3 asked, 1 known already");
  });

  it("P7.4 is written while the deal is in play and its brief can be changed", () => {
    expect(discoveryRefusal({ stage: "PROPOSAL", handover: null })).toBeNull();
    expect(discoveryRefusal({ stage: "WON", handover: { status: "RETURNED" } })).toBeNull();
    for (const stage of ["LOST", "PARKED"] as const) expect(discoveryRefusal({ stage, handover: null })).toMatchObject({ code: "CONFLICT", rule: "P7.4" });
    for (const status of ["SUBMITTED", "ACCEPTED", "IN_DELIVERY", "CLOSED"] as const) expect(discoveryRefusal({ stage: "WON", handover: { status } })).toMatchObject({ code: "CONFLICT", rule: "B4" });
  });
});

describe("what is typed", () => {
  const OPTIONS = [{ value: "one", label: "One" }, { value: "two", label: "Two" }];
  const words = (value: string, more = {}) => ({ value, values: [], currency: "EUR", ...more });
  it.each([
    ["longText", words(" as it was said\n"), " as it was said\n"], ["text", words("  "), null], ["number", words("1 250,5"), 1250.5], ["number", words(""), null],
    ["yesNo", words("false"), false], ["money", words("12.500,50"), { minor: 1_250_050, currency: "EUR" }], ["date", words("2030-05-01"), "2030-05-01"],
    ["choice", words("two"), "two"], ["choices", words("", { values: ["one", "two"] }), ["one", "two"]], ["choices", words(""), null], ["url", words("https://a.example"), "https://a.example"],
  ] as const)("P7.4 of type %s, %j is %j", (type, typed, held) => expect(answerTyped({ type, options: OPTIONS }, typed)).toEqual({ value: held }));

  it.each([
    ["number", words("a lot")], ["money", words("12", { currency: "EURO" })], ["money", words("-3")], ["date", words("2030-02-30")], ["choice", words("three")],
    ["choices", words("", { values: ["one", "one"] })], ["url", words("javascript:alert(1)")], ["yesNo", words("perhaps")], ["text", words("a\nb")], ["person", words("x")], ["number", words("9".repeat(400))],
  ] as const)("P7.4 of type %s, %j is refused with a sentence", (type, typed) => expect(answerTyped({ type, options: OPTIONS }, typed)).toEqual({ problem: expect.stringMatching(/\.$/) }));

  it("P7.4 is shown again as it was kept", () => {
    for (const [type, held] of [["money", { minor: 1_250_050, currency: "CHF" }], ["number", 12.5], ["yesNo", true], ["choices", ["one"]], ["text", "x"]] as const)
      expect(answerTyped({ type, options: OPTIONS }, typedOf(held, "EUR"))).toEqual({ value: held });
  });
});

describe("a set of questions", () => {
  const fields = new Set(askableFields(FIELDS).map(({ id }) => id));
  const problems = (...asked: [string, string][]) => policyProblems("DISCOVERY_SET", { questions: asked.map(([ask, field], i) => ({ id: `q${i}`, ask, why: "Why.", field })) }, { questions: [] }, { others: [], fields });
  it("P7.4 asks for fields and lists of the brief, and for none of them twice", () => {
    expect(problems(["What?", "purpose.goals"], ["Who?", "contacts"])).toEqual([]);
    expect(problems(["What?", "purpose.goal"])).toEqual([expect.stringContaining("“What?” asks for something that the team's brief has no field for")]);
    expect(problems(["How hard?", "complexity.size"])).toHaveLength(1);
    expect(problems(["What?", "purpose.goals"], ["And?", "purpose.goals"])).toEqual([expect.stringContaining("“What?” and “And?” are one field of the brief")]);
  });
});
