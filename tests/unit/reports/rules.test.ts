import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { businessMinutesBetween, calendarOf } from "@/lib/platform/business-time";
import { AGES, ageOf, daysOld, sinceRange } from "@/lib/reports/rules/age";
import { isAtRisk } from "@/lib/reports/rules/at-risk";
import { type DealHistory, type HandoverHistory, heldAt, type Readers } from "@/lib/reports/rules/history";
import { METRICS } from "@/lib/reports/rules/metrics";
import { median, percentile } from "@/lib/reports/rules/percentile";
import { handoverPipeline, orphans } from "@/lib/reports/rules/pipeline";
import { decisionsOf, type EventRow, firstPass } from "@/lib/reports/rules/reviews";
import { endOfDayIn, weekOf, weeksBetween } from "@/lib/reports/rules/week";
import { workClock } from "@/lib/reports/rules/work-clock";
import { figureParams, PIPELINE_STATES, reportParams } from "@/lib/reports/schema";

const at = (text: string) => new Date(`2030-${text}:00Z`);
const day = 24 * 60 * 60 * 1000;
const instant = fc.date({ min: new Date("2029-01-01"), max: new Date("2031-01-01"), noInvalidDate: true });

describe("age", () => {
  it("R1: every age falls into exactly one class, and the class's instants are the ones it is asked for by", () =>
    fc.assert(fc.property(instant, fc.integer({ min: 0, max: 90 * day }), (now, old) => {
      const since = new Date(now.getTime() - old);
      const classes = AGES.filter(({ id }) => {
        const { after, upTo } = sinceRange(id, now);
        return since <= upTo && (after === null || since > after);
      });
      expect(classes.map(({ id }) => id)).toEqual([ageOf(daysOld(since, now))]);
    })));
});

describe("intervals", () => {
  it("R1: whatever the past was, at most one value holds at an instant, from its beginning on and not at its end", () =>
    fc.assert(fc.property(fc.uniqueArray(instant, { minLength: 2, maxLength: 8, selector: Number }), instant, (moments, asked) => {
      const sorted = moments.toSorted((a, b) => a.getTime() - b.getTime());
      const spans = sorted.map((from, i) => ({ value: String(i), from, to: sorted[i + 1] ?? null }));
      const last = sorted.findLastIndex((from) => from <= asked);
      expect(heldAt(spans, asked)?.value).toBe(last < 0 ? undefined : String(last));
    })));
});

const readers: Readers = { sellers: new Set(["sam"]), deliveryTeams: new Set(["wordpress"]) };
const span = <V extends string>(value: V, from: string, to?: string) => ({ value, from: at(from), to: to ? at(to) : null });
const handover = (more: Partial<HandoverHistory>): HandoverHistory => ({
  id: "1", dealOwnerId: "other", teamIds: [], firstSubmitAt: null, status: [span("DRAFT", "03-01T09:00")], contactOwner: [span("sam", "03-01T09:00")],
  value: [span("100 EUR", "03-01T09:00", "03-04T09:00"), span("250 USD", "03-04T09:00")], ...more,
});

describe("the pipeline", () => {
  const pipeline = (h: HandoverHistory, when: string, who = readers) => handoverPipeline([h], PIPELINE_STATES, who, at(when));

  it("R1: gives the state, age and value of the instant asked for", () => {
    expect(pipeline(handover({}), "03-03T10:00")).toEqual([{ state: "DRAFT", age: "0-2", currency: "EUR", count: 1, minor: 100, since: at("03-01T09:00") }]);
    expect(pipeline(handover({}), "03-08T09:00")).toEqual([{ state: "DRAFT", age: "7-13", currency: "USD", count: 1, minor: 250, since: at("03-01T09:00") }]);
    expect(pipeline(handover({}), "02-28T09:00")).toEqual([]); // it did not exist
  });

  it("R1: values are kept apart by currency, never added up across them", () => {
    const two = [handover({}), handover({ id: "2", value: [span("5 GBP", "03-01T09:00")] })];
    expect(handoverPipeline(two, PIPELINE_STATES, readers, at("03-02T09:00")).map(({ currency, minor }) => [currency, minor])).toEqual([["EUR", 100], ["GBP", 5]]);
  });

  it("R1: a delivery manager's count begins with the submit, a sales manager's with the draft", () => {
    const theirs = handover({ contactOwner: [span("other", "03-01T09:00")], teamIds: ["wordpress"], firstSubmitAt: at("03-02T09:00") });
    expect(pipeline(theirs, "03-02T08:59")).toHaveLength(0);
    expect(pipeline(theirs, "03-02T09:00")).toHaveLength(1);
    expect(pipeline(handover({}), "03-01T09:00")).toHaveLength(1);
  });

  it("P1.11: a won deal counts from the minute in which its clock ends, until a handover is submitted and not withdrawn", () => {
    const deal: DealHistory = {
      id: "d", ownerId: "sam", teamIds: [], stage: [span("PROPOSAL", "03-01T09:00", "03-02T09:00"), span("WON", "03-02T09:00")],
      contactOwner: [span("sam", "03-01T09:00")], value: [span("1 EUR", "03-01T09:00")],
      handovers: [{ firstSubmitAt: at("03-06T09:00"), status: [span("DRAFT", "03-03T09:00", "03-06T09:00"), span("SUBMITTED", "03-06T09:00", "03-07T09:00"), span("WITHDRAWN", "03-07T09:00")] }],
    };
    const counts = (when: string) => orphans([deal], readers, { at: at(when), dueOf: () => at("03-03T17:00") }).length;
    expect(["03-03T16:59", "03-03T17:00", "03-05T09:00", "03-06T09:00", "03-07T08:59", "03-07T09:00"].map(counts)).toEqual([0, 1, 1, 0, 0, 1]);
  });
});

