import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addBusinessDays, addBusinessHours, addBusinessMinutes, businessMinutesBetween, type Calendar, calendarOf, isAwayThroughout,
  isWeek, isWorking, nextWork, overlapMinutes, STANDARD_WEEK, timeOffAround, type WeeklyHours, workBetween, workOn,
} from "@/lib/platform/business-time";
import { addDays, dayIn, instantAt, minuteOfDay, weekdayOf } from "@/lib/platform/time";

const ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"] as const;
const at = (iso: string) => new Date(iso);
const person = (zone: string, more: Partial<Calendar> = {}): Calendar => ({ zone, weekly: STANDARD_WEEK, holidays: [], timeOff: [], ...more });

const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const dayPlan = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 4 }).map((quarters) => {
  const sorted = quarters.sort((a, b) => a - b).map((q) => clock(q * 15));
  return sorted.flatMap((from, i) => (i % 2 === 0 && sorted[i + 1] ? [[from, sorted[i + 1]!] as const] : []));
});
const week: fc.Arbitrary<WeeklyHours> = fc.array(dayPlan, { minLength: 7, maxLength: 7 }).filter((days) => worked(days) >= 300);
/** The minutes of a week: with a few alone, years pass before the work is done. */
const worked = (days: WeeklyHours) => businessMinutesBetween(person("UTC", { weekly: days }), at("2026-06-01T00:00:00Z"), at("2026-06-08T00:00:00Z"));
const dayArb = fc.integer({ min: 0, max: 700 }).map((n) => addDays("2025-09-01", n));
const calendar: fc.Arbitrary<Calendar> = fc.record({
  zone: fc.constantFrom(...ZONES),
  weekly: week,
  holidays: fc.array(dayArb, { maxLength: 4 }),
  timeOff: fc.array(fc.tuple(dayArb, fc.integer({ min: 0, max: 12 })).map(([from, n]) => ({ from, to: addDays(from, n) })), { maxLength: 2 }),
});
const instant = fc.integer({ min: Date.UTC(2025, 8, 1) / 60_000, max: Date.UTC(2027, 2, 1) / 60_000 }).map((m) => new Date(m * 60_000));
const check = <T extends [unknown, ...unknown[]]>(arbs: { [K in keyof T]: fc.Arbitrary<T[K]> }, property: (...values: T) => void) =>
  fc.assert(fc.property(...arbs, (...values) => { property(...values); }), { numRuns: 150 });

describe("clocks on walls", () => {
  it("finds the instant that a wall clock shows, in every zone", () =>
    check([fc.constantFrom(...ZONES), dayArb, fc.integer({ min: 0, max: 1_439 })], (zone, day, minute) => {
      const found = instantAt(zone, day, minute);
      const shown = minuteOfDay(zone, found);
      expect(dayIn(zone, found)).toBe(day);
      // Only a time that the spring change skips is shown later: by an hour, or by half of one on Lord Howe.
      expect([0, 30, 60]).toContain(shown - minute);
    }));

  it("reads a skipped time as later, and a repeated one as the first", () => {
    expect(instantAt("Europe/Berlin", "2026-03-29", 150)).toEqual(at("2026-03-29T01:30:00Z"));
    expect(instantAt("Europe/Berlin", "2026-10-25", 150)).toEqual(at("2026-10-25T00:30:00Z"));
    expect(instantAt("Australia/Lord_Howe", "2026-10-04", 135)).toEqual(at("2026-10-03T15:45:00Z"));
    expect(instantAt("America/New_York", "2026-11-01", 90)).toEqual(at("2026-11-01T05:30:00Z"));
  });

  it("knows the weekday", () => expect(["2026-11-22", "2026-11-23"].map(weekdayOf)).toEqual([6, 0]));
});

