import { describe, expect, test } from "vitest";
import { initials } from "@/components/ui/avatar";
import { moneyText } from "@/components/ui/money";
import { absoluteTime, relativeTime } from "@/components/ui/time-text";

const PRAGUE = "Europe/Prague";

describe("relative time", () => {
  const now = new Date("2026-11-20T13:00:00Z"); // Friday, 14:00 in Prague
  test.each([
    ["2026-11-20T12:59:30Z", "just now"],
    ["2026-11-20T13:00:30Z", "in a moment"],
    ["2026-11-20T12:59:00Z", "1 minute ago"],
    ["2026-11-20T13:45:00Z", "in 45 minutes"],
    ["2026-11-20T08:00:00Z", "5 hours ago"],
    ["2026-11-19T15:03:00Z", "yesterday, 16:03"],
    ["2026-11-21T08:00:00Z", "tomorrow, 09:00"],
    ["2026-11-23T15:00:00Z", "Monday, 16:00"],
    ["2026-11-17T09:00:00Z", "last Tuesday, 10:00"],
    ["2026-09-02T08:10:00Z", "2 Sept"],
    ["2025-09-02T08:10:00Z", "2 Sept 2025"],
  ])("%s is said as %s", (at, words) => {
    expect(relativeTime(new Date(at), now, PRAGUE)).toBe(words);
  });

  test("days are those of the reader's zone, not of UTC", () => {
    const late = new Date("2026-11-20T23:30:00Z"); // Saturday already in Prague
    expect(relativeTime(new Date("2026-11-20T10:00:00Z"), late, PRAGUE)).toBe("yesterday, 11:00");
    expect(relativeTime(new Date("2026-11-20T10:00:00Z"), late, "America/New_York")).toBe("13 hours ago");
  });

  test("the absolute time is right on both sides of a change of the clocks", () => {
    expect(absoluteTime(new Date("2026-10-25T00:30:00Z"), PRAGUE)).toContain("02:30");
    expect(absoluteTime(new Date("2026-10-25T01:30:00Z"), PRAGUE)).toContain("02:30");
    expect(absoluteTime(new Date("2026-10-25T02:30:00Z"), PRAGUE)).toContain("03:30");
  });
});

describe("money", () => {
  test("whole amounts go without cents, others keep them, and a currency keeps its own digits", () => {
    expect(moneyText(8_450_000, "EUR")).toBe("€84,500");
    expect(moneyText(1_240_050, "EUR")).toBe("€12,400.50");
    expect(moneyText(1_000, "JPY")).toBe("JP¥1,000");
  });
});

describe("initials", () => {
  test.each([["Ana Maria Silva", "AS"], ["šimon", "Š"], ["  ", "?"], ["Jan  Novák", "JN"]])("of %j are %s", (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