const story = (...types: [type: string, when: string][]): EventRow[] => types.map(([type, when], i) => ({ stream: "h", seq: i + 1, type, actor: "user:pia", at: at(when) }));
const march = { from: at("03-01T00:00"), to: at("03-31T00:00") };

describe("reviews", () => {
  it("R1: a decision is measured from the submit before it, and not at all once it was taken back", () => {
    const events = story(["handover.submitted", "03-02T09:00"], ["handover.returned", "03-03T09:00"], ["handover.submitted", "03-04T09:00"],
      ["handover.accepted", "03-05T09:00"], ["handover.acceptanceUndone", "03-05T09:01"], ["key.accepted", "03-06T09:00"]);
    expect(decisionsOf([events], march).map(({ type, submittedAt }) => [type, submittedAt])).toEqual([
      ["handover.returned", at("03-02T09:00")], ["key.accepted", at("03-04T09:00")],
    ]);
    expect(decisionsOf([events], { ...march, to: at("03-05T09:00") }).map(({ type }) => type)).toEqual(["handover.returned", "handover.accepted"]); // as it was then
  });

  it("R1: the first pass is decided once, by the first outcome that stood", () => {
    const passed = story(["handover.submitted", "03-02T09:00"], ["handover.returned", "03-02T10:00"], ["handover.returnUndone", "03-02T10:01"], ["handover.accepted", "03-03T09:00"]);
    const returned = story(["handover.submitted", "03-02T09:00"], ["handover.returned", "03-03T09:00"], ["handover.submitted", "03-04T09:00"], ["handover.accepted", "03-05T09:00"]);
    expect(firstPass([passed, returned], march)).toEqual({ decided: 2, passed: 1 });
    expect(firstPass([returned], { ...march, from: at("03-04T00:00") })).toEqual({ decided: 0, passed: 0 });
  });

  it("P1.1: a deal is at risk from the approval until it is signed, lost, declined or asked for anew; expiry does not end it", () => {
    const approved = story(["deal.atRiskRequested", "03-02T09:00"], ["deal.atRiskApproved", "03-03T09:00"]);
    expect([isAtRisk(approved, at("03-02T12:00")), isAtRisk(approved, at("03-03T09:00")), isAtRisk(approved, at("12-01T00:00"))]).toEqual([false, true, true]);
    for (const type of ["deal.signed", "deal.atRiskDeclined", "deal.atRiskRequested", "deal.won"])
      expect(isAtRisk([...approved, { stream: "h", seq: 3, type, actor: "user:sam", at: at("03-05T09:00") }], at("03-06T09:00"))).toBe(false);
    expect(isAtRisk([...approved, { stream: "h", seq: 3, type: "deal.moved", actor: "user:sam", at: at("03-05T09:00"), to: "WON" }], at("03-06T09:00"))).toBe(true);
  });
});

describe("arithmetic", () => {
  it("B5: a laid-out work clock reads what business time reads, across changes of the clock", () => {
    const weekly = [[["09:00", "12:30"], ["13:30", "17:00"]], [["09:00", "17:00"]], [], [["22:00", "24:00"]], [["00:00", "06:00"], ["09:00", "10:00"]], [], []];
    fc.assert(fc.property(fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"), instant, instant, instant, (zone, a, b, c) => {
      const calendar = calendarOf({ zone, workingHours: weekly, holidays: ["2030-01-01"], timeOff: [{ from: "2030-03-20", to: "2030-04-05" }] });
      const [first, second, last] = [a, b, c].toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
      const clock = workClock(calendar, { from: first, to: last });
      expect(clock(first, second)).toBeCloseTo(businessMinutesBetween(calendar, first, second), 6);
      expect(clock(second, last)).toBeCloseTo(businessMinutesBetween(calendar, second, last), 6);
    }), { numRuns: 25 });
  });

  it("R1: medians and percentiles lie among the values, and of none there is none", () => {
    expect([median([]), median([3]), median([4, 1]), percentile([1, 2, 3, 4, 5], 0.9)]).toEqual([null, 3, 2.5, 4.6]);
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, part) => {
      const value = percentile(values, part) ?? -1;
      expect(value >= Math.min(...values) - 1e-6 && value <= Math.max(...values) + 1e-6).toBe(true);
    }));
  });

  it("R1: weeks begin on Monday in the reader's zone, and a day ends with its last millisecond there", () => {
    expect(weekOf(new Date("2030-03-03T23:30:00Z"), "UTC")).toBe("2030-02-25");
    expect(weekOf(new Date("2030-03-03T23:30:00Z"), "Europe/Berlin")).toBe("2030-03-04");
    expect(weeksBetween(new Date("2030-03-01T12:00:00Z"), new Date("2030-03-12T12:00:00Z"), "UTC")).toEqual(["2030-02-25", "2030-03-04", "2030-03-11"]);
    expect(endOfDayIn("Europe/Berlin", "2030-03-31").toISOString()).toBe("2030-03-31T21:59:59.999Z"); // the clocks went forward
  });
});

describe("addresses", () => {
  it("R1: what an address asks for that cannot be is left out, and never an error", () => {
    expect(reportParams.parse({ team: "x'; DROP", owner: ["a"], period: "7", asOf: "2030-02-31" })).toEqual({ period: "90" });
    expect(figureParams.parse({ figure: "salaries", age: "old", reason: "BAD", currency: "eur" })).toEqual({ figure: "handovers" });
  });

  it("R1: every figure that can be asked for has a title and a sentence", () => {
    for (const figure of Object.keys(METRICS)) expect(figureParams.parse({ figure }).figure).toBe(figure);
    expect(Object.values(METRICS).every(({ title, sentence }) => title.length > 5 && sentence.endsWith("."))).toBe(true);
  });
});
