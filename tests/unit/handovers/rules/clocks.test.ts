import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClockFacts, type ClockPerson, dutyHolder, readClock } from "@/lib/handovers/rules/clocks";
import { addBusinessDays, businessMinutesBetween, type Calendar, STANDARD_WEEK } from "@/lib/platform/business-time";
import { CLOCKS_POLICY } from "@/lib/policies/defaults/clocks";
import { CLOCK_NAMES } from "@/lib/policies/format";

const at = (iso: string) => new Date(iso);
const person = (name: string, more: Partial<Calendar> = {}): ClockPerson =>
  ({ id: name.toLowerCase(), name, calendar: { zone: "Europe/Berlin", weekly: STANDARD_WEEK, holidays: [], timeOff: [], ...more } });
const facts = (change: Partial<ClockFacts> = {}): ClockFacts => ({
  clock: "submittedToDecision", since: at("2026-11-23T11:00:00Z"), doneAt: null, person: person("Ada"), backup: null, pauses: [],
  policy: CLOCKS_POLICY, now: at("2026-11-24T08:00:00Z"), ...change,
});
const instant = fc.integer({ min: 0, max: 60 * 24 * 90 }).map((minutes) => new Date(Date.UTC(2026, 8, 20) + minutes * 60_000));
const anyFacts: fc.Arbitrary<ClockFacts> = fc.record({
  clock: fc.constantFrom(...CLOCK_NAMES), since: instant, now: instant, zone: fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"),
  pauses: fc.array(fc.tuple(instant, instant).map(([a, b]) => ({ from: a < b ? a : b, to: a < b ? b : a, reason: "clientAway" })), { maxLength: 3 }),
}).map(({ zone, since, now, ...rest }) => facts({ ...rest, person: person("Ada", { zone }), since: since < now ? since : now, now: since < now ? now : since }));
const holds = (property: (f: ClockFacts) => void) => fc.assert(fc.property(anyFacts, (f) => { property(f); }));