describe("working time", () => {
  it("adds up: first x minutes and then y is x + y minutes", () =>
    check([calendar, instant, fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 3_000 })], (c, from, x, y) =>
      expect(addBusinessMinutes(c, addBusinessMinutes(c, from, x), y)).toEqual(addBusinessMinutes(c, from, x + y))));

  it("measures what was added", () =>
    check([calendar, instant, fc.integer({ min: 0, max: 5_000 })], (c, from, x) =>
      expect(businessMinutesBetween(c, from, addBusinessMinutes(c, from, x))).toBeCloseTo(x, 6)));

  it("splits anywhere, and counts backwards as negative", () =>
    check([calendar, instant, instant, instant], (c, ...three) => {
      const [a, b, d] = three.sort((p, q) => p.getTime() - q.getTime()) as [Date, Date, Date];
      expect(businessMinutesBetween(c, a, b) + businessMinutesBetween(c, b, d)).toBeCloseTo(businessMinutesBetween(c, a, d), 6);
      expect(businessMinutesBetween(c, d, a)).toBeCloseTo(-businessMinutesBetween(c, a, d), 6);
    }));

  it("never goes back: later in, later out", () =>
    check([calendar, instant, instant, fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: -5, max: 12 })], (c, p, q, x, n) => {
      const [a, b] = p <= q ? [p, q] : [q, p];
      expect(addBusinessMinutes(c, a, x) <= addBusinessMinutes(c, b, x)).toBe(true);
      expect(addBusinessDays(c, a, n) <= addBusinessDays(c, b, n)).toBe(true);
    }));

  it("adds up in days, and a day more is never earlier", () =>
    check([calendar, instant, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })], (c, from, n, m) => {
      expect(addBusinessDays(c, addBusinessDays(c, from, n), m)).toEqual(addBusinessDays(c, from, n + m));
      expect(addBusinessDays(c, from, n) < addBusinessDays(c, from, n + 1)).toBe(true);
    }));

  it("B5 a day gives the whole of the person's next full working day", () =>
    check([calendar, instant, fc.integer({ min: 1, max: 5 })], (c, from, n) => {
      const due = addBusinessDays(c, from, n);
      const work = workOn(c, dayIn(c.zone, new Date(due.getTime() - 1)));
      expect(work.at(-1)?.end).toEqual(due);
      expect(work[0]!.start >= from).toBe(true);
      const days = new Set(workBetween(c, from, due).map(({ start }) => dayIn(c.zone, start)));
      expect([n, n + 1]).toContain(days.size);
    }));

  it("works exactly inside the intervals it lists", () =>
    check([calendar, instant], (c, moment) => {
      const day = dayIn(c.zone, moment);
      expect(isWorking(c, moment)).toBe(workOn(c, day).some(({ start, end }) => start <= moment && moment < end));
      const next = nextWork(c, moment);
      expect(isWorking(c, next)).toBe(true);
      expect(businessMinutesBetween(c, moment, next)).toBe(0);
    }));
});

describe("when the clocks change", () => {
  const allDay: WeeklyHours = Array.from({ length: 7 }, () => [["00:00", "24:00"]] as const);
  it.each([
    ["Europe/Berlin", "2026-03-29", 23], ["Europe/Berlin", "2026-10-25", 25],
    ["America/New_York", "2026-03-08", 23], ["America/New_York", "2026-11-01", 25],
    ["Australia/Lord_Howe", "2026-10-04", 23.5], ["Australia/Lord_Howe", "2026-04-05", 24.5],
    ["Asia/Kolkata", "2026-03-29", 24],
  ])("%s, %s has %s hours", (zone, day, hours) => {
    const c = person(zone, { weekly: allDay });
    expect(businessMinutesBetween(c, instantAt(zone, day, 0), instantAt(zone, addDays(day, 1), 0))).toBe(hours * 60);
  });

  it("a working day of eight hours keeps its hours on the wall, before and after", () => {
    const berlin = person("Europe/Berlin");
    expect(addBusinessDays(berlin, at("2026-03-27T10:00:00Z"), 1)).toEqual(at("2026-03-30T15:00:00Z"));
    expect(addBusinessDays(berlin, at("2026-10-23T10:00:00Z"), 1)).toEqual(at("2026-10-26T16:00:00Z"));
    expect(addBusinessHours(berlin, at("2026-10-23T14:00:00Z"), 2)).toEqual(at("2026-10-26T09:00:00Z"));
  });
});

