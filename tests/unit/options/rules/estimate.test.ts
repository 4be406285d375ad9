import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PHASE_MINUTES_AT_MOST } from "@/lib/options/fields";
import { type EstimateFacts, estimateProblem, hoursProblem, validityProblem } from "@/lib/options/rules/estimate";
import { estimatePhaseInput } from "@/lib/options/schema";

const NOW = new Date("2030-01-02T10:00:00Z");
const estimate: EstimateFacts = {
  id: "e", phaseRevision: 2, source: "WRITTEN", validUntil: new Date("2030-02-01T23:59:59.999Z"), retired: false, lowMinutes: 60, likelyMinutes: 90, highMinutes: 120,
  estimator: { id: "d", name: "Dev", active: true, technical: true },
};
const problem = (more: Partial<EstimateFacts> = {}, { revision = 2, complexity = "STANDARD" as const, now = NOW }: { revision?: number; complexity?: "SIMPLE" | "STANDARD" | "COMPLEX"; now?: Date } = {}) =>
  estimateProblem({ ...estimate, ...more }, { revision }, { complexity, now });

describe("hours", () => {
  it("P7.2 are above zero, low before likely before high, and of this world: anything else is refused", () => {
    const minutes = fc.integer({ min: -1_000, max: PHASE_MINUTES_AT_MOST + 1_000 });
    fc.assert(fc.property(minutes, minutes, minutes, (lowMinutes, likelyMinutes, highMinutes) => {
      const fits = 0 < lowMinutes && lowMinutes <= likelyMinutes && likelyMinutes <= highMinutes && highMinutes <= PHASE_MINUTES_AT_MOST;
      expect(hoursProblem({ lowMinutes, likelyMinutes, highMinutes }) === null).toBe(fits);
    }), { numRuns: 2_000 });
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: PHASE_MINUTES_AT_MOST }), { minLength: 3, maxLength: 3 }), (three) => {
      const [lowMinutes = 0, likelyMinutes = 0, highMinutes = 0] = three.sort((a, b) => a - b);
      expect(hoursProblem({ lowMinutes, likelyMinutes, highMinutes })).toBeNull();
    }));
  });
  it("P7.2 hostile hours do not come through the door, and typed ones are kept to the minute", () => {
    const id = "01890000-0000-7000-8000-000000000000";
    const typed = (low: unknown) => estimatePhaseInput.safeParse({ phaseId: id, involvementId: id, phaseRevision: "1", low, likely: "20000", high: "20000", validUntil: "2030-01-03" });
    for (const low of ["-5", "0", "", "  ", "NaN", "Infinity", "1e9", "0x10", "1.1", "1,1,1", "abc", "9999999", "1_000", { not: "" }, null, ["1"]]) expect(typed(low).success, JSON.stringify(low)).toBe(false);
    for (const [low, minutes] of [["1.5", 90], ["0,25", 15], [" 12 ", 720]] as const) expect(typed(low).data?.low).toBe(minutes);
  });
});

describe("an estimate", () => {
  it("P7.2 serves while it holds, for what the phase says, by somebody technical who is still here", () => {
    expect(problem()).toBeNull();
    expect(estimateProblem(null, { revision: 1 }, { complexity: "STANDARD", now: NOW })).toContain("Nobody");
    expect(problem({ estimator: { ...estimate.estimator, active: false } })).toContain("no longer here");
    expect(problem({ estimator: { ...estimate.estimator, technical: false } })).toContain("no developer");
    expect(problem({}, { revision: 3 })).toContain("something else");
  });
  it("P7.2 has run out from the very moment on, and says until when it held", () => {
    const at = estimate.validUntil.getTime();
    expect(problem({}, { now: new Date(at - 1) })).toBeNull();
    expect(problem({}, { now: new Date(at) })).toBe("The estimate by Dev held until 1 Feb 2030.");
  });
  it("P7.2 from the rate card it serves for simple work only, and no longer once the line was taken back", () => {
    expect(problem({ source: "RATE_CARD" }, { complexity: "SIMPLE" })).toBeNull();
    for (const complexity of ["STANDARD", "COMPLEX"] as const) expect(problem({ source: "RATE_CARD" }, { complexity })).toContain("simple work only");
    expect(problem({ source: "RATE_CARD", retired: true }, { complexity: "SIMPLE" })).toContain("taken this line");
  });
  it("P7.2 holds until a day that lies ahead, and not for ever", () => {
    const until = (day: string) => validityProblem(day, { today: "2030-01-02", most: 60 });
    expect([until("2030-01-03"), until("2030-03-03")]).toEqual([null, null]);
    for (const day of ["2030-01-02", "2029-12-31", "2030-03-04", "9999-01-01"]) expect(until(day), day).toMatchObject({ code: "INVALID", field: "validUntil" });
  });
});
