import { describe, expect, it } from "vitest";
import { asksForContractReview, contractReviewRefusal } from "@/lib/involvement/rules/contract-review";
import { capRefusal, entryProblem } from "@/lib/involvement/rules/hours";
import { callRefusal, meetingCost, meetingCostText } from "@/lib/involvement/rules/meeting-cost";
import { INVOLVEMENT_CAPS } from "@/lib/policies/schema";
import { awayProblem, requestProblem } from "@/lib/involvement/rules/request";

const REQUEST = { kind: "WRITTEN" as const, asked: "Can the shop send orders to SAP every hour?", suggestion: "Yes, by the REST interface of the middleware.", whyCall: "", minutes: 60, neededBy: "2030-01-10" };
const problem = (more: Partial<Parameters<typeof requestProblem>[0]>) => requestProblem({ ...REQUEST, ...more }, { today: "2030-01-02", caps: INVOLVEMENT_CAPS });

describe("what a request says", () => {
  it("P6.4 a question, the seller's own answer, time and date: all of it, and no filler", () => {
    expect(problem({})).toBeNull();
    for (const suggestion of ["TBD", "n/a", "asdfasdf", "Your own answer"]) expect(problem({ suggestion })).toMatchObject({ field: "suggestion", rule: "P6.4" });
    expect(problem({ asked: "???" })).toMatchObject({ field: "asked" });
    expect(problem({ suggestion: REQUEST.asked })).toMatchObject({ field: "suggestion", reason: expect.stringContaining("repeats the question") });
  });
  it("P6.4 the time has a cap by kind", () => {
    for (const minutes of [0, -5, 14, 241, 1e9, 60.5, NaN]) expect(problem({ minutes })).toMatchObject({ field: "minutes" });
    expect(problem({ kind: "ESTIMATE", minutes: 960 })).toBeNull();
    expect(problem({ kind: "ESTIMATE", minutes: 961 })).toMatchObject({ reason: "Give it from 30 minutes to 16 hours." });
  });
  it("P6.4 the date lies ahead, within sixty days, and not in the person's time off", () => {
    for (const neededBy of ["2030-01-02", "2029-12-31", "2030-03-04"]) expect(problem({ neededBy })).toMatchObject({ field: "neededBy" });
    expect(problem({ neededBy: "2030-03-03" })).toBeNull();
    expect(awayProblem("Lee", { awayUntil: "2030-01-10", neededBy: "2030-01-10" })).toMatchObject({ reason: expect.stringContaining("away until 2030-01-10") });
    expect(awayProblem("Lee", { awayUntil: "2030-01-09", neededBy: "2030-01-10" })).toBeNull();
  });
});

describe("contracts", () => {
  it.each([
    "Please review the contract.", "Can you check our agreement before Friday?", "Could you go over the MSA and tell me what you think", "Read through clause 4, please",
    "A second pair of eyes on the contract would help", "Feedback on the draft agreement?", "Please approve the SOW", "Bitte den Vertrag prüfen", "Please\nREVIEW THE CONTRACT\nby noon",
    "Please re-view the T&Cs", "Kindly review the contract and annex 2",
  ])("P4.4 asks for a review: %s", (text) => expect(asksForContractReview(text)).toBe(true));
  it.each([
    "Does the shop check smart contracts on the chain?", "Can you check the API contract of the ERP for pagination?", "Can contract management be migrated? Please check the export.",
    "Is it in agreement with the plan? Please check.", "The contract is signed next week. Can the importer read 40,000 products?", "Please review the data model.",
  ])("P4.4 is a technical question: %s", (text) => expect(asksForContractReview(text)).toBe(false));
  it("P4.4 the technical annex is the only part that can be named, in its own field", () => {
    const asked = "Please check annex 2 of the contract: can we do the response times?";
    expect(contractReviewRefusal({ annex: "", asked })).toMatchObject({ field: "annex", rule: "P4.4" });
    expect(contractReviewRefusal({ annex: "Annex 2: response times", asked })).toBeNull();
    expect(contractReviewRefusal({ annex: "Annex 2 of the contract", asked })).toBeNull();
    for (const annex of ["The contract", "the whole agreement, with annexes", "MSA", "Page 4"]) expect(contractReviewRefusal({ annex, asked: "" }), annex).toMatchObject({ field: "annex" });
    expect(contractReviewRefusal({ annex: "Annex 2", asked: "Please review the contract." })).toMatchObject({ field: "asked" });
    expect(contractReviewRefusal({ annex: "", asked: "Can it be done?", suggestion: "Yes. Please also proofread the contract." })).toMatchObject({ field: "suggestion" });
  });
});

describe("meetings", () => {
  const call = { minutes: 30, withClient: false, whyCall: "We draw the flow together." };
  const person = { name: "Lee", preference: "ANY" as const, callMinutes: 30 };
  it("P4.4 a call shows its cost in person-minutes, and the written way comes first", () => {
    expect(meetingCost(30)).toBe(60);
    expect(meetingCostText(30)).toBe("A call of 30 minutes with two of our people costs 60 person-minutes. A written answer comes first.");
    expect(callRefusal({ ...call, whyCall: " " }, person)).toMatchObject({ field: "whyCall" });
    expect(callRefusal(call, person)).toBeNull();
  });
  it("P4.4 the person's preference is honoured", () => {
    expect(callRefusal(call, { ...person, preference: "IN_WRITING" })).toMatchObject({ field: "kind" });
    expect(callRefusal(call, { ...person, preference: "SHORT_CALLS" })).toMatchObject({ field: "minutes" });
    expect(callRefusal({ ...call, minutes: 15 }, { ...person, preference: "SHORT_CALLS" })).toBeNull();
    expect(callRefusal({ ...call, withClient: true }, { ...person, preference: "NO_CLIENT_CALLS" })).toMatchObject({ field: "withClient" });
    expect(callRefusal(call, { ...person, preference: "NO_CLIENT_CALLS" })).toBeNull();
  });
  it("P5.3 a call lasts as long as the rubric allows", () => expect(callRefusal({ ...call, minutes: 31 }, person)).toMatchObject({ reason: expect.stringContaining("at most 30 minutes") }));
});

describe("time spent", () => {
  const at = { today: "2030-01-10", since: "2030-01-02" };
  it("P5.5 is never negative or absurd, and lies between the request and today", () => {
    expect(entryProblem({ minutes: 45, workedOn: "2030-01-10" }, at)).toBeNull();
    for (const minutes of [-60, 0, 4, 721, 1e12, 7.5, NaN, Infinity]) expect(entryProblem({ minutes, workedOn: "2030-01-10" }, at)).toMatchObject({ field: "minutes", rule: "P5.5" });
    for (const workedOn of ["2030-01-11", "2030-01-01"]) expect(entryProblem({ minutes: 45, workedOn }, at)).toMatchObject({ field: "workedOn" });
    expect(entryProblem({ minutes: 45, workedOn: "2030-01-03" }, { today: "2030-03-10", since: "2030-01-02" })).toMatchObject({ field: "workedOn" });
  });
  it("P6.4 at the cap it stops", () => {
    expect(capRefusal({ spentMinutes: 59, capMinutes: 60 })).toBeNull();
    expect(capRefusal({ spentMinutes: 60, capMinutes: 60 })).toMatchObject({ code: "CONFLICT", rule: "P6.4" });
  });
});
