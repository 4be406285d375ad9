import { describe, expect, it } from "vitest";
import { isSnoozed, snoozeRefusal, snoozeUntil } from "@/lib/inbox/rules/snooze";
import { calendarOf } from "@/lib/platform/business-time";

const NOW = new Date("2030-01-02T10:00:00Z"); // a Wednesday
const office = [["09:00", "17:00"]];
const week = [office, office, office, office, [], [], []]; // Fridays are free
const berlin = calendarOf({ zone: "Europe/Berlin", workingHours: week });
const at = (choice: string, calendar = berlin, now = NOW) => {
  const end = snoozeUntil(choice, { calendar, now });
  return "at" in end ? end.at.toISOString() : end.refusal.reason;
};

describe("snoozeUntil", () => {
  it("B5 tomorrow is when the person begins to work on the next day", () => expect(at("tomorrow")).toBe("2030-01-03T08:00:00.000Z"));
  it("B5 a day without work leads to the next one with it", () => expect(at("tomorrow", berlin, new Date("2030-01-03T10:00:00Z"))).toBe("2030-01-07T08:00:00.000Z"));
  it("B5 Monday is the next one, also on a Monday, and in the person's own zone", () => {
    expect(at("monday")).toBe("2030-01-07T08:00:00.000Z");
    expect(at("monday", berlin, new Date("2030-01-07T06:00:00Z"))).toBe("2030-01-14T08:00:00.000Z");
    expect(at("monday", calendarOf({ zone: "America/New_York", workingHours: week }), new Date("2030-01-07T03:00:00Z"))).toBe("2030-01-07T14:00:00.000Z");
  });
  it("B5 the day begins at midnight of the person, east and west of here", () => {
    expect(at("tomorrow", calendarOf({ zone: "America/Los_Angeles", workingHours: week }))).toBe("2030-01-03T17:00:00.000Z");
    expect(at("tomorrow", calendarOf({ zone: "Pacific/Auckland", workingHours: week }), new Date("2030-01-01T10:00:00Z"))).toBe("2030-01-01T20:00:00.000Z");
  });
  it("B5 holidays and time off are left out", () => {
    expect(at("monday", { ...berlin, holidays: ["2030-01-07"] })).toBe("2030-01-08T08:00:00.000Z");
    expect(at("2030-01-08", { ...berlin, timeOff: [{ from: "2030-01-05", to: "2030-01-15" }] })).toBe("2030-01-16T08:00:00.000Z");
  });
  it("B5 a day that is past, today or far off is refused with a sentence", () => {
    for (const day of ["2030-01-01", "2030-01-02", "2030-04-03", "2099-01-01"]) expect(at(day)).toMatch(/Choose a day after today/);
    expect(at("2030-04-02")).toBe("2030-04-02T07:00:00.000Z");
  });
});

describe("snoozeRefusal", () => {
  const facts = { holder: { id: "pia", name: "Pia" }, state: "OPEN", status: "SUBMITTED" } as const;
  it("P1.7 lets the holder of an open key put it off, and nobody else", () => {
    expect(snoozeRefusal("pia", facts)).toBeNull();
    expect(snoozeRefusal("max", facts)).toMatchObject({ code: "FORBIDDEN", reason: expect.stringContaining("Pia") });
    expect(snoozeRefusal(null, facts)).toMatchObject({ code: "FORBIDDEN" });
  });
  it("P1.7 what waits for nobody cannot be put off", () => {
    expect(snoozeRefusal("pia", { ...facts, state: "ACCEPTED" })).toMatchObject({ code: "CONFLICT" });
    expect(snoozeRefusal("pia", { ...facts, status: "RETURNED" })).toMatchObject({ code: "CONFLICT", reason: expect.stringContaining("returned") });
  });
});

describe("isSnoozed", () => {
  const until = new Date("2030-01-03T08:00:00Z");
  it("P1.8 ends by itself at that instant, or with a resubmission", () => {
    expect(isSnoozed({ until, briefVersion: 1 }, { briefVersion: 1, now: NOW })).toBe(true);
    expect(isSnoozed({ until, briefVersion: 1 }, { briefVersion: 1, now: until })).toBe(false);
    expect(isSnoozed({ until, briefVersion: 1 }, { briefVersion: 2, now: NOW })).toBe(false);
    expect(isSnoozed(null, { briefVersion: 1, now: NOW })).toBe(false);
  });
});
