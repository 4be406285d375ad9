import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { amountText, CURRENCIES, parseMoney } from "@/lib/deals/format";

describe("an amount as people type it", () => {
  it.each([
    ["1250", "EUR", 125_000],
    ["1,250.50", "EUR", 125_050],
    ["1.250,50", "EUR", 125_050],
    ["1 250,5", "EUR", 125_050],
    ["1'250.50", "CHF", 125_050],
    ["1.250", "EUR", 125_000],
    ["1,250,000", "EUR", 125_000_000],
    ["0.5", "EUR", 50],
    ["1250", "JPY", 1_250],
    ["1,250", "JPY", 1_250],
    ["1.250", "KWD", 1_250],
    ["0", "EUR", 0],
  ])("%s %s is %i minor units", (typed, currency, minor) => expect(parseMoney(typed, currency)).toBe(minor));

  it.each([
    ["", "EUR"], ["abc", "EUR"], ["-5", "EUR"], ["1.255,555", "EUR"], ["12.5", "JPY"], ["1,2,3", "EUR"], ["1.25.00", "EUR"],
    ["0.500", "EUR"], ["1e5", "EUR"], ["99999999999999999", "EUR"], ["12€", "EUR"], ["..", "EUR"],
  ])("%s %s is none", (typed, currency) => expect(parseMoney(typed, currency)).toBeNull());

  test("is read back as it was written", () =>
    fc.assert(fc.property(fc.maxSafeNat(), fc.constantFrom(...CURRENCIES, "KWD"), (minor, currency) => {
      expect(parseMoney(amountText(minor, currency), currency)).toBe(minor);
    })));
});
