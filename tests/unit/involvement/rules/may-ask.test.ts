import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AskFacts, askRefusal, isRefusal, mayAsk } from "@/lib/involvement/rules/may-ask";

const LEAD = { id: "lee", name: "Lee Hart", active: true, roles: [{ teamId: "wp", role: "TEAM_LEAD" as const }], namedBy: null };
const DEVELOPER = { id: "dev", name: "Dev Rao", active: true, roles: [{ teamId: "wp", role: "DEVELOPER" as const }], namedBy: null };
const MISSING = [{ text: "Ask which budget it comes from." }];
const facts = (more: Partial<AskFacts> = {}): AskFacts => ({
  stage: "PROPOSAL", complexity: "STANDARD", traction: { score: 6, max: 8, allows: ["WRITTEN", "CALL"], missing: MISSING },
  grants: [], teams: [{ id: "wp", name: "WordPress" }], sellerIds: ["sam"], person: LEAD, declined: [], ...more,
});
const refused = (more: Partial<AskFacts>, asking: Parameters<typeof mayAsk>[0] = "WRITTEN") => {
  const answer = mayAsk(asking, facts(more));
  return isRefusal(answer) ? answer : null;
};

describe("who may be asked before the contract", () => {
  it("P6.4 one named person of the deal's teams is asked, with the reason why it is allowed", () =>
    expect(mayAsk("WRITTEN", facts())).toEqual({ role: "TEAM_LEAD", teamId: "wp", grantId: null, why: "6 of 8 points of traction allow it, and the work is standard: delivery may come in early." }));

  it("P6.2 a simple deal is refused with the remedy, and a grant of just this kind allows it", () => {
    expect(refused({ complexity: "SIMPLE" })).toMatchObject({ rule: "P6.2", reason: expect.stringContaining("ask a sales manager to grant") });
    const grants = [{ id: "g", allows: "WRITTEN" as const, by: "Bea" }];
    expect(mayAsk("WRITTEN", facts({ complexity: "SIMPLE", grants }))).toMatchObject({ grantId: "g", why: "Granted by Bea against the rule, with 6 of 8 points." });
    expect(refused({ complexity: "SIMPLE", grants }, "CALL")).toMatchObject({ rule: "P6.2" });
  });
  it("P6.2 while the class is unknown, the questions come first", () => expect(refused({ complexity: null })).toMatchObject({ rule: "P6.2", reason: expect.stringContaining("questions of complexity") }));

  it("P5.3 a request above the level says which evidence is missing", () =>
    expect(refused({}, "ESTIMATE")).toMatchObject({ rule: "P5.3", reason: "With 6 of 8 points of traction no estimate can be asked for yet. Missing: Ask which budget it comes from." }));
  it("P5.2 below the threshold nobody is involved, unless it is granted", () => {
    const traction = { score: 3, max: 8, allows: [], missing: MISSING };
    expect(refused({ traction })).toMatchObject({ reason: expect.stringContaining("delivery cannot be involved yet") });
    expect(mayAsk("WRITTEN", facts({ traction, grants: [{ id: "g", allows: "WRITTEN", by: "Bea" }] }))).toMatchObject({ grantId: "g" });
  });

  it("P6.2 complex work asks a lead, a PM, or a developer whom a lead named", () => {
    expect(mayAsk("WRITTEN", facts({ complexity: "COMPLEX" }))).toMatchObject({ role: "TEAM_LEAD" });
    expect(mayAsk("WRITTEN", facts({ complexity: "COMPLEX", person: { ...LEAD, roles: [{ teamId: "wp", role: "PM" }] } }))).toMatchObject({ role: "PM" });
    expect(refused({ complexity: "COMPLEX", person: DEVELOPER })).toMatchObject({ rule: "P6.2", reason: expect.stringContaining("Dev can be asked once a lead has named them") });
    expect(mayAsk("WRITTEN", facts({ complexity: "COMPLEX", person: { ...DEVELOPER, namedBy: "Lee Hart" } }))).toMatchObject({ role: "DEVELOPER" });
    expect(mayAsk("WRITTEN", facts({ person: DEVELOPER }))).toMatchObject({ role: "DEVELOPER" });
  });

  it("P6.4 it is a person of the deal's teams, active, and not who sells it", () => {
    expect(refused({ person: { ...LEAD, active: false } })).toMatchObject({ reason: expect.stringContaining("no longer here") });
    expect(refused({ person: { ...LEAD, roles: [] } })).toMatchObject({ reason: expect.stringContaining("of WordPress") });
    expect(refused({ person: { ...LEAD, id: "sam" } })).toMatchObject({ reason: expect.stringContaining("sells this deal") });
    expect(refused({ teams: [] })).toMatchObject({ reason: expect.stringContaining("Choose the delivery teams") });
  });
  it("P5.4 whoever declined is not asked about the deal again, by any kind", () => {
    for (const asking of ["WRITTEN", "CALL"] as const) expect(refused({ declined: ["NO_TIME"] }, asking)).toMatchObject({ rule: "P5.4" });
  });
  it("P6.4 only an open deal involves anybody", () => {
    for (const stage of ["WON", "LOST", "PARKED"] as const) expect(refused({ stage, grants: [{ id: "g", allows: "WRITTEN", by: "Bea" }] })).toMatchObject({ rule: "P6.4" });
  });

  it("P5.3 P6.2 without a grant nothing is allowed that traction does not allow, nor anything on a simple deal", () =>
    fc.assert(fc.property(
      fc.constantFrom("WRITTEN" as const, "CALL" as const, "ESTIMATE" as const, "TRIAL" as const),
      fc.constantFrom("SIMPLE" as const, "STANDARD" as const, "COMPLEX" as const, null),
      fc.subarray(["WRITTEN", "CALL", "ESTIMATE", "TRIAL"] as const),
      (asking, complexity, allows) => {
        const answer = askRefusal(asking, facts({ complexity, traction: { score: 5, max: 8, allows, missing: [] } }));
        return (answer === null) === (allows.includes(asking) && complexity !== "SIMPLE" && complexity !== null);
      })));
});
