import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarOf } from "@/lib/platform/business-time";
import { addDays } from "@/lib/platform/time";
import { TRACTION_RUBRIC } from "@/lib/policies/defaults/traction-rubric";
import { grantFor, INVOLVEMENTS, traction, tractionRefusal } from "@/lib/traction/rules/traction";

const NOW = new Date("2030-01-02T10:00:00Z"); // a Wednesday
const TODAY = "2030-01-02";
const calendar = calendarOf({ zone: "Europe/Berlin" });
const KINDS = TRACTION_RUBRIC.evidence.map(({ id }) => id);
const seen = (kinds: readonly string[], happenedOn = TODAY) => kinds.map((kind) => ({ kind, happenedOn }));
const of = (evidence: { kind: string; happenedOn: string }[], now = NOW, since = "2029-01-01") => traction({ evidence, since, calendar }, TRACTION_RUBRIC, now);

describe("the score", () => {
  test("P5.1 is one point for each kind of evidence, with the day of the newest and its name", () => {
    const { score, max, reasons } = of([...seen(["budget"], "2029-12-28"), ...seen(["budget", "need"])]);
    expect([score, max]).toEqual([2, 8]);
    expect(reasons).toEqual([
      { rule: "P5.1", kind: "budget", points: 1, on: TODAY, text: "Budget" },
      { rule: "P5.1", kind: "need", points: 1, on: TODAY, text: "Need in their words" },
    ]);
  });

  test("P5.1 says of each kind that is missing what to do about it", () => {
    const { missing } = of(seen(KINDS.slice(1)));
    expect(missing).toEqual([{ rule: "P5.1", kind: "budget", label: "Budget", points: 1, text: "Ask which budget it comes from, and how large it is." }]);
  });

  test("P5.1 evidence that the rubric no longer names earns nothing, and is still a sign of the client", () => {
    const { score, silence } = of([...seen(["budget"], "2029-11-01"), ...seen(["handshake"])]);
    expect([score, silence.points]).toEqual([1, 0]);
  });

  test("P5.3 silence takes a point at the end of the tenth business day, and not before", () => {
    const evidence = seen(["budget", "need", "event"], "2029-12-14"); // a Friday; 17 to 28 December are ten business days
    expect(of(evidence, new Date("2029-12-28T15:59:00Z"))).toMatchObject({ score: 3, silence: { businessDays: 9, points: 0 } });
    expect(of(evidence, new Date("2029-12-28T16:00:00Z"))).toMatchObject({ score: 2, silence: { since: "2029-12-14", businessDays: 10, points: 1 } });
    expect(of(evidence, new Date("2030-01-11T16:00:00Z")).reasons.at(-1)).toEqual(
      { rule: "P5.3", kind: null, points: -2, on: "2029-12-14", text: "20 business days without a sign of the client" });
  });

  test("P5.3 the seller's holidays and time off are no silence of the client", () => {
    const off = calendarOf({ zone: "Europe/Berlin", holidays: ["2029-12-25", "2029-12-26"], timeOff: [{ from: "2029-12-27", to: "2029-12-28" }] });
    const facts = { evidence: seen(["budget"], "2029-12-14"), since: "2029-01-01", calendar: off };
    expect(traction(facts, TRACTION_RUBRIC, new Date("2029-12-31T00:00:00Z"))).toMatchObject({ silence: { businessDays: 6, points: 0 } });
  });

  test("P5.3 a deal without evidence is silent since it began", () => {
    expect(of([], NOW, "2029-12-28").silence).toEqual({ since: "2029-12-28", businessDays: 2, points: 0 });
  });

  test("P5.3 one new sign of the client ends the silence, and gives all points back", () => {
    const old = seen(["budget", "need", "event"], "2029-10-01");
    expect(of(old).score).toBe(0);
    expect(of([...old, ...seen(["replies"])])).toMatchObject({ score: 4, silence: { points: 0 } });
  });
});

