import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STANDARD_WEEK } from "@/lib/platform/business-time";
import { TRACTION_RUBRIC } from "@/lib/policies/defaults/traction-rubric";
import { traction as tractionOf } from "@/lib/traction/rules/traction";
import { type AskFacts, askRefusal, isRefusal, mayAsk } from "@/lib/involvement/rules/may-ask";

const LEAD = { id: "lee", name: "Lee Hart", active: true, roles: [{ teamId: "wp", role: "TEAM_LEAD" as const }], namedBy: null };
const DEVELOPER = { id: "dev", name: "Dev Rao", active: true, roles: [{ teamId: "wp", role: "DEVELOPER" as const }], namedBy: null };
/** So many of the first pieces of evidence, seen today, by the rubric of version 1: 5 allow writing, 6 a call, 7 the rest. */
const traction = (points: number) => tractionOf({
  evidence: TRACTION_RUBRIC.evidence.slice(0, points).map(({ id: kind }) => ({ kind, happenedOn: "2030-01-02" })), since: "2030-01-02",
  calendar: { zone: "UTC", weekly: STANDARD_WEEK, holidays: [], timeOff: [] },
}, TRACTION_RUBRIC, new Date("2030-01-02T10:00:00Z"));
const facts = (more: Partial<AskFacts> = {}): AskFacts => ({
  stage: "PROPOSAL", complexity: "STANDARD", traction: traction(6),
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
    expect(refused({}, "ESTIMATE")).toMatchObject({ rule: "P5.3", reason: expect.stringMatching(/7 of 8 points of traction, and this one has 6.*missing: paid discovery or trial and non-disclosure agreement/i) }));
  it("P5.2 below the threshold nobody is involved, unless it is granted", () => {
    expect(refused({ traction: traction(4) })).toMatchObject({ rule: "P5.2" });
    expect(mayAsk("WRITTEN", facts({ traction: traction(4), grants: [{ id: "g", allows: "WRITTEN", by: "Bea" }] }))).toMatchObject({ grantId: "g" });
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
      fc.integer({ min: 0, max: 8 }),
      (asking, complexity, points) => {
        const answer = askRefusal(asking, facts({ complexity, traction: traction(points) }));
        return (answer === null) === (points >= { WRITTEN: 5, CALL: 6, ESTIMATE: 7, TRIAL: 7 }[asking] && complexity !== "SIMPLE" && complexity !== null);
      })));
});
