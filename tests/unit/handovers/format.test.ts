import { describe, expect, it } from "vitest";
import { dayText, hoursText, remainingLook } from "@/lib/handovers/format";

describe("what is left of a clock (B5)", () => {
  it.each([[0, "0 min"], [40, "40 min"], [60, "1 h"], [380, "6 h 20 min"], [840, "14 h"], [855, "14 h"]])("says %i minutes as %s", (minutes, text) =>
    expect(hoursText(minutes)).toBe(text));
  it("warns at half of the time, is urgent at four fifths, and counts what is over", () => {
    const look = (minutes: number) => remainingLook({ minutes, of: 1000 });
    expect([look(900), look(500), look(200)].map(({ tone }) => tone)).toEqual(["neutral", "warning", "danger"]);
    expect(look(-125)).toMatchObject({ text: "2 h 5 min over", tone: "danger" });
    expect(look(0)).toMatchObject({ text: "Due now" });
  });
  it("says a day the same in every zone", () => expect(dayText("2026-03-29")).toBe("29 March 2026"));
});