describe("days", () => {
  const berlin = person("Europe/Berlin", { holidays: ["2026-12-25"], timeOff: [{ from: "2026-11-25", to: "2026-11-26" }] });
  it.each([
    ["before work begins, today counts", "2026-11-23T07:00:00Z", 1, "2026-11-23T16:00:00Z"],
    ["once it has begun, the next day does", "2026-11-23T08:01:00Z", 1, "2026-11-24T16:00:00Z"],
    ["time off is stepped over", "2026-11-24T12:00:00Z", 1, "2026-11-27T16:00:00Z"],
    ["so is the weekend", "2026-11-27T12:00:00Z", 1, "2026-11-30T16:00:00Z"],
    ["and so is a holiday", "2026-12-24T12:00:00Z", 1, "2026-12-28T16:00:00Z"],
    ["none is the end of today", "2026-11-23T12:00:00Z", 0, "2026-11-23T16:00:00Z"],
    ["or of the next working day", "2026-11-28T12:00:00Z", 0, "2026-11-30T16:00:00Z"],
    ["one before", "2026-11-30T12:00:00Z", -1, "2026-11-27T16:00:00Z"],
    ["two before, over time off", "2026-11-30T12:00:00Z", -2, "2026-11-24T16:00:00Z"],
  ])("%s", (_, from, days, due) => expect(addBusinessDays(berlin, at(from), days)).toEqual(at(due)));
});

describe("being away", () => {
  const off = person("Europe/Berlin", { timeOff: [{ from: "2026-12-21", to: "2026-12-24" }, { from: "2026-12-28", to: "2026-12-31" }], holidays: ["2026-12-25"] });
  it("is for the whole window, or not at all", () => {
    expect(isAwayThroughout(off, at("2026-12-21T06:00:00Z"), at("2026-12-31T20:00:00Z"))).toBe(true);
    expect(isAwayThroughout(off, at("2026-12-18T06:00:00Z"), at("2026-12-31T20:00:00Z"))).toBe(false);
    expect(isAwayThroughout(off, at("2026-11-28T06:00:00Z"), at("2026-11-28T20:00:00Z"))).toBe(false);
  });
  it("joins what no working day divides", () => {
    expect(timeOffAround(off, "2026-12-22")).toEqual({ until: "2026-12-31", workingDays: 7 });
    expect(timeOffAround(off, "2026-12-18")).toBeNull();
  });
});

describe("hours in common", () => {
  it("is the same from either side where both work the same days", () =>
    fc.assert(fc.property(fc.constantFrom(...ZONES), fc.constantFrom(...ZONES), (a, b) =>
      Math.abs(overlapMinutes(person(a), person(b), "2026-06-01") - overlapMinutes(person(b), person(a), "2026-06-01")) <= 100)));
  it("is all day at home, two hours across the Atlantic, four and a half to India", () => {
    const hours = (zone: string) => overlapMinutes(person("Europe/Berlin"), person(zone), "2026-06-01") / 60;
    expect(["Europe/Berlin", "America/New_York", "Asia/Kolkata"].map(hours)).toEqual([8, 2, 4.5]);
  });
});

describe("stored hours", () => {
  it("are taken when they make a week, else the standard week is", () => {
    const hours = [[["08:00", "12:00"], ["13:00", "24:00"]], [], [], [], [], [], []];
    expect(calendarOf({ zone: "Europe/Berlin", workingHours: hours }).weekly).toBe(hours);
    for (const wrong of [null, [], Array(7).fill([]), [[["09:00", "08:00"]], [], [], [], [], [], []], [[["9", "17"]], [], [], [], [], [], []],
      [[["09:00", "12:00"], ["11:00", "13:00"]], [], [], [], [], [], []]]) {
      expect(isWeek(wrong)).toBe(false);
      expect(calendarOf({ zone: "Mars/Base", workingHours: wrong })).toMatchObject({ zone: "UTC", weekly: STANDARD_WEEK });
    }
  });
  it("who never works again does not stop the program", () => {
    const never = person("UTC", { timeOff: [{ from: "2000-01-01", to: "2999-01-01" }] });
    expect(addBusinessDays(never, at("2026-01-01T00:00:00Z"), 1).getUTCFullYear()).toBe(2029);
    expect(nextWork(never, at("2026-01-01T00:00:00Z")).getUTCFullYear()).toBe(2029);
  });
});
