import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { AT_RISK_DAYS, atRiskState, endOfDay, expiryRefusal, signatureRefusal, startRefusal, type TriggerFacts } from "@/lib/deals/rules/at-risk";

const now = new Date("2030-01-02T10:00:00Z");
const later = new Date("2030-01-10T00:00:00Z");
const earlier = new Date("2030-01-01T00:00:00Z");
const open: TriggerFacts = { stage: "PROPOSAL", signedOn: null, signedEvidence: "", atRiskUntil: null, atRiskApprovedAt: null };
const signed: TriggerFacts = { ...open, stage: "WON", signedOn: earlier, signedEvidence: "https://sign.example/1" };
const atRisk: TriggerFacts = { ...open, stage: "WON", atRiskUntil: later, atRiskApprovedAt: earlier };

describe("P1.1: what a handover needs to be submitted", () => {
  it.each([
    ["a signed contract with its evidence", signed, null],
    ["a start at risk, approved and not expired", atRisk, null],
    ["a signature after an expired start at risk", { ...signed, atRiskUntil: earlier, atRiskApprovedAt: earlier }, null],
    ["an open deal", open, /Record the signed contract/],
    ["a signed date without evidence", { ...signed, signedEvidence: " " }, /Record the signed contract/],
    ["a start at risk that nobody approved", { ...atRisk, atRiskApprovedAt: null }, /waits for a sales manager/],
    ["a start at risk that has expired", { ...atRisk, atRiskUntil: now }, /has expired/],
    ["a lost deal", { ...signed, stage: "LOST" }, /is lost/],
    ["a parked deal", { ...open, stage: "PARKED" }, /is parked/],
  ] as const)("%s", (_, deal, reason) => {
    const refused = startRefusal(deal, now);
    if (reason === null) expect(refused).toBeNull();
    else expect(refused).toMatchObject({ code: "CONFLICT", rule: "P1.1", reason: expect.stringMatching(reason) });
  });

  test("an unsigned deal never gets through without an approval that still holds", () => {
    const date = fc.option(fc.date({ min: earlier, max: later, noInvalidDate: true }));
    fc.assert(fc.property(date, date, (atRiskUntil, atRiskApprovedAt) => {
      const passes = startRefusal({ ...atRisk, atRiskUntil, atRiskApprovedAt }, now) === null;
      expect(passes).toBe(atRiskUntil !== null && atRiskApprovedAt !== null && atRiskUntil > now);
    }));
  });
});

describe("P1.1: the expiry date", () => {
  it("lies ahead, by at most sixty days", () => {
    const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
    expect(expiryRefusal(now, now)).toMatchObject({ rule: "P1.1" });
    expect(expiryRefusal(days(AT_RISK_DAYS), now)).toBeNull();
    expect(expiryRefusal(days(AT_RISK_DAYS + 1), now)).toMatchObject({ rule: "P1.1" });
  });
  it("lasts to the end of its day", () => expect(endOfDay("2030-01-02") > now).toBe(true));
  it("means nothing once the contract is signed", () => expect(atRiskState({ ...atRisk, signedOn: earlier }, now)).toBe("none"));
});

describe("P1.1: the signed date", () => {
  it.each([["2030-01-02", true], ["2030-01-03", true], ["2030-01-04", false], ["2029-12-31", true]])("%s: %s", (day, holds) =>
    expect(signatureRefusal(day, new Date("2030-01-02T13:00:00Z")) === null).toBe(holds));
});