describe("B5 clocks", () => {
  it("run out at the end of so many full working days of who must act", () => {
    expect(readClock(facts()).dueAt).toEqual(at("2026-11-25T16:00:00Z"));
    expect(readClock(facts({ clock: "wonToSubmitted" })).dueAt).toEqual(at("2026-11-24T16:00:00Z"));
    expect(readClock(facts({ clock: "wonToHeld" })).dueAt).toEqual(at("2026-12-07T16:00:00Z"));
    expect(readClock(facts({ person: person("Ada", { zone: "America/New_York" }) })).dueAt).toEqual(at("2026-11-24T22:00:00Z"));
  });

  it("tell at 50, 80 and 100 %, in working hours", () => {
    const reading = readClock(facts());
    expect(reading.totalMinutes).toBe(5 * 60 + 2 * 8 * 60);
    expect(reading.tellAt).toEqual([
      { percent: 50, at: at("2026-11-24T13:30:00Z") }, { percent: 80, at: at("2026-11-25T11:48:00Z") }, { percent: 100, at: at("2026-11-25T16:00:00Z") }]);
    expect(readClock(facts({ now: at("2026-11-24T13:29:00Z") })).reached).toEqual([]);
    expect(readClock(facts({ now: at("2026-11-24T13:30:00Z") })).reached).toEqual([50]);
    expect(readClock(facts({ now: at("2026-11-25T16:00:00Z") }))).toMatchObject({ reached: [50, 80, 100], isLate: false, fraction: 1 });
    expect(readClock(facts({ now: at("2026-11-26T08:30:00Z") }))).toMatchObject({ isLate: true, words: "30 min late", remainingMinutes: -30 });
  });

  it("say in words what is left", () => {
    expect(readClock(facts()).words).toBe("2 d left");
    expect(readClock(facts({ now: at("2026-11-25T12:00:00Z") })).words).toBe("4 h left");
    expect(readClock(facts({ doneAt: at("2026-11-24T09:00:00Z"), now: at("2027-01-01T00:00:00Z") })).words).toBe("done in time");
    expect(readClock(facts({ doneAt: at("2026-11-26T10:00:00Z"), now: at("2027-01-01T00:00:00Z") }))).toMatchObject({ words: "done 2 h late", isLate: true });
    expect(readClock(facts()).reason).toBe("Ada has 2 full working days to accept or return the handover, from when the handover was submitted.");
  });

  it("pause for a listed reason, and are due later by the working time that it took", () => {
    const pauses = [{ from: at("2026-11-24T08:00:00Z"), to: at("2026-11-24T16:00:00Z"), reason: "clientAway" }];
    expect(readClock(facts({ pauses, now: at("2026-11-25T08:00:00Z") }))).toMatchObject({ dueAt: at("2026-11-26T16:00:00Z"), remainingMinutes: 960 });
    const open = readClock(facts({ pauses: [{ from: at("2026-11-24T08:00:00Z"), to: null, reason: "clientAway" }], now: at("2026-12-24T08:00:00Z") }));
    expect(open).toMatchObject({ isPaused: true, isLate: false, words: "paused: the client is away", elapsedMinutes: 300 });
  });

  it("without a pause are due after the days of the policy, and time is used up as the person works", () =>
    holds((f) => {
      const reading = readClock({ ...f, pauses: [] });
      expect(reading.dueAt).toEqual(addBusinessDays(f.person.calendar, f.since, CLOCKS_POLICY.clocks[f.clock].businessDays));
      expect(reading.elapsedMinutes).toBeCloseTo(businessMinutesBetween(f.person.calendar, f.since, f.now), 6);
      expect(reading.isLate).toBe(f.now > reading.dueAt);
    }));

  it("a pause never brings the end nearer, and takes as much working time from the clock as it gives", () =>
    holds((f) => {
      const [plain, paused] = [readClock({ ...f, pauses: [] }), readClock(f)];
      expect(paused.dueAt >= plain.dueAt).toBe(true);
      expect(paused.elapsedMinutes).toBeLessThanOrEqual(plain.elapsedMinutes + 1e-6);
      expect(paused.elapsedMinutes + paused.remainingMinutes).toBeCloseTo(paused.totalMinutes, 6);
    }));

  it("never run backwards, and are told in order", () =>
    holds((f) => {
      const later = readClock({ ...f, now: new Date(f.now.getTime() + 3_600_000) });
      const reading = readClock(f);
      expect(later.elapsedMinutes).toBeGreaterThanOrEqual(reading.elapsedMinutes - 1e-6);
      const told = reading.tellAt.map((one) => one.at.getTime());
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect(told.at(-1)).toBe(reading.dueAt.getTime());
    }));
});

describe("B5 longer time off moves the duty", () => {
  const lin = person("Lin");
  const off = (from: string, to: string) => person("Ada", { timeOff: [{ from, to }] });
  const holder = (one: ClockPerson, backup: ClockPerson | null = lin) =>
    dutyHolder({ person: one, backup, since: at("2026-11-23T17:00:00Z"), backupAfterDaysAway: 1 }).name;
  it.each([
    ["nobody is away", person("Ada"), "Ada"],
    ["one day away", off("2026-11-24", "2026-11-24"), "Ada"],
    ["two days away, from the next morning on", off("2026-11-24", "2026-11-25"), "Lin"],
    ["already away", off("2026-11-20", "2026-12-04"), "Lin"],
    ["away later, after a day of work", off("2026-11-25", "2026-12-04"), "Ada"],
  ])("%s: %s", (_, one, name) => expect(holder(one)).toBe(name));
  it("not to a backup who is away, or who is nobody", () => {
    expect(holder(off("2026-11-24", "2026-11-27"), person("Lin", { timeOff: [{ from: "2026-11-20", to: "2026-12-20" }] }))).toBe("Ada");
    expect(holder(off("2026-11-24", "2026-11-27"), null)).toBe("Ada");
  });
  it("over a weekend, too", () =>
    expect(dutyHolder({ person: off("2026-11-30", "2026-12-04"), backup: lin, since: at("2026-11-27T18:00:00Z"), backupAfterDaysAway: 1 }).name).toBe("Lin"));
  it("and the clock then runs in the backup's hours", () => {
    const backup = person("Lin", { zone: "America/New_York" });
    expect(readClock(facts({ person: off("2026-11-20", "2026-12-04"), backup }))).toMatchObject({
      duty: { name: "Lin", insteadOf: { name: "Ada" } }, dueAt: at("2026-11-24T22:00:00Z"), reason: expect.stringContaining("Ada is away."),
    });
  });
});