describe("what it allows", () => {
  test.each([
    [0, []], [4, []], [5, ["WRITTEN"]], [6, ["WRITTEN", "CALL"]], [7, ["WRITTEN", "CALL", "ESTIMATE", "TRIAL"]], [8, ["WRITTEN", "CALL", "ESTIMATE", "TRIAL"]],
  ])("P5.3 with %i points it is %j", (score, allows) => {
    expect(of(seen(KINDS.slice(0, score)))).toMatchObject({ score, allows });
  });

  test("P5.3 it says what comes next, and how far it is", () => {
    expect(of(seen(KINDS.slice(0, 3))).next).toEqual({ allows: ["WRITTEN"], label: "written answers", lacks: 2, text: "2 points more, and written answers can be asked for (P5.3)." });
    expect(of(seen(KINDS.slice(0, 6))).next).toMatchObject({ allows: ["ESTIMATE", "TRIAL"], text: "1 point more, and an estimate or a trial task can be asked for (P5.3)." });
    expect(of(seen(KINDS)).next).toBeNull();
  });

  test("P5.2 a level below the threshold stays closed up to the threshold", () => {
    const rubric = { ...TRACTION_RUBRIC, threshold: 6 };
    expect(traction({ evidence: seen(KINDS.slice(0, 5)), since: TODAY, calendar }, rubric, NOW)).toMatchObject({ allows: [], next: { lacks: 1 } });
  });

  test("B7 the verdict is a sentence with the rule's number", () => {
    expect(of([]).reason).toBe("Traction is 0 of 8. Delivery people are left alone for now (P5.2).");
    expect(of(seen(KINDS.slice(0, 6))).reason).toBe("Traction is 6 of 8. Delivery people can be asked for written answers and a call of 30 minutes (P5.3).");
  });
});

describe("tractionRefusal", () => {
  test("P5.2 below the threshold says what is missing and who can grant it", () => {
    expect(tractionRefusal(of(seen(KINDS.slice(0, 4))), "WRITTEN", null)).toEqual({
      code: "CONFLICT", rule: "P5.2",
      reason: "For written answers a deal needs 5 of 8 points of traction, and this one has 4. Still missing: next step agreed, they reply, paid discovery or trial and non-disclosure agreement. A sales manager can grant it.",
    });
  });

  test("P5.3 above the threshold and below the level names the level, and what silence took", () => {
    const quiet = of(seen(KINDS, "2029-12-05"));
    expect(tractionRefusal(quiet, "WRITTEN", null)).toBeNull();
    expect(tractionRefusal(quiet, "ESTIMATE", null)).toBeNull();
    const quieter = of(seen(KINDS, "2029-11-30"));
    expect(tractionRefusal(quieter, "ESTIMATE", null)).toMatchObject({ rule: "P5.3", reason: expect.stringMatching(/has 6\. 22 business days of silence took 2 points\. A sales/) });
  });

  test("P5.2 a grant lets through what it names and nothing else, until its time has come or it is revoked", () => {
    const grant = { allows: "CALL" as const, until: new Date("2030-01-03T00:00:00Z"), revokedAt: null };
    const low = of(seen(KINDS.slice(0, 2)));
    const refused = (kind: (typeof INVOLVEMENTS)[number], grants: Parameters<typeof grantFor>[0], now = NOW) => tractionRefusal(low, kind, grantFor(grants, kind, now));
    expect(refused("CALL", [grant])).toBeNull();
    expect(INVOLVEMENTS.filter((kind) => refused(kind, [grant]) === null)).toEqual(["CALL"]);
    expect(refused("CALL", [grant], grant.until)).toMatchObject({ rule: "P5.2" });
    expect(refused("CALL", [{ ...grant, revokedAt: NOW }])).toMatchObject({ rule: "P5.2" });
  });
});

describe("whatever the evidence", () => {
  const day = fc.integer({ min: -400, max: 0 }).map((back) => addDays(TODAY, back));
  const evidence = fc.array(fc.record({ kind: fc.constantFrom(...KINDS, "unknown"), happenedOn: day }), { maxLength: 20 });

  test("P5.1 the score lies between nothing and all, is the sum of its reasons, and its order does not matter (B8)", () => {
    fc.assert(fc.property(evidence, (facts) => {
      const found = of(facts);
      expect(found.score).toBeGreaterThanOrEqual(0);
      expect(found.score).toBeLessThanOrEqual(found.max);
      expect(found.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(found.score);
      expect(found.missing.length + found.reasons.filter(({ kind }) => kind !== null).length).toBe(KINDS.length);
      expect(of([...facts].reverse())).toEqual(found);
    }));
  });

  test("P5.3 new evidence never lowers the score, and the passing of time never raises it", () => {
    fc.assert(fc.property(evidence, fc.constantFrom(...KINDS), fc.integer({ min: 0, max: 60 }), (facts, kind, days) => {
      const before = of(facts);
      expect(of([...facts, ...seen([kind])]).score).toBeGreaterThanOrEqual(before.score);
      expect(of(facts, new Date(NOW.getTime() + days * 86_400_000)).score).toBeLessThanOrEqual(before.score);
    }));
  });

  test("P5.3 a kind is allowed exactly when it is not refused, and more points never allow less", () => {
    fc.assert(fc.property(evidence, fc.constantFrom(...KINDS), (facts, kind) => {
      const before = of(facts);
      expect(INVOLVEMENTS.filter((one) => tractionRefusal(before, one, null) === null)).toEqual(before.allows);
      expect(of([...facts, ...seen([kind])]).allows).toEqual(expect.arrayContaining(before.allows));
    }));
  });
});
